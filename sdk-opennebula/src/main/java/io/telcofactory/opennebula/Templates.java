package io.telcofactory.opennebula;

import io.telcofactory.opennebula.model.IdRange;
import io.telcofactory.opennebula.model.LockLevel;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.Permissions;
import io.telcofactory.opennebula.model.PoolFilter;
import io.telcofactory.opennebula.model.UpdateMode;
import io.telcofactory.opennebula.model.VmTemplate;
import java.util.stream.Stream;

/**
 * Calls on VM templates.
 *
 * @since 0.1
 */
public interface Templates extends OneResource<VmTemplate> {

    /**
     * Makes a template.
     *
     * @param template its attributes
     * @return its id
     */
    @Rpc("one.template.allocate")
    int create(OneTemplate template);

    /**
     * Deletes the template.
     *
     * @param id the object
     * @param recursive includes images
     */
    @Rpc(value = "one.template.delete", idempotent = true)
    void delete(@Target int id, boolean recursive);

    /**
     * Reads the template.
     *
     * @param id the object
     * @param extended full objects rather than short ones
     * @param decrypt shows encrypted attributes in clear; heeded for administrators only
     * @return the object as it is now
     */
    @Rpc(value = "one.template.info", idempotent = true)
    VmTemplate get(@Target int id, boolean extended, boolean decrypt);

    /**
     * Changes attributes.
     *
     * @param id the object
     * @param template its attributes
     * @param mode what happens to attributes that are not named
     */
    @Rpc(value = "one.template.update", idempotent = true)
    void update(@Target int id, OneTemplate template, UpdateMode mode);

    /**
     * Renames the template.
     *
     * @param id the object
     * @param name the new name
     */
    @Rpc("one.template.rename")
    void rename(@Target int id, String name);

    /**
     * Copies the template; the server asks for no right on it.
     *
     * @param id the object
     * @param name the new name
     * @param recursive includes images
     * @return id of the copy
     */
    @Rpc("one.template.clone")
    int clone(@Target int id, String name, boolean recursive);

    /**
     * Makes a VM.
     *
     * @param id the object
     * @param name the new name
     * @param hold keeps the VM from being placed
     * @param extra attributes added to those of the template
     * @param persistent makes the images persistent copies
     * @return id of the VM
     */
    @Rpc("one.template.instantiate")
    int instantiate(@Target int id, String name, boolean hold, OneTemplate extra, boolean persistent);

    /**
     * Sets who may do what.
     *
     * @param id the object
     * @param permissions who may do what
     * @param recursive includes images
     */
    @Rpc(value = "one.template.chmod", idempotent = true)
    void chmod(@Target int id, Permissions permissions, boolean recursive);

    /**
     * Changes owner and group.
     *
     * @param id the object
     * @param userId the new owner; -1 keeps
     * @param groupId the new group; -1 keeps
     */
    @Rpc(value = "one.template.chown", idempotent = true)
    void chown(@Target int id, int userId, int groupId);

    /**
     * Locks the template, for its owner and administrators too.
     *
     * @param id the object
     * @param level what is refused
     * @param onlyIfFree fails on a locked object instead of taking the lock over
     */
    @Rpc(value = "one.template.lock", idempotent = true)
    void lock(@Target int id, LockLevel level, boolean onlyIfFree);

    /**
     * Takes the lock off.
     *
     * @param id the object
     */
    @Rpc(value = "one.template.unlock", idempotent = true)
    void unlock(@Target int id);

    /**
     * Reads templates one by one from the socket; close the stream to end early.
     *
     * @param filter whose objects
     * @param range which part
     * @return to be closed
     */
    @Rpc(value = "one.templatepool.info", idempotent = true)
    Stream<VmTemplate> list(PoolFilter filter, IdRange range);

    @Override
    default VmTemplate get(int id) {
        return get(id, false, false);
    }

    /**
     * Deletes the template, not its images.
     *
     * @param id the object
     */
    default void delete(int id) {
        delete(id, false);
    }

    /**
     * Sets who may do what.
     *
     * @param id the object
     * @param permissions who may do what
     */
    default void chmod(int id, Permissions permissions) {
        chmod(id, permissions, false);
    }

    /**
     * Reads all templates that the caller may see.
     *
     * @return to be closed
     */
    default Stream<VmTemplate> list() {
        return list(PoolFilter.ALL, IdRange.ALL);
    }
}
