package io.telcofactory.opennebula;

import io.telcofactory.opennebula.model.IdRange;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.Permissions;
import io.telcofactory.opennebula.model.PoolFilter;
import io.telcofactory.opennebula.model.SecurityGroup;
import io.telcofactory.opennebula.model.UpdateMode;
import java.util.stream.Stream;

/**
 * Calls on security groups.
 *
 * @since 0.1
 */
public interface SecurityGroups extends OneResource<SecurityGroup> {

    /**
     * Makes a security group.
     *
     * @param template its attributes
     * @return its id
     */
    @Rpc("one.secgroup.allocate")
    int create(OneTemplate template);

    /**
     * Deletes the security group.
     *
     * @param id the object
     */
    @Rpc(value = "one.secgroup.delete", idempotent = true)
    void delete(@Target int id);

    /**
     * Changes attributes.
     *
     * @param id the object
     * @param template its attributes
     * @param mode what happens to attributes that are not named
     */
    @Rpc(value = "one.secgroup.update", idempotent = true)
    void update(@Target int id, OneTemplate template, UpdateMode mode);

    /**
     * Renames the security group.
     *
     * @param id the object
     * @param name the new name
     */
    @Rpc("one.secgroup.rename")
    void rename(@Target int id, String name);

    /**
     * Sets who may do what.
     *
     * @param id the object
     * @param permissions who may do what
     */
    @Rpc(value = "one.secgroup.chmod", idempotent = true)
    void chmod(@Target int id, Permissions permissions);

    /**
     * Changes owner and group.
     *
     * @param id the object
     * @param userId the new owner; -1 keeps
     * @param groupId the new group; -1 keeps
     */
    @Rpc(value = "one.secgroup.chown", idempotent = true)
    void chown(@Target int id, int userId, int groupId);

    /**
     * Copies the security group; the server asks for no right on it.
     *
     * @param id the object
     * @param name the new name
     * @return id of the copy
     */
    @Rpc("one.secgroup.clone")
    int clone(@Target int id, String name);

    /**
     * Sends the present rules to the VMs.
     *
     * @param id the object
     * @param onlyOutdated only VMs whose rules are not up to date, rather than all
     */
    @Rpc(value = "one.secgroup.commit", idempotent = true)
    void commit(@Target int id, boolean onlyOutdated);

    /**
     * Reads the security group.
     *
     * @param id the object
     * @param decrypt shows encrypted attributes in clear; heeded for administrators only
     * @return the object as it is now
     */
    @Rpc(value = "one.secgroup.info", idempotent = true)
    SecurityGroup get(@Target int id, boolean decrypt);

    /**
     * Reads security groups one by one from the socket; close the stream to end early.
     *
     * @param filter whose objects
     * @param range which part
     * @return to be closed
     */
    @Rpc(value = "one.secgrouppool.info", idempotent = true)
    Stream<SecurityGroup> list(PoolFilter filter, IdRange range);

    @Override
    default SecurityGroup get(int id) {
        return get(id, false);
    }

    /**
     * Reads all security groups that the caller may see.
     *
     * @return to be closed
     */
    default Stream<SecurityGroup> list() {
        return list(PoolFilter.ALL, IdRange.ALL);
    }
}
