package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.OneObject;
import io.telcofactory.testkit.opennebula.internal.access.Permissions;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.ErrorCode;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects what a call needs and refuses it as a whole, naming every missing right. */
public final class Auth {

    private final Cloud cloud;
    private final Session session;
    private final List<String> reasons = new ArrayList<>();

    private Auth(Cloud cloud, Session session) {
        this.cloud = cloud;
        this.session = session;
    }

    public static Auth of(Cloud cloud, Session session) {
        return new Auth(cloud, session);
    }

    public Auth need(Right right, OneObject object) {
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

    public Auth create(Kind kind) {
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
    public Auth need(Right right, Kind kind) {
        if (!session.isAdmin() && !cloud.acls().allowsAll(session, right, kind)) {
            reasons.add(missing(right, kind));
        }
        return this;
    }

    public void check() {
        if (!reasons.isEmpty()) {
            throw refused(session, String.join("; ", reasons) + ".");
        }
    }

    /** Tells whether a session has a right on an object, without regard to locks. */
    public boolean allowed(Right right, OneObject object) {
        if (session.isAdmin()) {
            return true;
        }
        Permissions permissions = object.permissions();
        return (object.ownerId() == session.uid() && permissions.owner(right))
                || (session.groups().contains(object.groupId()) && permissions.group(right))
                || permissions.other(right)
                || cloud.acls().allows(session, right, object);
    }

    public static OneError refused(Session session, String reason) {
        return new OneError(ErrorCode.AUTHORIZATION, "User [" + session.uid() + "] : " + reason);
    }

    private static String missing(Right right, Kind kind) {
        return "Not authorized to perform " + right + " " + name(kind);
    }

    private static String name(Kind kind) {
        return kind.name().toUpperCase(Locale.ROOT);
    }
}
