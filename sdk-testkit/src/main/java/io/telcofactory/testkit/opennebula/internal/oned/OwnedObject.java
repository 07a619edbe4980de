package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.ObjectLock;
import io.telcofactory.testkit.opennebula.internal.access.OneObject;
import io.telcofactory.testkit.opennebula.internal.access.Permissions;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import org.jspecify.annotations.Nullable;

/** An object with owner, group, permissions and a lock. */
abstract class OwnedObject extends OneObject {

    private final Cloud cloud;
    private final Permissions permissions;
    private int uid;
    private int gid;
    private @Nullable ObjectLock lock;

    OwnedObject(Cloud cloud, Kind kind, int id, String name, Session creator) {
        super(kind, id, name);
        this.cloud = cloud;
        this.uid = creator.uid();
        this.gid = creator.gid();
        this.permissions = Permissions.octal("600");
    }

    final Cloud cloud() {
        return cloud;
    }

    @Override
    public final int ownerId() {
        return uid;
    }

    @Override
    public final int groupId() {
        return gid;
    }

    final void owner(int newUid, int newGid) {
        uid = newUid < 0 ? uid : newUid;
        gid = newGid < 0 ? gid : newGid;
    }

    @Override
    public final Permissions permissions() {
        return permissions;
    }

    final @Nullable ObjectLock lock() {
        return lock;
    }

    final void lock(@Nullable ObjectLock newLock) {
        lock = newLock;
    }

    @Override
    public final boolean isLockedFor(Right right) {
        return lock != null && lock.stops(right);
    }

    public final String ownerName() {
        return cloud.users().nameOf(uid);
    }

    public final String groupName() {
        return cloud.groups().nameOf(gid);
    }

    /** Writes ID, UID, GID, UNAME, GNAME. */
    final void writeOwner(Xml xml) {
        xml.text("ID", id()).text("UID", uid).text("GID", gid).text("UNAME", ownerName());
        xml.text("GNAME", groupName());
    }

    /** Writes the lock, if there is one. */
    final void writeLock(Xml xml) {
        if (lock != null) {
            lock.writeTo(xml);
        }
    }
}
