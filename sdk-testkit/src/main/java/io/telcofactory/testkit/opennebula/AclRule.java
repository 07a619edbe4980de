package io.telcofactory.testkit.opennebula;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One access rule in its wire form: 64-bit words with the selector in the upper bits and an id in the lower 32. */
record AclRule(int id, long user, long resource, long rights, long zone) {

    static final long INDIVIDUAL = 0x100000000L;
    static final long GROUP = 0x200000000L;
    static final long ALL = 0x400000000L;
    static final long CLUSTER = 0x800000000L;

    private static final long ID = 0xFFFFFFFFL;
    private static final long KINDS = 0x1FFFFF000000000L;
    private static final Set<Kind> CLUSTERED = Set.of(Kind.HOST, Kind.NET, Kind.DATASTORE);
    private static final Set<Kind> UNGROUPED = Set.of(Kind.HOST, Kind.GROUP, Kind.CLUSTER, Kind.ZONE, Kind.VDC);
    private static final Set<Kind> ZONELESS = Set.of(Kind.USER, Kind.GROUP, Kind.ZONE, Kind.ACL, Kind.VDC);

    boolean isFor(Session session) {
        return (user & ALL) != 0
                || ((user & INDIVIDUAL) != 0 && (user & ID) == session.uid())
                || ((user & GROUP) != 0 && session.groups().contains((int) (user & ID)));
    }

    boolean gives(Right right, Kind kind) {
        return (rights & right.aclBit()) != 0 && (resource & kind.aclBit()) != 0 && inThisZone();
    }

    boolean reachesAll() {
        return (resource & ALL) != 0;
    }

    boolean reachesGroupOf(Session session) {
        return (resource & GROUP) != 0 && session.groups().contains((int) (resource & ID));
    }

    boolean reaches(OneObject object) {
        int target = (int) (resource & ID);
        return reachesAll()
                || ((resource & INDIVIDUAL) != 0 && target == object.id())
                || ((resource & GROUP) != 0 && target == object.groupId())
                || ((resource & CLUSTER) != 0 && object.clusters().contains(target));
    }

    private boolean inThisZone() {
        return (zone & ALL) != 0 || ((zone & INDIVIDUAL) != 0 && (zone & ID) == 0);
    }

    boolean sameAs(AclRule other) {
        return user == other.user && resource == other.resource && rights == other.rights && zone == other.zone;
    }

    /** Tells whether the rule names the object, as its subject or as its single resource. */
    boolean names(Kind kind, int objectId) {
        boolean subject = (kind == Kind.USER && user == (INDIVIDUAL | objectId))
                || (kind == Kind.GROUP && user == (GROUP | objectId));
        boolean target = (resource & KINDS) == kind.aclBit() && (resource & ~KINDS) == (INDIVIDUAL | objectId);
        boolean members = kind == Kind.GROUP && (resource & ~KINDS) == (GROUP | objectId);
        return subject || target || members;
    }

    /** Explains what is wrong with the rule, or returns null. */
    @Nullable String flaw() {
        if ((user & (INDIVIDUAL | GROUP | ALL)) == 0) {
            return "[user] is missing one of the INDIVIDUAL, GROUP or ALL bits";
        }
        if ((resource & (INDIVIDUAL | GROUP | ALL | CLUSTER)) == 0) {
            return "[resource] is missing one of the INDIVIDUAL, GROUP, CLUSTER or ALL bits";
        }
        if ((resource & KINDS) == 0) {
            return "[resource] type is missing";
        }
        if ((resource & CLUSTER) != 0 && !onlyKinds(CLUSTERED)) {
            return "[resource] CLUSTER(%) selector can be applied only to DATASTORE, HOST and NET types";
        }
        if ((resource & GROUP) != 0 && anyKind(UNGROUPED)) {
            return "[resource] GROUP(@) selector cannot be applied to HOST, GROUP, CLUSTER, ZONE or VDC types";
        }
        if (rights == 0) {
            return "wrong [rights], it cannot be 0";
        }
        if (rights > 0xF) {
            return "wrong [rights], it cannot be bigger than 0xF";
        }
        if ((resource & INDIVIDUAL) != 0 && (zone & ALL) != 0 && !onlyKinds(ZONELESS)) {
            return "[resource] INDIVIDUAL(#) selector cannot be applied to ALL zones, except for USER, GROUP and"
                    + " ZONE types";
        }
        return null;
    }

    private boolean onlyKinds(Set<Kind> kinds) {
        return kindsOf().stream().allMatch(kinds::contains);
    }

    private boolean anyKind(Set<Kind> kinds) {
        return kindsOf().stream().anyMatch(kinds::contains);
    }

    private List<Kind> kindsOf() {
        List<Kind> found = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if ((resource & kind.aclBit()) != 0) {
                found.add(kind);
            }
        }
        return found;
    }

    /** The form that {@code oneacl list} shows, such as {@code @100 HOST/%100 MANAGE #0}. */
    String text() {
        List<String> kinds = new ArrayList<>();
        kindsOf().forEach(kind -> kinds.add(kind.name()));
        List<String> names = new ArrayList<>();
        for (Right right : Right.values()) {
            if ((rights & right.aclBit()) != 0) {
                names.add(right.name());
            }
        }
        return selector(user) + " " + String.join("+", kinds) + "/" + selector(resource) + " " + String.join("+", names)
                + " " + selector(zone);
    }

    private static String selector(long word) {
        long id = word & ID;
        if ((word & ALL) != 0) {
            return "*";
        }
        if ((word & GROUP) != 0) {
            return "@" + id;
        }
        if ((word & INDIVIDUAL) != 0) {
            return "#" + id;
        }
        return (word & CLUSTER) != 0 ? "%" + id : "??";
    }

    void writeTo(Xml xml) {
        xml.open("ACL").text("ID", id).text("USER", Long.toHexString(user));
        xml.text("RESOURCE", Long.toHexString(resource)).text("RIGHTS", Long.toHexString(rights));
        xml.text("ZONE", Long.toHexString(zone)).text("STRING", text()).close("ACL");
    }
}
