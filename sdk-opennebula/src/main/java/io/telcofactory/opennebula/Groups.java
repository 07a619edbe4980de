package io.telcofactory.opennebula;

import io.telcofactory.opennebula.model.Group;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.QuotaLimits;
import io.telcofactory.opennebula.model.Quotas;
import io.telcofactory.opennebula.model.UpdateMode;
import java.util.stream.Stream;

/**
 * Calls on groups.
 *
 * @since 0.1
 */
public interface Groups extends OneResource<Group> {

    /**
     * Makes a group. It joins the default virtual data centre at once, which opens all resources to it.
     *
     * @param name the new name
     * @return its id
     */
    @Rpc("one.group.allocate")
    int create(String name);

    /**
     * Deletes the group.
     *
     * @param id the object
     */
    @Rpc(value = "one.group.delete", idempotent = true)
    void delete(@Target int id);

    /**
     * Sets limits.
     *
     * @param id the object
     * @param quota limits; an entry is replaced as a whole, so metrics that are not named fall back to the default
     */
    @Rpc(value = "one.group.quota", idempotent = true)
    void setQuota(@Target int id, OneTemplate quota);

    /**
     * Sets limits.
     *
     * @param id the object
     * @param limits see {@link QuotaLimits#keeping} for changing only some of them
     */
    default void setQuota(int id, QuotaLimits limits) {
        setQuota(id, limits.toTemplate());
    }

    /**
     * Sets which VLANs members may ask for.
     *
     * @param id the object
     * @param rules all rules, replacing the present ones
     */
    @Rpc(value = "one.group.vlan", idempotent = true, since = "7.4")
    void setVlanRules(@Target int id, OneTemplate rules);

    /**
     * Changes attributes.
     *
     * @param id the object
     * @param template its attributes
     * @param mode what happens to attributes that are not named
     */
    @Rpc(value = "one.group.update", idempotent = true)
    void update(@Target int id, OneTemplate template, UpdateMode mode);

    /**
     * Makes a member administer the group.
     *
     * @param id the object
     * @param userId the new owner; -1 keeps
     */
    @Rpc("one.group.addadmin")
    void addAdmin(@Target int id, int userId);

    /**
     * Ends a member's administration of the group.
     *
     * @param id the object
     * @param userId the new owner; -1 keeps
     */
    @Rpc("one.group.deladmin")
    void removeAdmin(@Target int id, int userId);

    /**
     * Reads the group.
     *
     * @param id the object
     * @param decrypt shows encrypted attributes in clear; heeded for administrators only
     * @return the object as it is now
     */
    @Rpc(value = "one.group.info", idempotent = true)
    Group get(@Target int id, boolean decrypt);

    /**
     * Reads groups one by one from the socket; close the stream to end early.
     *
     * @return to be closed
     */
    @Rpc(value = "one.grouppool.info", idempotent = true)
    Stream<Group> list();

    /**
     * Reads the limits of groups that have none of their own.
     *
     * @return the limits
     */
    @Rpc(value = "one.groupquota.info", idempotent = true)
    Quotas defaultQuotas();

    /**
     * Sets the limits of groups that have none of their own.
     *
     * @param quota limits; an entry is replaced as a whole, so metrics that are not named fall back to the default
     * @return the new limits
     */
    @Rpc(value = "one.groupquota.update", idempotent = true)
    Quotas setDefaultQuotas(OneTemplate quota);

    /**
     * Sets the limits of groups that have none of their own.
     *
     * @param limits see {@link QuotaLimits#keeping} for changing only some of them
     * @return the new limits
     */
    default Quotas setDefaultQuotas(QuotaLimits limits) {
        return setDefaultQuotas(limits.toTemplate());
    }

    @Override
    default Group get(int id) {
        return get(id, false);
    }
}
