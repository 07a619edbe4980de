package io.telcofactory.opennebula;

import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.QuotaLimits;
import io.telcofactory.opennebula.model.Quotas;
import io.telcofactory.opennebula.model.UpdateMode;
import io.telcofactory.opennebula.model.User;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Calls on users.
 *
 * @since 0.1
 */
public interface Users extends OneResource<User> {

    /**
     * Makes a user.
     *
     * @param user name of the user
     * @param password the password
     * @param driver for example {@code core}; empty for the default
     * @param groupIds the groups, the primary one first; empty for the default group
     * @return its id
     */
    @Rpc("one.user.allocate")
    int create(String user, String password, String driver, List<Integer> groupIds);

    /**
     * Changes the primary group.
     *
     * @param id the object
     * @param groupId the new group; -1 keeps
     */
    @Rpc(value = "one.user.chgrp", idempotent = true)
    void setPrimaryGroup(@Target int id, int groupId);

    /**
     * Changes the password; all tokens end.
     *
     * @param id the object
     * @param password the password
     */
    @Rpc(value = "one.user.passwd", idempotent = true)
    void setPassword(@Target int id, String password);

    /**
     * Changes how the user proves who he is.
     *
     * @param id the object
     * @param driver for example {@code core}; empty for the default
     * @param password the password
     */
    @Rpc(value = "one.user.chauth", idempotent = true)
    void setAuthDriver(@Target int id, String driver, String password);

    /**
     * Sets limits.
     *
     * @param id the object
     * @param quota limits; an entry is replaced as a whole, so metrics that are not named fall back to the default
     */
    @Rpc(value = "one.user.quota", idempotent = true)
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
     * Lets the user log in, or not.
     *
     * @param id the object
     * @param enabled whether it may be used
     */
    @Rpc(value = "one.user.enable", idempotent = true)
    void enable(@Target int id, boolean enabled);

    /**
     * Deletes the user.
     *
     * @param id the object
     */
    @Rpc(value = "one.user.delete", idempotent = true)
    void delete(@Target int id);

    /**
     * Changes attributes.
     *
     * @param id the object
     * @param template its attributes
     * @param mode what happens to attributes that are not named
     */
    @Rpc(value = "one.user.update", idempotent = true)
    void update(@Target int id, OneTemplate template, UpdateMode mode);

    /**
     * Adds the user to a group.
     *
     * @param id the object
     * @param groupId the new group; -1 keeps
     */
    @Rpc("one.user.addgroup")
    void addGroup(@Target int id, int groupId);

    /**
     * Takes the user from a group.
     *
     * @param id the object
     * @param groupId the new group; -1 keeps
     */
    @Rpc("one.user.delgroup")
    void removeGroup(@Target int id, int groupId);

    /**
     * Makes or deletes a login token; a user has ten at most.
     *
     * @param user name of the user
     * @param token a text of your own, or empty to have one made
     * @param validity how long it is valid; -1 s for ever, 0 s deletes
     * @param group the only group that it opens, or -1 for all; administrators must name one
     * @return the token, a secret
     */
    @Rpc("one.user.login")
    String login(@Target String user, String token, Duration validity, int group);

    /**
     * Reads the user.
     *
     * @param id the object
     * @param decrypt shows encrypted attributes in clear; heeded for administrators only
     * @return the object as it is now
     */
    @Rpc(value = "one.user.info", idempotent = true)
    User get(@Target int id, boolean decrypt);

    /**
     * Reads users one by one from the socket; close the stream to end early.
     *
     * @return to be closed
     */
    @Rpc(value = "one.userpool.info", idempotent = true)
    Stream<User> list();

    /**
     * Reads the limits of users that have none of their own.
     *
     * @return the limits
     */
    @Rpc(value = "one.userquota.info", idempotent = true)
    Quotas defaultQuotas();

    /**
     * Sets the limits of users that have none of their own.
     *
     * @param quota limits; an entry is replaced as a whole, so metrics that are not named fall back to the default
     * @return the new limits
     */
    @Rpc(value = "one.userquota.update", idempotent = true)
    Quotas setDefaultQuotas(OneTemplate quota);

    /**
     * Sets the limits of users that have none of their own.
     *
     * @param limits see {@link QuotaLimits#keeping} for changing only some of them
     * @return the new limits
     */
    default Quotas setDefaultQuotas(QuotaLimits limits) {
        return setDefaultQuotas(limits.toTemplate());
    }

    @Override
    default User get(int id) {
        return get(id, false);
    }
}
