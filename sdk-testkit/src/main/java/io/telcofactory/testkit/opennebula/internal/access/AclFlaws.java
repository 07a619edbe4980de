package io.telcofactory.testkit.opennebula.internal.access;

import java.util.Set;

/** All that is wrong with an access rule, in the words of oned. */
public final class AclFlaws {

    private static final long SELECTORS = AclRule.INDIVIDUAL | AclRule.GROUP | AclRule.ALL | AclRule.CLUSTER;
    private static final long KINDS = 0xFFFFFFF000000000L;
    private static final long NO_KIND = 0xFE80000000000000L;
    private static final Set<Kind> CLUSTERED = Set.of(Kind.HOST, Kind.NET, Kind.DATASTORE, Kind.HOOK, Kind.BACKUPJOB);
    private static final Set<Kind> UNGROUPED = Set.of(Kind.HOST, Kind.GROUP, Kind.CLUSTER, Kind.ZONE, Kind.VDC);
    private static final Set<Kind> ZONELESS = Set.of(Kind.USER, Kind.GROUP, Kind.ZONE, Kind.ACL, Kind.VDC);

    private final AclRule rule;
    private final StringBuilder text = new StringBuilder();

    private AclFlaws(AclRule rule) {
        this.rule = rule;
    }

    /** Lists the flaws; empty when there are none. */
    public static String of(AclRule rule) {
        AclFlaws flaws = new AclFlaws(rule);
        flaws.checkUser();
        flaws.checkResource();
        flaws.when(rule.rights() == 0, "wrong [rights], it cannot be 0");
        flaws.when(rule.rights() > 0xF, "wrong [rights], it cannot be bigger than 0xF");
        flaws.checkZone();
        return flaws.text.toString();
    }

    private void checkUser() {
        long user = rule.user();
        when(both(user, AclRule.INDIVIDUAL, AclRule.GROUP), "[user] INDIVIDUAL (#) and GROUP (@) bits are exclusive");
        when(both(user, AclRule.INDIVIDUAL, AclRule.ALL), "[user] INDIVIDUAL (#) and ALL (*) bits are exclusive");
        when(both(user, AclRule.GROUP, AclRule.ALL), "[user] GROUP (@) and ALL (*) bits are exclusive");
        when(
                (user & (SELECTORS & ~AclRule.CLUSTER)) == 0,
                "[user] is missing one of the INDIVIDUAL, GROUP or ALL bits");
        checkId(user, "user");
    }

    private void checkResource() {
        long resource = rule.resource();
        when(
                Long.bitCount(resource & SELECTORS) > 1,
                "[resource] INDIVIDUAL (#), GROUP (@), CLUSTER (%) and ALL (*) bits are exclusive");
        when(
                (resource & AclRule.CLUSTER) != 0 && !CLUSTERED.containsAll(rule.kindsOf()),
                "[resource] CLUSTER(%) selector can be applied only to DATASTORE, HOST and NET types");
        when(
                (resource & AclRule.GROUP) != 0 && rule.kindsOf().stream().anyMatch(UNGROUPED::contains),
                "[resource] GROUP(@) selector cannot be applied to HOST, GROUP, CLUSTER, ZONE or VDC types");
        when((resource & SELECTORS) == 0, "[resource] is missing one of the INDIVIDUAL, GROUP, CLUSTER or ALL bits");
        checkId(resource, "resource");
        when((resource & KINDS) == 0, "[resource] type is missing");
        when((resource & NO_KIND) != 0, "wrong [resource] type");
    }

    private void checkZone() {
        long zone = rule.zone();
        if ((zone & AclRule.GROUP) != 0) {
            // The real server forgets the semicolon here.
            text.append("[zone] GROUP (@) bit is not supported");
        }
        when(both(zone, AclRule.INDIVIDUAL, AclRule.ALL), "[zone] INDIVIDUAL (#) and ALL (*) bits are exclusive");
        when((zone & (SELECTORS & ~AclRule.CLUSTER)) == 0, "[zone] is missing one of the INDIVIDUAL or ALL bits");
        checkId(zone, "zone");
        when(
                (zone & AclRule.ALL) != 0
                        && (rule.resource() & AclRule.INDIVIDUAL) != 0
                        && !ZONELESS.containsAll(rule.kindsOf()),
                "[resource] INDIVIDUAL(#) selector cannot be applied to ALL zones, except for USER, GROUP and ZONE"
                        + " types");
    }

    private void checkId(long word, String name) {
        int id = (int) word;
        when(id < 0, "[" + name + "] ID cannot be negative");
        when((word & AclRule.ALL) != 0 && id != 0, "when using the ALL bit, [" + name + "] ID must be 0");
    }

    private static boolean both(long word, long one, long other) {
        return (word & one) != 0 && (word & other) != 0;
    }

    private void when(boolean flawed, String flaw) {
        if (flawed) {
            text.append(text.isEmpty() ? "" : "; ").append(flaw);
        }
    }
}
