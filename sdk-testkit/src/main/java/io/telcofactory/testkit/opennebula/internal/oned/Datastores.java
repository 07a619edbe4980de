package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Template;

/** Datastores; those of the dummy driver report the same capacity as the real dummy driver. */
public final class Datastores extends OwnedResource<Datastore> {

    Datastores(Cloud cloud) {
        super(cloud, Kind.DATASTORE);
    }

    /** Makes the three datastores of every installation. */
    void bootstrap(Session oneadmin) {
        create(oneadmin, "system", "TYPE=SYSTEM_DS\nTM_MAD=local\nALLOW_ORPHANS=FORMAT\nSHARED=NO", 0)
                .capacity(0, 0, 0);
        create(oneadmin, "default", "TYPE=IMAGE_DS\nDS_MAD=fs\nTM_MAD=local\nALLOW_ORPHANS=FORMAT\nLN_TARGET=SYSTEM", 0)
                .capacity(258_020, 77_518, 26_380);
        create(oneadmin, "files", "TYPE=FILE_DS\nDS_MAD=fs\nTM_MAD=local\nALLOW_ORPHANS=FORMAT\nLN_TARGET=SYSTEM", 0)
                .capacity(258_020, 77_518, 26_380);
        pool.startAt(100);
    }

    @Override
    void register(MethodTable table) {
        registerOwned(table);
        table.add("one.datastorepool.info", "", (session, args) -> poolXml(session, each -> true));
        table.add("one.datastore.allocate", "si", this::allocate);
        table.add("one.datastore.delete", "i", this::delete);
        table.add("one.datastore.enable", "ib", this::enable);
    }

    public Datastore create(Session session, String name, String text, int cluster) {
        return create(session, name, parse(text, ""), cluster);
    }

    private Datastore create(Session session, String name, Template template, int cluster) {
        Datastore datastore = pool.add(new Datastore(cloud, pool.nextId(), name, session, template));
        datastore.clusters().add(cluster);
        if (datastore.type() == Datastore.SYSTEM) {
            datastore.capacity(4_796_800, 3_333_260, 1_429_920);
        } else {
            datastore.capacity(20_480, 20_480, 9_720);
        }
        return datastore;
    }

    private Object allocate(Session session, Args args) {
        Cluster cluster = cloud.clusters().orDefault(args.number(1));
        auth(session).create(kind).need(Right.ADMIN, cluster).check();
        Template template = parse(args.text(0), "");
        String name = template.text("NAME");
        template.remove("NAME");
        checkName(name, session.uid());
        String flaw = DatastoreDrivers.flaw(template);
        if (flaw != null) {
            throw OneError.internal(flaw);
        }
        return create(session, name, template, cluster.id()).id();
    }

    private Object delete(Session session, Args args) {
        Datastore datastore = get(session, args.number(0), Right.ADMIN);
        if (!datastore.images().isEmpty()) {
            throw OneError.action("Cannot delete datastore. Datastore " + datastore.id() + " is not empty.");
        }
        pool.remove(datastore.id());
        return datastore.id();
    }

    /** Keeps what a new template does not name and may not take away. */
    @Override
    void update(Datastore datastore, Template change, boolean append) {
        Template next = append ? datastore.template().copy() : new Template();
        next.merge(change);
        String flaw = DatastoreDrivers.flawOfUpdate(datastore, next);
        if (flaw != null) {
            throw OneError.internal("Cannot update template. " + flaw);
        }
        super.update(datastore, next, false);
    }

    private Object enable(Session session, Args args) {
        Datastore datastore = get(session, args.number(0), Right.MANAGE);
        if (datastore.type() != Datastore.SYSTEM) {
            throw OneError.internal("Only SYSTEM_DS can be disabled or enabled");
        }
        datastore.enabled(args.flag(1, true));
        return datastore.id();
    }
}
