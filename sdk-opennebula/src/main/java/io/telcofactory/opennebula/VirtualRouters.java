package io.telcofactory.opennebula;

import io.telcofactory.opennebula.model.IdRange;
import io.telcofactory.opennebula.model.LockLevel;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.Permissions;
import io.telcofactory.opennebula.model.PoolFilter;
import io.telcofactory.opennebula.model.UpdateMode;
import io.telcofactory.opennebula.model.VirtualRouter;
import java.util.stream.Stream;

/**
 * Calls on virtual routers. Names may repeat.
 *
 * @since 0.1
 */
public interface VirtualRouters extends OneResource<VirtualRouter> {

    /**
     * Makes a virtual router.
     *
     * @param template its attributes
     * @return its id
     */
    @Rpc("one.vrouter.allocate")
    int create(OneTemplate template);

    /**
     * Deletes the virtual router.
     *
     * @param id the object
     */
    @Rpc(value = "one.vrouter.delete", idempotent = true)
    void delete(@Target int id);

    /**
     * Changes attributes.
     *
     * @param id the object
     * @param template its attributes
     * @param mode what happens to attributes that are not named
     */
    @Rpc(value = "one.vrouter.update", idempotent = true)
    void update(@Target int id, OneTemplate template, UpdateMode mode);

    /**
     * Renames the virtual router.
     *
     * @param id the object
     * @param name the new name
     */
    @Rpc("one.vrouter.rename")
    void rename(@Target int id, String name);

    /**
     * Makes its VMs.
     *
     * @param id the object
     * @param vms how many VMs
     * @param templateId the VM template
     * @param name the new name
     * @param hold keeps the VM from being placed
     * @param extra attributes added to those of the template
     */
    @Rpc("one.vrouter.instantiate")
    void instantiate(@Target int id, int vms, int templateId, String name, boolean hold, OneTemplate extra);

    /**
     * Attaches a network interface.
     *
     * @param id the object
     * @param template its attributes
     */
    @Rpc("one.vrouter.attachnic")
    void attachNic(@Target int id, OneTemplate template);

    /**
     * Detaches a network interface.
     *
     * @param id the object
     * @param nicId the interface
     */
    @Rpc("one.vrouter.detachnic")
    void detachNic(@Target int id, int nicId);

    /**
     * Locks the virtual router, for its owner and administrators too.
     *
     * @param id the object
     * @param level what is refused
     * @param onlyIfFree fails on a locked object instead of taking the lock over
     */
    @Rpc(value = "one.vrouter.lock", idempotent = true)
    void lock(@Target int id, LockLevel level, boolean onlyIfFree);

    /**
     * Takes the lock off.
     *
     * @param id the object
     */
    @Rpc(value = "one.vrouter.unlock", idempotent = true)
    void unlock(@Target int id);

    /**
     * Changes owner and group.
     *
     * @param id the object
     * @param userId the new owner; -1 keeps
     * @param groupId the new group; -1 keeps
     */
    @Rpc(value = "one.vrouter.chown", idempotent = true)
    void chown(@Target int id, int userId, int groupId);

    /**
     * Sets who may do what.
     *
     * @param id the object
     * @param permissions who may do what
     */
    @Rpc(value = "one.vrouter.chmod", idempotent = true)
    void chmod(@Target int id, Permissions permissions);

    /**
     * Reads the virtual router.
     *
     * @param id the object
     * @param decrypt shows encrypted attributes in clear; heeded for administrators only
     * @return the object as it is now
     */
    @Rpc(value = "one.vrouter.info", idempotent = true)
    VirtualRouter get(@Target int id, boolean decrypt);

    /**
     * Reads virtual routers one by one from the socket; close the stream to end early.
     *
     * @param filter whose objects
     * @param range which part
     * @return to be closed
     */
    @Rpc(value = "one.vrouterpool.info", idempotent = true)
    Stream<VirtualRouter> list(PoolFilter filter, IdRange range);

    @Override
    default VirtualRouter get(int id) {
        return get(id, false);
    }

    /**
     * Reads all virtual routers that the caller may see.
     *
     * @return to be closed
     */
    default Stream<VirtualRouter> list() {
        return list(PoolFilter.ALL, IdRange.ALL);
    }
}
