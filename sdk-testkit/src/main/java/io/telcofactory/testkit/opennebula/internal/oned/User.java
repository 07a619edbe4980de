package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.LoginToken;
import io.telcofactory.testkit.opennebula.internal.access.OneObject;
import io.telcofactory.testkit.opennebula.internal.access.Permissions;
import io.telcofactory.testkit.opennebula.internal.access.QuotaSet;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A user with its groups, tokens and quotas. */
public final class User extends OneObject {

    private static final Permissions SELF = Permissions.octal("600");

    private final Cloud cloud;
    private final TreeSet<Integer> groups = new TreeSet<>();
    private final List<LoginToken> tokens = new ArrayList<>();
    private final QuotaSet quotas = new QuotaSet(false);
    private int gid;
    private String passwordKept;
    private String driver;
    private boolean enabled = true;

    User(Cloud cloud, int id, String name, String passwordKept, String driver, List<Integer> groups) {
        super(Kind.USER, id, name);
        this.cloud = cloud;
        this.passwordKept = passwordKept;
        this.driver = driver;
        this.gid = groups.get(0);
        this.groups.addAll(groups);
    }

    @Override
    public int ownerId() {
        return id();
    }

    @Override
    public int groupId() {
        return gid;
    }

    public void groupId(int newGid) {
        gid = newGid;
    }

    @Override
    public Permissions permissions() {
        return SELF;
    }

    Set<Integer> groups() {
        return groups;
    }

    List<LoginToken> tokens() {
        return tokens;
    }

    public QuotaSet quotas() {
        return quotas;
    }

    String passwordKept() {
        return passwordKept;
    }

    void passwordKept(String hash) {
        passwordKept = hash;
    }

    void driver(String newDriver) {
        driver = newDriver;
    }

    String driver() {
        return driver;
    }

    boolean enabled() {
        return enabled;
    }

    void enabled(boolean newEnabled) {
        enabled = newEnabled;
    }

    @Override
    public void writeTo(Xml xml) {
        xml.open("USER").text("ID", id()).text("GID", gid).ids("GROUPS", groups);
        xml.text("GNAME", cloud.groups().nameOf(gid)).text("NAME", name());
        xml.cdata("PASSWORD", passwordKept).cdata("AUTH_DRIVER", driver).text("ENABLED", enabled ? 1 : 0);
        tokens.forEach(token -> token.writeTo(xml));
        template().writeTo(xml, "TEMPLATE");
    }
}
