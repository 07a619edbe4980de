package io.telcofactory.opennebula;

import io.telcofactory.opennebula.model.IdRange;
import io.telcofactory.opennebula.model.LockLevel;
import io.telcofactory.opennebula.model.MarketplaceApp;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.Permissions;
import io.telcofactory.opennebula.model.PoolFilter;
import io.telcofactory.opennebula.model.UpdateMode;
import java.util.stream.Stream;

/**
 * Calls on apps of marketplaces.
 *
 * @since 0.1
 */
public interface MarketplaceApps extends OneResource<MarketplaceApp> {

    /**
     * Makes an app.
     *
     * @param template its attributes
     * @param marketplaceId the marketplace
     * @return its id
     */
    @Rpc("one.marketapp.allocate")
    int create(OneTemplate template, int marketplaceId);

    /**
     * Deletes the app.
     *
     * @param id the object
     */
    @Rpc(value = "one.marketapp.delete", idempotent = true)
    void delete(@Target int id);

    /**
     * Reads the app.
     *
     * @param id the object
     * @param decrypt shows encrypted attributes in clear; heeded for administrators only
     * @return the object as it is now
     */
    @Rpc(value = "one.marketapp.info", idempotent = true)
    MarketplaceApp get(@Target int id, boolean decrypt);

    /**
     * Changes attributes.
     *
     * @param id the object
     * @param template its attributes
     * @param mode what happens to attributes that are not named
     */
    @Rpc(value = "one.marketapp.update", idempotent = true)
    void update(@Target int id, OneTemplate template, UpdateMode mode);

    /**
     * Renames the app.
     *
     * @param id the object
     * @param name the new name
     */
    @Rpc("one.marketapp.rename")
    void rename(@Target int id, String name);

    /**
     * Sets who may do what.
     *
     * @param id the object
     * @param permissions who may do what
     */
    @Rpc(value = "one.marketapp.chmod", idempotent = true)
    void chmod(@Target int id, Permissions permissions);

    /**
     * Changes owner and group.
     *
     * @param id the object
     * @param userId the new owner; -1 keeps
     * @param groupId the new group; -1 keeps
     */
    @Rpc(value = "one.marketapp.chown", idempotent = true)
    void chown(@Target int id, int userId, int groupId);

    /**
     * Enables or disables the app.
     *
     * @param id the object
     * @param enabled whether it may be used
     */
    @Rpc(value = "one.marketapp.enable", idempotent = true)
    void enable(@Target int id, boolean enabled);

    /**
     * Locks the app, for its owner and administrators too.
     *
     * @param id the object
     * @param level what is refused
     * @param onlyIfFree fails on a locked object instead of taking the lock over
     */
    @Rpc(value = "one.marketapp.lock", idempotent = true)
    void lock(@Target int id, LockLevel level, boolean onlyIfFree);

    /**
     * Takes the lock off.
     *
     * @param id the object
     */
    @Rpc(value = "one.marketapp.unlock", idempotent = true)
    void unlock(@Target int id);

    /**
     * Reads apps one by one from the socket; close the stream to end early.
     *
     * @param filter whose objects
     * @param range which part
     * @return to be closed
     */
    @Rpc(value = "one.marketapppool.info", idempotent = true)
    Stream<MarketplaceApp> list(PoolFilter filter, IdRange range);

    @Override
    default MarketplaceApp get(int id) {
        return get(id, false);
    }

    /**
     * Reads all apps that the caller may see.
     *
     * @return to be closed
     */
    default Stream<MarketplaceApp> list() {
        return list(PoolFilter.ALL, IdRange.ALL);
    }
}
