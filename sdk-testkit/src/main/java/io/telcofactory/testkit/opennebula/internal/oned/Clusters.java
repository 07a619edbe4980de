package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.OneObject;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import java.util.Set;

/** Clusters and their members. */
public final class Clusters extends Resource<Cluster> {

    Clusters(Cloud cloud) {
        super(cloud, Kind.CLUSTER);
        pool.add(new Cluster(cloud, 0, "default"));
        pool.startAt(100);
    }

    @Override
    void register(MethodTable table) {
        registerBasics(table);
        table.add("one.clusterpool.info", "", (session, args) -> poolXml(session, each -> true));
        table.add("one.cluster.allocate", "s", this::allocate);
        table.add("one.cluster.delete", "i", this::delete);
        table.add("one.cluster.optimize", "i", this::optimize);
        table.add("one.cluster.planexecute", "i", (session, args) -> {
            get(session, args.number(0), Right.ADMIN);
            throw OneError.action("Plan is not ready");
        });
        table.add("one.cluster.plandelete", "i", (session, args) -> {
            Cluster cluster = get(session, args.number(0), Right.ADMIN);
            throw OneError.action("Plan for cluster " + cluster.id() + " does not exist");
        });
        table.add("one.cluster.addhost", "ii", this::addHost);
        table.add("one.cluster.delhost", "ii", this::deleteHost);
        member(table, "datastore", Kind.DATASTORE);
        member(table, "vnet", Kind.NET);
    }

    private void member(MethodTable table, String word, Kind of) {
        table.add("one.cluster.add" + word, "ii", (session, args) -> member(session, args, of, true));
        table.add("one.cluster.del" + word, "ii", (session, args) -> member(session, args, of, false));
    }

    public Cluster create(String name) {
        return pool.add(new Cluster(cloud, pool.nextId(), name));
    }

    Cluster orDefault(int id) {
        return get(id == -1 ? 0 : id);
    }

    String nameOf(int id) {
        Cluster cluster = pool.find(id);
        return cluster == null ? "" : cluster.name();
    }

    private Object allocate(Session session, Args args) {
        auth(session).create(Kind.CLUSTER).check();
        String flaw = creationFlaw(args.text(0), -1);
        if (flaw != null) {
            throw OneError.allocate(kind, flaw);
        }
        return create(args.text(0)).id();
    }

    private Object delete(Session session, Args args) {
        Cluster cluster = get(session, args.number(0), Right.ADMIN);
        if (cluster.id() < 100) {
            throw OneError.action("Cannot delete cluster. System Clusters (ID < 100) cannot be deleted.");
        }
        refuseMembers(cluster, Kind.HOST, "hosts");
        refuseMembers(cluster, Kind.DATASTORE, "datastores");
        refuseMembers(cluster, Kind.NET, "vnets");
        pool.remove(cluster.id());
        cloud.acls().forget(kind, cluster.id());
        return cluster.id();
    }

    /** Asks for a plan; there is nothing to make better here, so that none comes. */
    private Object optimize(Session session, Args args) {
        return get(session, args.number(0), Right.ADMIN).id();
    }

    private static void refuseMembers(Cluster cluster, Kind of, String word) {
        int count = cluster.members(of).size();
        if (count > 0) {
            throw OneError.action("Cannot delete cluster. Cluster " + cluster.id() + " is not empty, it contains "
                    + count + " " + word + ".");
        }
    }

    @Override
    Right updateRight() {
        return Right.MANAGE;
    }

    @Override
    void update(Cluster cluster, Template change, boolean append) {
        for (Vector drs : change.vectors("ONE_DRS")) {
            for (int id : cluster.members(Kind.HOST)) {
                if (!drs.pairs().isEmpty() && cloud.hosts().get(id).isPinned()) {
                    throw OneError.internal("Cannot update template. Error cluster contains pinned host " + id);
                }
            }
        }
        super.update(cluster, change, append);
    }

    private Object addHost(Session session, Args args) {
        Cluster cluster = get(args.number(0));
        Host host = cloud.hosts().get(args.number(1));
        auth(session).need(Right.ADMIN, cluster).need(Right.ADMIN, host).check();
        host.clusterId(cluster.id());
        return cluster.id();
    }

    private Object deleteHost(Session session, Args args) {
        Cluster cluster = get(args.number(0));
        Host host = cloud.hosts().get(args.number(1));
        auth(session).need(Right.ADMIN, cluster).need(Right.ADMIN, host).check();
        host.clusterId(0);
        return cluster.id();
    }

    private Object member(Session session, Args args, Kind of, boolean add) {
        Cluster cluster = get(args.number(0));
        OneObject object = cloud.resource(of).get(args.number(1));
        auth(session).need(Right.ADMIN, cluster).need(Right.ADMIN, object).check();
        Set<Integer> clusters = object.clusters();
        if (add) {
            clusters.add(cluster.id());
        } else {
            clusters.remove(cluster.id());
        }
        return cluster.id();
    }
}
