package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Template;

/** Virtual data centres. */
final class Vdcs extends Resource<Vdc> {

    Vdcs(Cloud cloud) {
        super(cloud, Kind.VDC);
        Vdc all = pool.add(new Vdc(cloud.acls(), 0, "default"));
        all.template()
                .set(
                        "DESCRIPTION",
                        "Every new group is added to this VDC. Use it to store default access rules for your groups."
                                + " NOTE: You may need to remove a group from the default VDC before assigning it to"
                                + " other VDC.");
        all.add(Kind.CLUSTER, new Vdc.Entry(0, Vdc.ALL_RESOURCES));
        all.addGroup(1);
        pool.startAt(100);
    }

    @Override
    void register(MethodTable table) {
        registerBasics(table);
        table.add("one.vdcpool.info", "", (session, args) -> poolXml(session, each -> true));
        table.add("one.vdc.allocate", "s", this::allocate);
        table.add("one.vdc.delete", "i", this::delete);
        table.add("one.vdc.addgroup", "ii", this::addGroup);
        table.add("one.vdc.delgroup", "ii", this::deleteGroup);
        resource(table, Kind.CLUSTER, "cluster");
        resource(table, Kind.HOST, "host");
        resource(table, Kind.DATASTORE, "datastore");
        resource(table, Kind.NET, "vnet");
    }

    private void resource(MethodTable table, Kind of, String word) {
        table.add("one.vdc.add" + word, "iii", (session, args) -> add(session, args, of));
        table.add("one.vdc.del" + word, "iii", (session, args) -> remove(session, args, of));
    }

    private Object allocate(Session session, Args args) {
        auth(session).create(Kind.VDC).check();
        Template template = parse(args.text(0), "");
        String name = template.text("NAME");
        checkName(name, -1);
        template.remove("NAME");
        Vdc vdc = pool.add(new Vdc(cloud.acls(), pool.nextId(), name));
        vdc.template().merge(template);
        return vdc.id();
    }

    private Object delete(Session session, Args args) {
        Vdc vdc = get(session, args.number(0), Right.ADMIN);
        if (vdc.id() < 100) {
            throw OneError.action("Cannot delete VDC. System VDCs (ID < 100) cannot be deleted.");
        }
        for (int gid : vdc.groups().toArray(Integer[]::new)) {
            vdc.removeGroup(gid);
        }
        pool.remove(vdc.id());
        return vdc.id();
    }

    private Object addGroup(Session session, Args args) {
        Vdc vdc = get(args.number(0));
        Group group = cloud.groups().get(args.number(1));
        auth(session).need(Right.ADMIN, vdc).need(Right.ADMIN, group).check();
        if (!vdc.addGroup(group.id())) {
            throw OneError.internal("Group " + group.id() + " is already assigned to the VDC " + vdc.id());
        }
        return vdc.id();
    }

    private Object deleteGroup(Session session, Args args) {
        Vdc vdc = get(args.number(0));
        Group group = cloud.groups().pool.find(args.number(1));
        Auth auth = auth(session).need(Right.ADMIN, vdc);
        if (group != null) {
            auth.need(Right.ADMIN, group);
        }
        auth.check();
        if (!vdc.removeGroup(args.number(1))) {
            throw OneError.internal("Group " + args.number(1) + " is not assigned to the VDC " + vdc.id());
        }
        return vdc.id();
    }

    private Object add(Session session, Args args, Kind of) {
        Vdc vdc = get(args.number(0));
        Auth auth = auth(session).need(Right.ADMIN, vdc);
        cloud.zones().get(args.number(1));
        if (args.number(2) != Vdc.ALL_RESOURCES) {
            auth.need(Right.ADMIN, cloud.resource(of).get(args.number(2)));
        }
        auth.check();
        if (!vdc.add(of, new Vdc.Entry(args.number(1), args.number(2)))) {
            throw OneError.internal(name(of, args) + " is already assigned to the VDC");
        }
        return vdc.id();
    }

    private Object remove(Session session, Args args, Kind of) {
        Vdc vdc = get(args.number(0));
        auth(session).need(Right.ADMIN, vdc).check();
        if (!vdc.remove(of, new Vdc.Entry(args.number(1), args.number(2)))) {
            throw OneError.internal(name(of, args) + " is not assigned to the VDC ");
        }
        return vdc.id();
    }

    private static String name(Kind of, Args args) {
        return of.name() + " " + args.number(2) + " from Zone " + args.number(1);
    }
}
