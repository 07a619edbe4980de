package io.telcofactory.testkit.opennebula.internal.access;

import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One access rule in its wire form: 64-bit words with the selector in the upper bits and an id in the lower 32. */
public record AclRule(int id, long user, long resource, long rights, long zone) {

    public static final long INDIVIDUAL = 0x100000000L;
    public static final long GROUP = 0x200000000L;
    public static final long ALL = 0x400000000L;
    public static final long CLUSTER = 0x800000000L;

    private static final long ID = 0xFFFFFFFFL;
    private static final long KINDS = 0x1FFFFF000000000L;
    /** What has a bit, but does not show in the text of a rule. */
    private static final Set<Kind> UNNAMED = Set.of(Kind.ACL, Kind.HOOK);

    public boolean isFor(Session session) {
        return (user & ALL) != 0
                || ((user & INDIVIDUAL) != 0 && (user & ID) == session.uid())
                || ((user & GROUP) != 0 && session.groups().contains((int) (user & ID)));
    }

    public boolean gives(Right right, Kind kind) {
        return (rights & right.aclBit()) != 0 && (resource & kind.aclBit()) != 0 && inThisZone();
    }

    public boolean reachesAll() {
        return (resource & ALL) != 0;
    }

    public boolean reachesGroupOf(Session session) {
        return (resource & GROUP) != 0 && session.groups().contains((int) (resource & ID));
    }

    public boolean reaches(OneObject object) {
        int target = (int) (resource & ID);
        return reachesAll()
                || ((resource & INDIVIDUAL) != 0 && target == object.id())
                || ((resource & GROUP) != 0 && target == object.groupId())
                || ((resource & CLUSTER) != 0 && object.clusters().contains(target));
    }

    private boolean inThisZone() {
        return (zone & ALL) != 0 || ((zone & INDIVIDUAL) != 0 && (zone & ID) == 0);
    }

    public boolean sameAs(AclRule other) {
        return user == other.user && resource == other.resource && rights == other.rights && zone == other.zone;
    }

    /** Tells whether the rule names the object, as its subject or as its single resource. */
    public boolean names(Kind kind, int objectId) {
        boolean subject = (kind == Kind.USER && user == (INDIVIDUAL | objectId))
                || (kind == Kind.GROUP && user == (GROUP | objectId));
        boolean target = (resource & KINDS) == kind.aclBit() && (resource & ~KINDS) == (INDIVIDUAL | objectId);
        boolean members = kind == Kind.GROUP && (resource & ~KINDS) == (GROUP | objectId);
        return subject || target || members;
    }

    List<Kind> kindsOf() {
        List<Kind> found = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if ((resource & kind.aclBit()) != 0) {
                found.add(kind);
            }
        }
        return found;
    }

    /** The form that {@code oneacl list} shows, such as {@code @100 HOST/%100 MANAGE #0}. */
    public String text() {
        List<String> kinds = new ArrayList<>();
        kindsOf().stream().filter(kind -> !UNNAMED.contains(kind)).forEach(kind -> kinds.add(kind.name()));
        List<String> names = new ArrayList<>();
        for (Right right : Right.values()) {
            if ((rights & right.aclBit()) != 0) {
                names.add(right.name());
            }
        }
        return selector(user) + " " + String.join("+", kinds) + "/" + selector(resource) + " " + String.join("+", names)
                + " " + selector(zone & ~GROUP);
    }

    /** Several selectors at once are malformed, but have a text. */
    private static String selector(long word) {
        int id = (int) (word & ID);
        if ((word & GROUP) != 0) {
            return "@" + id;
        }
        if ((word & INDIVIDUAL) != 0) {
            return "#" + id;
        }
        if ((word & CLUSTER) != 0) {
            return "%" + id;
        }
        return (word & ALL) != 0 ? "*" : "??";
    }

    public void writeTo(Xml xml) {
        xml.open("ACL").text("ID", id).text("USER", Long.toHexString(user));
        xml.text("RESOURCE", Long.toHexString(resource)).text("RIGHTS", Long.toHexString(rights));
        xml.text("ZONE", Long.toHexString(zone)).text("STRING", text()).close("ACL");
    }
}
