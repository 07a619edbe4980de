package io.telcofactory.testkit.opennebula;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects what a call needs and refuses it as a whole, naming every missing right. */
final class Auth {

    private final Cloud cloud;
    private final Session session;
    private final List<String> reasons = new ArrayList<>();

    private Auth(Cloud cloud, Session session) {
        this.cloud = cloud;
        this.session = session;
    }

    static Auth of(Cloud cloud, Session session) {
        return new Auth(cloud, session);
    }

    Auth need(Right right, OneObject object) {
        if (object.isLockedFor(right)) {
            reasons.add(
                    session.isAdmin()
                            ? name(object.kind()) + " is locked. [" + object.id() + "]"
                            : missing(right, object.kind()) + " [" + object.id() + "]");
        } else if (!allowed(right, object)) {
            reasons.add(missing(right, object.kind()) + " [" + object.id() + "]");
        }
        return this;
    }

    Auth create(Kind kind) {
        return need(Right.CREATE, kind);
    }

    /** Needs to create users, at least in a group of its own. */
    Auth createUser() {
        boolean allowed = session.isAdmin()
                || cloud.acls().allowsAll(session, Right.CREATE, Kind.USER)
                || cloud.acls().allowsInGroup(session, Right.CREATE, Kind.USER);
        if (!allowed) {
            reasons.add(missing(Right.CREATE, Kind.USER));
        }
        return this;
    }

    /** Needs a right on all objects of a kind. */
    Auth need(Right right, Kind kind) {
        if (!session.isAdmin() && !cloud.acls().allowsAll(session, right, kind)) {
            reasons.add(missing(right, kind));
        }
        return this;
    }

    void check() {
        if (!reasons.isEmpty()) {
            throw refused(session, String.join("; ", reasons) + ".");
        }
    }

    /** Tells whether a session has a right on an object, without regard to locks. */
    boolean allowed(Right right, OneObject object) {
        if (session.isAdmin()) {
            return true;
        }
        Permissions permissions = object.permissions();
        return (object.ownerId() == session.uid() && permissions.owner(right))
                || (session.groups().contains(object.groupId()) && permissions.group(right))
                || permissions.other(right)
                || cloud.acls().allows(session, right, object);
    }

    static OneError refused(Session session, String reason) {
        return new OneError(ErrorCode.AUTHORIZATION, "User [" + session.uid() + "] : " + reason);
    }

    private static String missing(Right right, Kind kind) {
        return "Not authorized to perform " + right + " " + name(kind);
    }

    private static String name(Kind kind) {
        return kind.name().toUpperCase(Locale.ROOT);
    }
}
