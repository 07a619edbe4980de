package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.ObjectLock;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.ArrayList;
import java.util.List;

/** The kinds with owner, permissions and locks. */
public abstract class OwnedResource<T extends OwnedObject> extends Resource<T> {

    private static final int USE = 1;
    /** Locks the same as USE, and is kept as that. */
    private static final int ALL = 4;

    OwnedResource(Cloud cloud, Kind kind) {
        super(cloud, kind);
    }

    /** Registers chmod, chown and the listing with filter, range and paging. */
    final void registerOwned(MethodTable table) {
        registerBasics(table);
        table.add(method("chmod"), "iiiiiiiiii?b", this::chmod);
        table.add(method("chown"), "iii", this::chown);
    }

    final void registerLocks(MethodTable table) {
        table.add(method("lock"), "ii?b", this::lock);
        table.add(method("unlock"), "i", this::unlock);
    }

    final void registerPool(MethodTable table) {
        table.add("one." + kind.prefix() + "pool.info", "iii", this::poolInfo);
    }

    @Override
    boolean sharesNameSpace(T object, int ownerId) {
        return object.ownerId() == ownerId;
    }

    public Object chmod(Session session, Args args) {
        T object = get(args.number(0));
        int[] flags = new int[9];
        boolean admin = false;
        for (int i = 0; i < 9; i++) {
            flags[i] = args.number(i + 1);
            admin |= i % 3 == 2 && flags[i] >= 0 && object.permissions().bit(i).equals("0") == (flags[i] == 1);
        }
        auth(session).need(admin ? Right.ADMIN : Right.MANAGE, object).check();
        for (int flag : flags) {
            if (flag < -1 || flag > 1) {
                throw OneError.internal("New permission values must be -1, 0 or 1");
            }
        }
        object.permissions().change(flags);
        return object.id();
    }

    public Object chown(Session session, Args args) {
        int uid = args.number(1);
        int gid = args.number(2);
        if (uid >= 0) {
            cloud.users().get(uid);
        }
        if (gid >= 0) {
            cloud.groups().get(gid);
        }
        T object = get(args.number(0));
        Auth auth = auth(session).need(Right.MANAGE, object);
        if (uid >= 0 && uid != object.ownerId()) {
            auth.need(Right.MANAGE, cloud.users().get(uid));
        }
        if (gid >= 0 && gid != object.groupId()) {
            auth.need(Right.USE, cloud.groups().get(gid));
        }
        auth.check();
        chown(object, uid < 0 ? object.ownerId() : uid, gid < 0 ? object.groupId() : gid);
        return object.id();
    }

    /** Moves an object to another owner and group; kinds with quotas move what they charged. */
    public void chown(T object, int uid, int gid) {
        T holder = holder(object.name(), uid);
        if (holder != null && holder != object && uid != object.ownerId()) {
            throw OneError.internal(
                    "Cannot change ownership. NAME is already taken by " + kind.takenBy() + " " + holder.id() + ".");
        }
        object.owner(uid, gid);
    }

    private Object lock(Session session, Args args) {
        requireAll(session, args.number(0), Right.MANAGE);
        T object = get(args.number(0));
        ObjectLock held = object.lock();
        if (!auth(session).allowed(Right.MANAGE, object)) {
            auth(session).need(Right.MANAGE, object).check();
        }
        int level = args.number(1);
        if (level < 1 || level > 4) {
            throw OneError.action("Wrong lock level specified");
        }
        if (held != null && args.flag(2, false)) {
            throw OneError.action(Long.toString(held.time()));
        }
        if (held != null && held.owner() != session.uid() && (held.owner() == 0 || session.uid() != 0)) {
            throw OneError.action("Error trying to lock the resource.");
        }
        object.lock(new ObjectLock(
                level == ALL ? USE : level, session.uid(), cloud.events().epochSecond(), cloud.requestNumber()));
        return object.id();
    }

    private Object unlock(Session session, Args args) {
        requireAll(session, args.number(0), Right.MANAGE);
        T object = get(args.number(0));
        ObjectLock held = object.lock();
        if (!auth(session).allowed(Right.MANAGE, object)) {
            auth(session).need(Right.MANAGE, object).check();
        }
        if (held != null && held.owner() != session.uid() && session.uid() != 0) {
            throw OneError.action("Cannot unlock: Lock is owned by another user");
        }
        object.lock(null);
        return object.id();
    }

    private Object poolInfo(Session session, Args args) {
        return listing(session, args.number(0), args.number(1), args.number(2));
    }

    final String listing(Session session, int filter, int start, int end) {
        Xml xml = new Xml().open(kind.poolElement());
        for (T object : select(session, filter, start, end)) {
            writeInPool(xml, object);
        }
        return xml.close(kind.poolElement()).toString();
    }

    /** Applies filter flag, id range or page, newest first. */
    final List<T> select(Session session, int filter, int start, int end) {
        if (filter < -4) {
            throw OneError.api("Incorrect filter_flag");
        }
        boolean paged = end < -1;
        List<T> chosen = new ArrayList<>();
        Auth auth = auth(session);
        for (T object : pool.newestFirst().values()) {
            boolean inRange = paged || ((start < 0 || object.id() >= start) && (end < 0 || object.id() <= end));
            if (inRange && listed(session, filter, object) && auth.allowed(Right.USE, object)) {
                chosen.add(object);
            }
        }
        if (!paged) {
            return chosen;
        }
        int from = Math.min(Math.max(start, 0), chosen.size());
        return chosen.subList(from, Math.min(from - end, chosen.size()));
    }

    boolean listed(Session session, int filter, T object) {
        return switch (filter) {
            case -1 -> object.ownerId() == session.uid() || session.groups().contains(object.groupId());
            case -2 -> true;
            case -3 -> object.ownerId() == session.uid();
            case -4 -> object.groupId() == session.gid();
            default -> object.ownerId() == filter;
        };
    }
}
