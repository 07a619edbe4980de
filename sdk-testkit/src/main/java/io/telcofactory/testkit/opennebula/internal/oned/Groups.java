package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.AclRule;
import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.RestrictedAttributes;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Names;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Groups: a new one joins the default VDC at once and gets no right to create anything. */
public final class Groups extends Resource<Group> {

    private static final Set<String> SCOPES = Set.of("VLAN_ID", "OUTER_VLAN_ID", "CVLAN", "VLAN_TAGGED_ID", "ANY");

    /** What the admin of a group may do with the objects of its group. */
    private static final long GROUP_OBJECTS = 0x12542d000000000L;

    Groups(Cloud cloud) {
        super(cloud, Kind.GROUP);
    }

    @Override
    RestrictedAttributes restricted() {
        return RestrictedAttributes.GROUP;
    }

    @Override
    void register(MethodTable table) {
        table.add("one.group.info", "i?b", this::info);
        table.add("one.group.update", "is?i", this::update);
        table.add("one.grouppool.info", "", (session, args) -> poolXml(session, each -> true));
        table.add("one.group.allocate", "s", this::allocate);
        table.add("one.group.delete", "i", this::delete);
        table.add("one.group.vlan", "is", this::vlan);
        table.add("one.group.addadmin", "ii", this::addAdmin);
        table.add("one.group.deladmin", "ii", this::deleteAdmin);
    }

    Group create(String name) {
        return pool.add(new Group(pool.nextId(), name));
    }

    String nameOf(int gid) {
        Group group = pool.find(gid);
        return group == null ? "" : group.name();
    }

    @Override
    Object info(Session session, Args args) {
        return args.number(0) == -1 ? document(session, get(session.gid())) : super.info(session, args);
    }

    @Override
    String document(Session session, Group group) {
        Xml xml = new Xml();
        group.writeTo(xml);
        group.quotas().writeTo(xml);
        group.writeVlanRules(xml);
        xml.open("DEFAULT_GROUP_QUOTAS");
        cloud.quotas().groupDefaults().writeTo(xml);
        return xml.close("DEFAULT_GROUP_QUOTAS").close("GROUP").toString();
    }

    @Override
    void writeInPool(Xml xml, Group group) {
        group.writeTo(xml);
        xml.close("GROUP").open("QUOTAS").text("ID", group.id());
        group.quotas().writeTo(xml);
        xml.close("QUOTAS");
        group.writeVlanRules(xml);
    }

    @Override
    void writePoolTail(Xml xml, Session session) {
        xml.open("DEFAULT_GROUP_QUOTAS");
        cloud.quotas().groupDefaults().writeTo(xml);
        xml.close("DEFAULT_GROUP_QUOTAS");
    }

    @Override
    @Nullable String nameFlaw(String name) {
        return Names.flaw(name, " ");
    }

    private Object allocate(Session session, Args args) {
        auth(session).create(Kind.GROUP).check();
        checkName(args.text(0), -1);
        return createWithRules(args.text(0)).id();
    }

    /** Makes a group that may use what the default VDC has. */
    public Group createWithRules(String name) {
        Group group = create(name);
        cloud.vdcs().get(0).addGroup(group.id());
        return group;
    }

    private Object delete(Session session, Args args) {
        Group group = get(session, args.number(0), Right.ADMIN);
        if (group.id() < 100) {
            throw OneError.action("Cannot delete group. System Groups (ID < 100) cannot be deleted.");
        }
        if (!group.users().isEmpty()) {
            throw OneError.action("Cannot delete group. Group " + group.id() + " is not empty.");
        }
        cloud.vdcs().pool.all().forEach(vdc -> vdc.removeGroup(group.id()));
        cloud.acls().forget(Kind.GROUP, group.id());
        pool.remove(group.id());
        return group.id();
    }

    @Override
    Right updateRight() {
        return Right.ADMIN;
    }

    private Object vlan(Session session, Args args) {
        Group group = get(session, args.number(0), Right.ADMIN);
        Template rules = parse(args.text(1), "");
        Template accepted = new Template();
        for (Vector rule : rules.vectors("RULE")) {
            if (!rule.get("ID").matches("\\d+(-\\d+)?(,\\d+(-\\d+)?)*")) {
                throw OneError.action("Invalid ID specification.");
            }
            if (!SCOPES.contains(rule.get("SCOPE"))) {
                throw OneError.action("Wrong SCOPE in rule.");
            }
            Vector kept = new Vector().set("ID", rule.get("ID")).set("SCOPE", rule.get("SCOPE"));
            accepted.add("RULE", kept.set("VNTEMPLATE", rule.given("VNTEMPLATE") ? rule.get("VNTEMPLATE") : "-1"));
        }
        group.vlanRules().clear();
        group.vlanRules().merge(accepted);
        return group.id();
    }

    private Object addAdmin(Session session, Args args) {
        Group group = get(args.number(0));
        User user = cloud.users().get(args.number(1));
        auth(session).need(Right.ADMIN, group).need(Right.ADMIN, user).check();
        if (!group.users().contains(user.id())) {
            throw OneError.internal(
                    "Cannot edit group. User " + user.id() + " is not part of Group " + group.id() + ".");
        }
        if (!group.admins().add(user.id())) {
            throw OneError.internal("Cannot edit group. User " + user.id() + " is already an administrator of Group "
                    + group.id() + ".");
        }
        adminRules(user.id(), group.id(), true);
        return group.id();
    }

    private Object deleteAdmin(Session session, Args args) {
        Group group = get(args.number(0));
        User user = cloud.users().get(args.number(1));
        auth(session).need(Right.ADMIN, group).need(Right.ADMIN, user).check();
        if (!group.admins().remove(user.id())) {
            throw OneError.internal(
                    "Cannot edit group. User " + user.id() + " is not an administrator of Group " + group.id() + ".");
        }
        adminRules(user.id(), group.id(), false);
        return group.id();
    }

    private void adminRules(int uid, int gid, boolean add) {
        long user = AclRule.INDIVIDUAL | uid;
        long ofGroup = AclRule.GROUP | gid;
        rule(add, user, Kind.USER.aclBit() | ofGroup, 0xF);
        rule(add, user, GROUP_OBJECTS | ofGroup, 3);
        rule(add, user, Kind.VROUTER.aclBit() | AclRule.ALL, 8);
        rule(add, user, Kind.GROUP.aclBit() | AclRule.INDIVIDUAL | gid, 2);
    }

    private void rule(boolean add, long user, long resource, long rights) {
        if (add) {
            cloud.acls().grant(user, resource, rights, AclRule.ALL);
        } else {
            cloud.acls().revoke(user, resource, rights, AclRule.ALL);
        }
    }
}
