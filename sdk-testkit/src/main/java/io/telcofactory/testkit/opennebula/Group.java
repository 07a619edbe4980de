package io.telcofactory.testkit.opennebula;

import java.util.Set;
import java.util.TreeSet;

/** A group with its members, its admins, its quotas and its VLAN rules. */
final class Group extends OneObject {

    private static final Permissions MEMBERS = Permissions.octal("040");

    private final TreeSet<Integer> users = new TreeSet<>();
    private final TreeSet<Integer> admins = new TreeSet<>();
    private final QuotaSet quotas = new QuotaSet(false);
    private final Template vlanRules = new Template();

    Group(int id, String name) {
        super(Kind.GROUP, id, name);
    }

    @Override
    int groupId() {
        return id();
    }

    @Override
    Permissions permissions() {
        return MEMBERS;
    }

    Set<Integer> users() {
        return users;
    }

    Set<Integer> admins() {
        return admins;
    }

    QuotaSet quotas() {
        return quotas;
    }

    Template vlanRules() {
        return vlanRules;
    }

    void forget(int uid) {
        users.remove(uid);
        admins.remove(uid);
    }

    @Override
    void writeTo(Xml xml) {
        xml.open("GROUP").text("ID", id()).text("NAME", name());
        template().writeTo(xml, "TEMPLATE");
        xml.ids("USERS", users).ids("ADMINS", admins);
    }

    void writeVlanRules(Xml xml) {
        xml.open("VLAN_RULES").cdata("ID", id());
        vlanRules.writeAttributes(xml);
        xml.close("VLAN_RULES");
    }
}
