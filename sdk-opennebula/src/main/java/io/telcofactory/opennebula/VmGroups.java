package io.telcofactory.opennebula;

import io.telcofactory.opennebula.model.IdRange;
import io.telcofactory.opennebula.model.LockLevel;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.Permissions;
import io.telcofactory.opennebula.model.PoolFilter;
import io.telcofactory.opennebula.model.UpdateMode;
import io.telcofactory.opennebula.model.VmGroup;
import java.util.stream.Stream;

/**
 * Calls on VM groups.
 *
 * @since 0.1
 */
public interface VmGroups extends OneResource<VmGroup> {

    /**
     * Makes a VM group.
     *
     * @param template its attributes
     * @return its id
     */
    @Rpc("one.vmgroup.allocate")
    int create(OneTemplate template);

    /**
     * Deletes the VM group.
     *
     * @param id the object
     */
    @Rpc(value = "one.vmgroup.delete", idempotent = true)
    void delete(@Target int id);

    /**
     * Changes attributes.
     *
     * @param id the object
     * @param template its attributes
     * @param mode what happens to attributes that are not named
     */
    @Rpc(value = "one.vmgroup.update", idempotent = true)
    void update(@Target int id, OneTemplate template, UpdateMode mode);

    /**
     * Renames the VM group.
     *
     * @param id the object
     * @param name the new name
     */
    @Rpc("one.vmgroup.rename")
    void rename(@Target int id, String name);

    /**
     * Sets who may do what.
     *
     * @param id the object
     * @param permissions who may do what
     */
    @Rpc(value = "one.vmgroup.chmod", idempotent = true)
    void chmod(@Target int id, Permissions permissions);

    /**
     * Changes owner and group.
     *
     * @param id the object
     * @param userId the new owner; -1 keeps
     * @param groupId the new group; -1 keeps
     */
    @Rpc(value = "one.vmgroup.chown", idempotent = true)
    void chown(@Target int id, int userId, int groupId);

    /**
     * Locks the VM group, for its owner and administrators too.
     *
     * @param id the object
     * @param level what is refused
     * @param onlyIfFree fails on a locked object instead of taking the lock over
     */
    @Rpc(value = "one.vmgroup.lock", idempotent = true)
    void lock(@Target int id, LockLevel level, boolean onlyIfFree);

    /**
     * Takes the lock off.
     *
     * @param id the object
     */
    @Rpc(value = "one.vmgroup.unlock", idempotent = true)
    void unlock(@Target int id);

    /**
     * Adds a role.
     *
     * @param id the object
     * @param template its attributes
     */
    @Rpc("one.vmgroup.roleadd")
    void addRole(@Target int id, OneTemplate template);

    /**
     * Removes a role.
     *
     * @param id the object
     * @param roleId the role
     */
    @Rpc("one.vmgroup.roledelete")
    void removeRole(@Target int id, int roleId);

    /**
     * Changes a role.
     *
     * @param id the object
     * @param roleId the role
     * @param template its attributes
     */
    @Rpc(value = "one.vmgroup.roleupdate", idempotent = true)
    void updateRole(@Target int id, int roleId, OneTemplate template);

    /**
     * Reads the VM group.
     *
     * @param id the object
     * @param decrypt shows encrypted attributes in clear; heeded for administrators only
     * @return the object as it is now
     */
    @Rpc(value = "one.vmgroup.info", idempotent = true)
    VmGroup get(@Target int id, boolean decrypt);

    /**
     * Reads VM groups one by one from the socket; close the stream to end early.
     *
     * @param filter whose objects
     * @param range which part
     * @return to be closed
     */
    @Rpc(value = "one.vmgrouppool.info", idempotent = true)
    Stream<VmGroup> list(PoolFilter filter, IdRange range);

    @Override
    default VmGroup get(int id) {
        return get(id, false);
    }

    /**
     * Reads all VM groups that the caller may see.
     *
     * @return to be closed
     */
    default Stream<VmGroup> list() {
        return list(PoolFilter.ALL, IdRange.ALL);
    }
}
