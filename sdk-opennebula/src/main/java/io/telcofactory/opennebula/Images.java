package io.telcofactory.opennebula;

import io.telcofactory.opennebula.model.IdRange;
import io.telcofactory.opennebula.model.Image;
import io.telcofactory.opennebula.model.ImageType;
import io.telcofactory.opennebula.model.LockLevel;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.Permissions;
import io.telcofactory.opennebula.model.PoolFilter;
import io.telcofactory.opennebula.model.UpdateMode;
import java.util.stream.Stream;

/**
 * Calls on images.
 *
 * @since 0.1
 */
public interface Images extends OneResource<Image> {

    /**
     * Makes an image.
     *
     * @param template its attributes
     * @param datastoreId the datastore; -1 leaves the choice to the server
     * @param skipCapacityCheck does not compare with the free space
     * @return its id
     */
    @Rpc("one.image.allocate")
    int create(OneTemplate template, int datastoreId, boolean skipCapacityCheck);

    /**
     * Deletes the image.
     *
     * @param id the object
     * @param force even if something stands in the way
     */
    @Rpc(value = "one.image.delete", idempotent = true)
    void delete(@Target int id, boolean force);

    /**
     * Reads the image.
     *
     * @param id the object
     * @param decrypt shows encrypted attributes in clear; heeded for administrators only
     * @return the object as it is now
     */
    @Rpc(value = "one.image.info", idempotent = true)
    Image get(@Target int id, boolean decrypt);

    /**
     * Changes attributes.
     *
     * @param id the object
     * @param template its attributes
     * @param mode what happens to attributes that are not named
     */
    @Rpc(value = "one.image.update", idempotent = true)
    void update(@Target int id, OneTemplate template, UpdateMode mode);

    /**
     * Renames the image.
     *
     * @param id the object
     * @param name the new name
     */
    @Rpc("one.image.rename")
    void rename(@Target int id, String name);

    /**
     * Sets who may do what.
     *
     * @param id the object
     * @param permissions who may do what
     */
    @Rpc(value = "one.image.chmod", idempotent = true)
    void chmod(@Target int id, Permissions permissions);

    /**
     * Changes owner and group.
     *
     * @param id the object
     * @param userId the new owner; -1 keeps
     * @param groupId the new group; -1 keeps
     */
    @Rpc(value = "one.image.chown", idempotent = true)
    void chown(@Target int id, int userId, int groupId);

    /**
     * Locks the image, for its owner and administrators too.
     *
     * @param id the object
     * @param level what is refused
     * @param onlyIfFree fails on a locked object instead of taking the lock over
     */
    @Rpc(value = "one.image.lock", idempotent = true)
    void lock(@Target int id, LockLevel level, boolean onlyIfFree);

    /**
     * Takes the lock off.
     *
     * @param id the object
     */
    @Rpc(value = "one.image.unlock", idempotent = true)
    void unlock(@Target int id);

    /**
     * Copies the image.
     *
     * @param id the object
     * @param name the new name
     * @param datastoreId the datastore; -1 leaves the choice to the server
     * @return id of the copy
     */
    @Rpc("one.image.clone")
    int clone(@Target int id, String name, int datastoreId);

    /**
     * Enables or disables the image.
     *
     * @param id the object
     * @param enabled whether it may be used
     */
    @Rpc(value = "one.image.enable", idempotent = true)
    void enable(@Target int id, boolean enabled);

    /**
     * Makes the image persistent or not.
     *
     * @param id the object
     * @param persistent makes the images persistent copies
     */
    @Rpc(value = "one.image.persistent", idempotent = true)
    void setPersistent(@Target int id, boolean persistent);

    /**
     * Changes what the image is.
     *
     * @param id the object
     * @param imageType type of the new image
     */
    @Rpc(value = "one.image.chtype", idempotent = true)
    void changeType(@Target int id, ImageType imageType);

    /**
     * Deletes a snapshot.
     *
     * @param id the object
     * @param snapshotId the snapshot
     */
    @Rpc("one.image.snapshotdelete")
    void deleteSnapshot(@Target int id, int snapshotId);

    /**
     * Brings the image back to a snapshot.
     *
     * @param id the object
     * @param snapshotId the snapshot
     */
    @Rpc("one.image.snapshotrevert")
    void revertSnapshot(@Target int id, int snapshotId);

    /**
     * Merges a snapshot and drops all others.
     *
     * @param id the object
     * @param snapshotId the snapshot
     */
    @Rpc("one.image.snapshotflatten")
    void flattenSnapshot(@Target int id, int snapshotId);

    /**
     * Restores a VM from a backup image.
     *
     * @param id the object
     * @param datastoreId the datastore; -1 leaves the choice to the server
     * @param options restrictions such as {@code DISK_ID}; may be empty
     * @return ids of the objects made, in the server's words
     */
    @Rpc("one.image.restore")
    String restore(@Target int id, int datastoreId, OneTemplate options);

    /**
     * Reads images one by one from the socket; close the stream to end early.
     *
     * @param filter whose objects
     * @param range which part
     * @return to be closed
     */
    @Rpc(value = "one.imagepool.info", idempotent = true)
    Stream<Image> list(PoolFilter filter, IdRange range);

    @Override
    default Image get(int id) {
        return get(id, false);
    }

    /**
     * Reads all images that the caller may see.
     *
     * @return to be closed
     */
    default Stream<Image> list() {
        return list(PoolFilter.ALL, IdRange.ALL);
    }

    /**
     * Deletes the image when nothing uses it.
     *
     * @param id the object
     */
    default void delete(int id) {
        delete(id, false);
    }
}
