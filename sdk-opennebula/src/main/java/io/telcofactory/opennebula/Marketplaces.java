package io.telcofactory.opennebula;

import io.telcofactory.opennebula.model.Marketplace;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.Permissions;
import io.telcofactory.opennebula.model.UpdateMode;
import java.util.stream.Stream;

/**
 * Calls on marketplaces.
 *
 * @since 0.1
 */
public interface Marketplaces extends OneResource<Marketplace> {

    /**
     * Makes a marketplace.
     *
     * @param template its attributes
     * @return its id
     */
    @Rpc("one.market.allocate")
    int create(OneTemplate template);

    /**
     * Deletes the marketplace.
     *
     * @param id the object
     */
    @Rpc(value = "one.market.delete", idempotent = true)
    void delete(@Target int id);

    /**
     * Reads the marketplace.
     *
     * @param id the object
     * @param decrypt shows encrypted attributes in clear; heeded for administrators only
     * @return the object as it is now
     */
    @Rpc(value = "one.market.info", idempotent = true)
    Marketplace get(@Target int id, boolean decrypt);

    /**
     * Changes attributes.
     *
     * @param id the object
     * @param template its attributes
     * @param mode what happens to attributes that are not named
     */
    @Rpc(value = "one.market.update", idempotent = true)
    void update(@Target int id, OneTemplate template, UpdateMode mode);

    /**
     * Renames the marketplace.
     *
     * @param id the object
     * @param name the new name
     */
    @Rpc("one.market.rename")
    void rename(@Target int id, String name);

    /**
     * Sets who may do what.
     *
     * @param id the object
     * @param permissions who may do what
     */
    @Rpc(value = "one.market.chmod", idempotent = true)
    void chmod(@Target int id, Permissions permissions);

    /**
     * Changes owner and group.
     *
     * @param id the object
     * @param userId the new owner; -1 keeps
     * @param groupId the new group; -1 keeps
     */
    @Rpc(value = "one.market.chown", idempotent = true)
    void chown(@Target int id, int userId, int groupId);

    /**
     * Enables or disables the marketplace.
     *
     * @param id the object
     * @param enabled whether it may be used
     */
    @Rpc(value = "one.market.enable", idempotent = true)
    void enable(@Target int id, boolean enabled);

    /**
     * Reads marketplaces one by one from the socket; close the stream to end early.
     *
     * @return to be closed
     */
    @Rpc(value = "one.marketpool.info", idempotent = true)
    Stream<Marketplace> list();

    @Override
    default Marketplace get(int id) {
        return get(id, false);
    }
}
