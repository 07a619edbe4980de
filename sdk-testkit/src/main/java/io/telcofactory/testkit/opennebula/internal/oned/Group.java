package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.OneObject;
import io.telcofactory.testkit.opennebula.internal.access.Permissions;
import io.telcofactory.testkit.opennebula.internal.access.QuotaSet;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.Set;
import java.util.TreeSet;

/** A group with its members, its admins, its quotas and its VLAN rules. */
public final class Group extends OneObject {

    private static final Permissions MEMBERS = Permissions.octal("040");

    private final TreeSet<Integer> users = new TreeSet<>();
    private final TreeSet<Integer> admins = new TreeSet<>();
    private final QuotaSet quotas = new QuotaSet(false);
    private final Template vlanRules = new Template();

    Group(int id, String name) {
        super(Kind.GROUP, id, name);
    }

    @Override
    public int groupId() {
        return id();
    }

    @Override
    public Permissions permissions() {
        return MEMBERS;
    }

    Set<Integer> users() {
        return users;
    }

    Set<Integer> admins() {
        return admins;
    }

    public QuotaSet quotas() {
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
    public void writeTo(Xml xml) {
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
