package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.AclFlaws;
import io.telcofactory.testkit.opennebula.internal.access.AclRule;
import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.OneObject;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The access rules, with those that oned makes at its first start. */
public final class Acls {

    static final long ZONE_0 = AclRule.INDIVIDUAL;

    private final Cloud cloud;
    private final TreeMap<Integer, AclRule> rules = new TreeMap<>();
    private int nextId;

    Acls(Cloud cloud) {
        this.cloud = cloud;
        grant(AclRule.GROUP | 1, 0x121429000000000L | AclRule.ALL, 8, AclRule.ALL);
        grant(AclRule.ALL, Kind.ZONE.aclBit() | AclRule.ALL, 1, AclRule.ALL);
        grant(AclRule.ALL, Kind.MARKETPLACE.aclBit() | Kind.MARKETPLACEAPP.aclBit() | AclRule.ALL, 1, AclRule.ALL);
    }

    void register(MethodTable table) {
        table.add("one.acl.info", "", this::info);
        table.add("one.acl.addrule", "sss?s", this::addRule);
        table.add("one.acl.delrule", "i", this::deleteRule);
    }

    /** Lets ids pass, so that the next rule gets at least this one. */
    public void startAt(int id) {
        nextId = Math.max(nextId, id);
    }

    boolean allows(Session session, Right right, OneObject object) {
        for (AclRule rule : rules.values()) {
            if (rule.gives(right, object.kind()) && rule.isFor(session) && rule.reaches(object)) {
                return true;
            }
        }
        return false;
    }

    boolean allowsAll(Session session, Right right, Kind kind) {
        for (AclRule rule : rules.values()) {
            if (rule.gives(right, kind) && rule.isFor(session) && rule.reachesAll()) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether a session has a right on the objects of one of its groups. */
    boolean allowsInGroup(Session session, Right right, Kind kind) {
        for (AclRule rule : rules.values()) {
            if (rule.gives(right, kind) && rule.isFor(session) && rule.reachesGroupOf(session)) {
                return true;
            }
        }
        return false;
    }

    /** Adds a rule; a duplicate is dropped in silence, as oned does for the rules of a VDC. */
    void grant(long user, long resource, long rights, long zone) {
        AclRule rule = new AclRule(nextId, user, resource, rights, zone);
        if (find(rule) == null) {
            rules.put(nextId++, rule);
        }
    }

    /** Removes the rule with this content, whoever else relied on it. */
    void revoke(long user, long resource, long rights, long zone) {
        AclRule found = find(new AclRule(-1, user, resource, rights, zone));
        if (found != null) {
            rules.remove(found.id());
        }
    }

    /** Removes what names a deleted object. */
    void forget(Kind kind, int id) {
        rules.values().removeIf(rule -> rule.names(kind, id));
    }

    private @Nullable AclRule find(AclRule wanted) {
        for (AclRule rule : rules.values()) {
            if (rule.sameAs(wanted)) {
                return rule;
            }
        }
        return null;
    }

    private Object addRule(Session session, Args args) {
        Auth.of(cloud, session).need(Right.MANAGE, Kind.ACL).check();
        long zone = args.has(3) ? hex(args.text(3)) : ZONE_0;
        AclRule rule = new AclRule(nextId, hex(args.text(0)), hex(args.text(1)), hex(args.text(2)), zone);
        String flaws = AclFlaws.of(rule);
        if (!flaws.isEmpty()) {
            throw OneError.internal("Rule " + rule.text() + " is malformed: " + flaws);
        }
        if (find(rule) != null) {
            throw OneError.internal("Rule " + rule.text() + " already exists");
        }
        rules.put(nextId, rule);
        return nextId++;
    }

    private Object deleteRule(Session session, Args args) {
        Auth.of(cloud, session).need(Right.MANAGE, Kind.ACL).check();
        int id = args.number(0);
        if (rules.remove(id) == null) {
            throw OneError.internal("Rule " + id + " does not exist");
        }
        return id;
    }

    private Object info(Session session, Args args) {
        Auth.of(cloud, session).need(Right.MANAGE, Kind.ACL).check();
        return poolXml();
    }

    public String poolXml() {
        List<AclRule> sorted = new ArrayList<>(rules.values());
        // oned keeps them in a multimap by user.
        sorted.sort(Comparator.comparingLong(AclRule::user).thenComparingInt(AclRule::id));
        Xml xml = new Xml().open("ACL_POOL");
        sorted.forEach(rule -> rule.writeTo(xml));
        return xml.close("ACL_POOL").toString();
    }

    /** Reads a word as a C++ stream does: what is too large becomes the largest, what is no number 0. */
    private static long hex(String text) {
        String digits = text.strip().replaceFirst("^0[xX]", "");
        if (!digits.matches("[0-9a-fA-F]+")) {
            return 0;
        }
        return new BigInteger(digits, 16)
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValue();
    }
}
