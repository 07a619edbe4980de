package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.hardware.Hardware;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.time.Duration;

/** Hosts: reported 15 s after their creation, with hardware by the first part of their name. */
public final class Hosts extends Resource<Host> {

    private static final Duration FIRST_REPORT = Duration.ofMillis(14_500);
    private static final Duration REPORT_AFTER_ENABLE = Duration.ofSeconds(5);

    Hosts(Cloud cloud) {
        super(cloud, Kind.HOST);
    }

    @Override
    void register(MethodTable table) {
        registerBasics(table);
        table.add("one.hostpool.info", "", (session, args) -> poolXml(session, each -> true));
        table.add("one.host.allocate", "sssi", this::allocate);
        table.add("one.host.delete", "i", this::delete);
        table.add("one.host.status", "ii", this::status);
        table.add("one.host.monitoring", "i", this::monitoring);
        table.add("one.hostpool.monitoring", "?i", this::poolMonitoring);
    }

    public Host create(String name, String imMad, String vmMad, int clusterId) {
        Host host = pool.add(new Host(cloud, pool.nextId(), name, imMad, vmMad, clusterId));
        cloud.stream().changed(host, "INIT");
        return host;
    }

    private Object allocate(Session session, Args args) {
        Cluster cluster = cloud.clusters().orDefault(args.number(3));
        auth(session).create(Kind.HOST).need(Right.ADMIN, cluster).check();
        String name = args.text(0);
        if (name.length() < 2 || name.length() > 63) {
            throw OneError.allocate(
                    kind, "Invalid HOSTNAME, HOSTNAME length should be greater than 1, but smaller than 64 characters");
        }
        String flaw = creationFlaw(name, -1);
        if (flaw != null) {
            throw OneError.allocate(kind, flaw);
        }
        Host host = create(name, args.text(1), args.text(2), cluster.id());
        if (Host.MONITORED_BY.contains(args.text(1))) {
            reportAfter(host, FIRST_REPORT);
        }
        return host.id();
    }

    private void reportAfter(Host host, Duration delay) {
        cloud.events().after(delay, () -> {
            if (pool.find(host.id()) == host && host.state() == Host.INIT) {
                host.report(Hardware.ofHost(host.name()));
                cloud.scheduler().wake();
            }
        });
    }

    private Object delete(Session session, Args args) {
        Host host = get(session, args.number(0), Right.ADMIN);
        if (!host.vms().isEmpty()) {
            throw OneError.action("Cannot delete host. Can not remove a host with running VMs");
        }
        pool.remove(host.id());
        return host.id();
    }

    private Object status(Session session, Args args) {
        Host host = get(session, args.number(0), Right.ADMIN);
        switch (args.number(1)) {
            case 0 -> {
                host.state(Host.INIT);
                reportAfter(host, REPORT_AFTER_ENABLE);
            }
            case 1 -> host.state(Host.DISABLED);
            case 2 -> host.offline();
            default -> throw OneError.internal("Wrong status code");
        }
        return host.id();
    }

    @Override
    Right updateRight() {
        return Right.ADMIN;
    }

    @Override
    void update(Host host, Template change, boolean append) {
        super.update(host, change, append);
        host.keepDrivers();
        host.settingsChanged();
        cloud.scheduler().wake();
    }

    private Object monitoring(Session session, Args args) {
        Host host = get(session, args.number(0), Right.USE);
        Xml xml = new Xml().open("MONITORING_DATA");
        writeSample(xml, host);
        return xml.close("MONITORING_DATA").toString();
    }

    private Object poolMonitoring(Session session, Args args) {
        Auth auth = auth(session);
        Xml xml = new Xml().open("MONITORING_DATA");
        for (Host host : pool.all()) {
            if (auth.allowed(Right.USE, host)) {
                writeSample(xml, host);
            }
        }
        return xml.close("MONITORING_DATA").toString();
    }

    private static void writeSample(Xml xml, Host host) {
        if (host.state() == Host.MONITORED) {
            host.writeMonitoring(xml);
        }
    }
}
