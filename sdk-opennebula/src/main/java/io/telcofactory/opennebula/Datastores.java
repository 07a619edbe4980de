package io.telcofactory.opennebula;

import io.telcofactory.opennebula.model.Datastore;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.Permissions;
import io.telcofactory.opennebula.model.UpdateMode;
import java.util.stream.Stream;

/**
 * Calls on datastores.
 *
 * @since 0.1
 */
public interface Datastores extends OneResource<Datastore> {

    /**
     * Makes a datastore.
     *
     * @param template its attributes
     * @param clusterId the cluster; -1 for the default one
     * @return its id
     */
    @Rpc("one.datastore.allocate")
    int create(OneTemplate template, int clusterId);

    /**
     * Deletes the datastore.
     *
     * @param id the object
     */
    @Rpc(value = "one.datastore.delete", idempotent = true)
    void delete(@Target int id);

    /**
     * Reads the datastore.
     *
     * @param id the object
     * @param decrypt shows encrypted attributes in clear; heeded for administrators only
     * @return the object as it is now
     */
    @Rpc(value = "one.datastore.info", idempotent = true)
    Datastore get(@Target int id, boolean decrypt);

    /**
     * Changes attributes.
     *
     * @param id the object
     * @param template its attributes
     * @param mode what happens to attributes that are not named
     */
    @Rpc(value = "one.datastore.update", idempotent = true)
    void update(@Target int id, OneTemplate template, UpdateMode mode);

    /**
     * Renames the datastore.
     *
     * @param id the object
     * @param name the new name
     */
    @Rpc("one.datastore.rename")
    void rename(@Target int id, String name);

    /**
     * Sets who may do what.
     *
     * @param id the object
     * @param permissions who may do what
     */
    @Rpc(value = "one.datastore.chmod", idempotent = true)
    void chmod(@Target int id, Permissions permissions);

    /**
     * Changes owner and group.
     *
     * @param id the object
     * @param userId the new owner; -1 keeps
     * @param groupId the new group; -1 keeps
     */
    @Rpc(value = "one.datastore.chown", idempotent = true)
    void chown(@Target int id, int userId, int groupId);

    /**
     * Enables or disables the datastore.
     *
     * @param id the object
     * @param enabled whether it may be used
     */
    @Rpc(value = "one.datastore.enable", idempotent = true)
    void enable(@Target int id, boolean enabled);

    /**
     * Reads datastores one by one from the socket; close the stream to end early.
     *
     * @return to be closed
     */
    @Rpc(value = "one.datastorepool.info", idempotent = true)
    Stream<Datastore> list();

    @Override
    default Datastore get(int id) {
        return get(id, false);
    }
}
