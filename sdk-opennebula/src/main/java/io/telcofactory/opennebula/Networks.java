package io.telcofactory.opennebula;

import io.telcofactory.opennebula.model.IdRange;
import io.telcofactory.opennebula.model.LockLevel;
import io.telcofactory.opennebula.model.Network;
import io.telcofactory.opennebula.model.NetworkRecovery;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.Permissions;
import io.telcofactory.opennebula.model.PoolFilter;
import io.telcofactory.opennebula.model.UpdateMode;
import java.util.stream.Stream;

/**
 * Calls on virtual networks.
 *
 * @since 0.1
 */
public interface Networks extends OneResource<Network> {

    /**
     * Makes a network.
     *
     * @param template its attributes
     * @param clusterId the cluster; -1 for the default one
     * @return its id
     */
    @Rpc("one.vn.allocate")
    int create(OneTemplate template, int clusterId);

    /**
     * Deletes the network.
     *
     * @param id the object
     */
    @Rpc(value = "one.vn.delete", idempotent = true)
    void delete(@Target int id);

    /**
     * Reads the network.
     *
     * @param id the object
     * @param decrypt shows encrypted attributes in clear; heeded for administrators only
     * @return the object as it is now
     */
    @Rpc(value = "one.vn.info", idempotent = true)
    Network get(@Target int id, boolean decrypt);

    /**
     * Changes attributes.
     *
     * @param id the object
     * @param template its attributes
     * @param mode what happens to attributes that are not named
     */
    @Rpc(value = "one.vn.update", idempotent = true)
    void update(@Target int id, OneTemplate template, UpdateMode mode);

    /**
     * Renames the network.
     *
     * @param id the object
     * @param name the new name
     */
    @Rpc("one.vn.rename")
    void rename(@Target int id, String name);

    /**
     * Sets who may do what.
     *
     * @param id the object
     * @param permissions who may do what
     */
    @Rpc(value = "one.vn.chmod", idempotent = true)
    void chmod(@Target int id, Permissions permissions);

    /**
     * Changes owner and group.
     *
     * @param id the object
     * @param userId the new owner; -1 keeps
     * @param groupId the new group; -1 keeps
     */
    @Rpc(value = "one.vn.chown", idempotent = true)
    void chown(@Target int id, int userId, int groupId);

    /**
     * Locks the network, for its owner and administrators too.
     *
     * @param id the object
     * @param level what is refused
     * @param onlyIfFree fails on a locked object instead of taking the lock over
     */
    @Rpc(value = "one.vn.lock", idempotent = true)
    void lock(@Target int id, LockLevel level, boolean onlyIfFree);

    /**
     * Takes the lock off.
     *
     * @param id the object
     */
    @Rpc(value = "one.vn.unlock", idempotent = true)
    void unlock(@Target int id);

    /**
     * Adds an address range.
     *
     * @param id the object
     * @param template its attributes
     */
    @Rpc("one.vn.add_ar")
    void addRange(@Target int id, OneTemplate template);

    /**
     * Removes an address range.
     *
     * @param id the object
     * @param rangeId the address range
     * @param force even if something stands in the way
     */
    @Rpc(value = "one.vn.rm_ar", idempotent = true)
    void removeRange(@Target int id, int rangeId, boolean force);

    /**
     * Changes an address range.
     *
     * @param id the object
     * @param template its attributes
     */
    @Rpc(value = "one.vn.update_ar", idempotent = true)
    void updateRange(@Target int id, OneTemplate template);

    /**
     * Reserves addresses in a network of their own.
     *
     * @param id the object
     * @param template its attributes
     * @return id of the reservation
     */
    @Rpc("one.vn.reserve")
    int reserve(@Target int id, OneTemplate template);

    /**
     * Gives a reserved range back.
     *
     * @param id the object
     * @param rangeId the address range
     */
    @Rpc(value = "one.vn.free_ar", idempotent = true)
    void freeRange(@Target int id, int rangeId);

    /**
     * Keeps an address out of use.
     *
     * @param id the object
     * @param leases holds one {@code LEASES} vector
     */
    @Rpc("one.vn.hold")
    void hold(@Target int id, OneTemplate leases);

    /**
     * Lets a held address be used.
     *
     * @param id the object
     * @param leases holds one {@code LEASES} vector
     */
    @Rpc(value = "one.vn.release", idempotent = true)
    void release(@Target int id, OneTemplate leases);

    /**
     * Brings back a network that is stuck.
     *
     * @param id the object
     * @param recovery how
     */
    @Rpc("one.vn.recover")
    void recover(@Target int id, NetworkRecovery recovery);

    /**
     * Reads networks one by one from the socket; close the stream to end early.
     *
     * @param filter whose objects
     * @param range which part
     * @return to be closed
     */
    @Rpc(value = "one.vnpool.info", idempotent = true)
    Stream<Network> list(PoolFilter filter, IdRange range);

    @Override
    default Network get(int id) {
        return get(id, false);
    }

    /**
     * Reads all networks that the caller may see.
     *
     * @return to be closed
     */
    default Stream<Network> list() {
        return list(PoolFilter.ALL, IdRange.ALL);
    }
}
