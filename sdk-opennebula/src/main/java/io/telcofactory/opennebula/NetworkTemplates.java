package io.telcofactory.opennebula;

import io.telcofactory.opennebula.model.IdRange;
import io.telcofactory.opennebula.model.LockLevel;
import io.telcofactory.opennebula.model.NetworkTemplate;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.Permissions;
import io.telcofactory.opennebula.model.PoolFilter;
import io.telcofactory.opennebula.model.UpdateMode;
import java.util.stream.Stream;

/**
 * Calls on network templates.
 *
 * @since 0.1
 */
public interface NetworkTemplates extends OneResource<NetworkTemplate> {

    /**
     * Makes a network template.
     *
     * @param template its attributes
     * @return its id
     */
    @Rpc("one.vntemplate.allocate")
    int create(OneTemplate template);

    /**
     * Deletes the network template.
     *
     * @param id the object
     */
    @Rpc(value = "one.vntemplate.delete", idempotent = true)
    void delete(@Target int id);

    /**
     * Reads the network template.
     *
     * @param id the object
     * @param decrypt shows encrypted attributes in clear; heeded for administrators only
     * @return the object as it is now
     */
    @Rpc(value = "one.vntemplate.info", idempotent = true)
    NetworkTemplate get(@Target int id, boolean decrypt);

    /**
     * Changes attributes.
     *
     * @param id the object
     * @param template its attributes
     * @param mode what happens to attributes that are not named
     */
    @Rpc(value = "one.vntemplate.update", idempotent = true)
    void update(@Target int id, OneTemplate template, UpdateMode mode);

    /**
     * Renames the network template.
     *
     * @param id the object
     * @param name the new name
     */
    @Rpc("one.vntemplate.rename")
    void rename(@Target int id, String name);

    /**
     * Sets who may do what.
     *
     * @param id the object
     * @param permissions who may do what
     */
    @Rpc(value = "one.vntemplate.chmod", idempotent = true)
    void chmod(@Target int id, Permissions permissions);

    /**
     * Changes owner and group.
     *
     * @param id the object
     * @param userId the new owner; -1 keeps
     * @param groupId the new group; -1 keeps
     */
    @Rpc(value = "one.vntemplate.chown", idempotent = true)
    void chown(@Target int id, int userId, int groupId);

    /**
     * Locks the network template, for its owner and administrators too.
     *
     * @param id the object
     * @param level what is refused
     * @param onlyIfFree fails on a locked object instead of taking the lock over
     */
    @Rpc(value = "one.vntemplate.lock", idempotent = true)
    void lock(@Target int id, LockLevel level, boolean onlyIfFree);

    /**
     * Takes the lock off.
     *
     * @param id the object
     */
    @Rpc(value = "one.vntemplate.unlock", idempotent = true)
    void unlock(@Target int id);

    /**
     * Copies the network template.
     *
     * @param id the object
     * @param name the new name
     * @return id of the copy
     */
    @Rpc("one.vntemplate.clone")
    int clone(@Target int id, String name);

    /**
     * Makes a network.
     *
     * @param id the object
     * @param name the new name
     * @param extra attributes added to those of the template
     * @return id of the network
     */
    @Rpc("one.vntemplate.instantiate")
    int instantiate(@Target int id, String name, OneTemplate extra);

    /**
     * Reads network templates one by one from the socket; close the stream to end early.
     *
     * @param filter whose objects
     * @param range which part
     * @return to be closed
     */
    @Rpc(value = "one.vntemplatepool.info", idempotent = true)
    Stream<NetworkTemplate> list(PoolFilter filter, IdRange range);

    @Override
    default NetworkTemplate get(int id) {
        return get(id, false);
    }

    /**
     * Reads all network templates that the caller may see.
     *
     * @return to be closed
     */
    default Stream<NetworkTemplate> list() {
        return list(PoolFilter.ALL, IdRange.ALL);
    }
}
