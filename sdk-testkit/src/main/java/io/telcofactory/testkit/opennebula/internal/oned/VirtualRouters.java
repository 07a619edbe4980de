package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Virtual routers: their names may repeat, their floating addresses are leases of their own. */
final class VirtualRouters extends OwnedResource<VirtualRouter> {

    static final String HOLDER = "VROUTER";

    /** A static IPv6 address is not among them, as on the real server: the router's machines then ask the one that the router has. */
    private static final List<String> FLOATING = List.of("MAC", "IP", "IP6_LINK", "IP6_ULA", "IP6_GLOBAL", "VLAN_ID");
    /** What a network writes into the NIC of a machine, and not into that of a router. */
    private static final Set<String> KEPT = Set.of(
            "AR_ID",
            "FLOATING_IP",
            "FLOATING_ONLY",
            "NETWORK",
            "NETWORK_ID",
            "NIC_ID",
            "MAC",
            "IP",
            "IP6",
            "IP6_LINK",
            "IP6_ULA",
            "IP6_GLOBAL",
            "NETWORK_UNAME",
            "NETWORK_UID");

    VirtualRouters(Cloud cloud) {
        super(cloud, Kind.VROUTER);
    }

    @Override
    void register(MethodTable table) {
        registerOwned(table);
        registerLocks(table);
        registerPool(table);
        table.add("one.vrouter.allocate", "s", this::allocate);
        table.add("one.vrouter.delete", "i", this::delete);
        table.add("one.vrouter.instantiate", "iiisbs", this::instantiate);
        table.add("one.vrouter.attachnic", "is", this::attachNic);
        table.add("one.vrouter.detachnic", "ii", this::detachNic);
    }

    @Override
    boolean sharesNameSpace(VirtualRouter router, int ownerId) {
        return false;
    }

    private Object allocate(Session session, Args args) {
        Template content = parse(args.text(0), "");
        Auth auth = auth(session).create(kind);
        new VmNics(cloud, session).networks(content).forEach(network -> auth.need(Right.USE, network));
        auth.check();
        String name = content.text("NAME");
        checkName(name, session.uid());
        VirtualRouter router = new VirtualRouter(cloud, pool.nextId(), name, session);
        content.remove("NAME");
        router.template().merge(content);
        int id = 0;
        for (Vector nic : router.nics()) {
            lease(session, router, nic, id++);
        }
        return pool.add(router).id();
    }

    private void lease(Session session, VirtualRouter router, Vector nic, int id) {
        Network network = new VmNics(cloud, session).network(nic);
        if (network == null) {
            throw OneError.internal("Virtual Router is incompatible with auto mode");
        }
        boolean floating = Numbers.yes(nic.get("FLOATING_IP"));
        if (floating) {
            String failure = network.lease(nic, HOLDER, router.id());
            if (failure != null) {
                throw OneError.internal(failure);
            }
        }
        nic.set("NETWORK", network.name()).set("NETWORK_ID", network.id()).set("NIC_ID", id);
        nic.pairs().keySet().retainAll(KEPT);
        if (floating) {
            for (String key : FLOATING) {
                if (nic.has(key)) {
                    nic.set("VROUTER_" + key, nic.get(key));
                    nic.remove(key);
                }
            }
        }
    }

    private Object delete(Session session, Args args) {
        VirtualRouter router = get(session, args.number(0), Right.MANAGE);
        pool.remove(router.id());
        release(router);
        for (int id : router.vms()) {
            Vm vm = cloud.vms().pool.find(id);
            if (vm != null && vm.state() != VmState.DONE) {
                end(vm, session);
            }
        }
        return router.id();
    }

    private void end(Vm vm, Session session) {
        try {
            cloud.lifeCycle().act(vm, "terminate-hard", session);
        } catch (OneError notNow) {
            cloud.lifeCycle().done(vm);
        }
    }

    private void release(VirtualRouter router) {
        for (Network network : cloud.networks().pool.all()) {
            network.release(HOLDER, router.id());
        }
    }

    private Object instantiate(Session session, Args args) {
        VirtualRouter router = get(args.number(0));
        auth(session).need(Right.MANAGE, router).check();
        int templateId = args.number(2) < 0 ? router.template().number("TEMPLATE_ID", -1) : args.number(2);
        if (templateId < 0) {
            throw OneError.action("A template ID was not provided, and the virtual router does not have a default one");
        }
        VmTemplate template = cloud.templates().get(templateId);
        if (!template.template().yes("VROUTER")) {
            throw OneError.action("Only virtual router templates are allowed");
        }
        String name = args.text(3).isEmpty() ? "vr-" + router.name() + "-%i" : args.text(3);
        Template extra = parse(args.text(5), "");
        List<Integer> made = new ArrayList<>();
        for (int i = 0; i < args.number(1); i++) {
            Template own = extra.copy();
            own.remove("NIC");
            router.nics().forEach(nic -> own.add("NIC", nic.copy()));
            own.set("VROUTER_ID", router.id());
            made.add(cloud.templates()
                    .instantiate(kind, session, template, name.replace("%i", Integer.toString(i)), true, own));
        }
        router.vms().addAll(made);
        router.template().set("TEMPLATE_ID", templateId);
        if (!args.flag(4, false)) {
            made.forEach(id -> cloud.lifeCycle().act(cloud.vms().get(id), "release", session));
        }
        return router.id();
    }

    private Object attachNic(Session session, Args args) {
        VirtualRouter router = get(args.number(0));
        Template content = parse(args.text(1), "");
        Auth auth = auth(session).need(Right.MANAGE, router);
        new VmNics(cloud, session).networks(content).forEach(network -> auth.need(Right.USE, network));
        auth.check();
        if (content.vectors("NIC").isEmpty()) {
            throw OneError.action("Wrong format or missing NIC attribute");
        }
        Vector nic = content.vector("NIC");
        try {
            lease(session, router, nic, router.nextNicId());
        } catch (OneError refused) {
            throw OneError.action(refused.text());
        }
        router.template().add("NIC", nic);
        for (int id : router.vms()) {
            Template single = new Template();
            single.set("NIC", nic.copy());
            cloud.vms().changes().attachNic(session, cloud.vms().get(id), single);
        }
        return router.id();
    }

    private Object detachNic(Session session, Args args) {
        VirtualRouter router = get(session, args.number(0), Right.MANAGE);
        int nicId = args.number(1);
        Vector found = null;
        for (Vector nic : router.nics()) {
            found = nic.number("NIC_ID", -1) == nicId ? nic : found;
        }
        if (found == null) {
            throw OneError.action("NIC with NIC_ID " + nicId + " does not exist.");
        }
        router.template().removeOne("NIC", found);
        Network network = cloud.networks().pool.find(found.number("NETWORK_ID", -1));
        if (network != null && found.given("VROUTER_IP")) {
            network.release(HOLDER, router.id(), found.get("VROUTER_MAC"));
        }
        for (int id : router.vms()) {
            cloud.vms().changes().detachNic(cloud.vms().get(id), nicId, session);
        }
        return router.id();
    }
}
