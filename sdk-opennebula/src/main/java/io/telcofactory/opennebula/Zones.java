package io.telcofactory.opennebula;

import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.RaftStatus;
import io.telcofactory.opennebula.model.UpdateMode;
import io.telcofactory.opennebula.model.Zone;
import java.util.stream.Stream;

/**
 * Calls on zones.
 *
 * @since 0.1
 */
public interface Zones extends OneResource<Zone> {

    /**
     * Makes a zone.
     *
     * @param template its attributes
     * @return its id
     */
    @Rpc("one.zone.allocate")
    int create(OneTemplate template);

    /**
     * Deletes the zone.
     *
     * @param id the object
     */
    @Rpc(value = "one.zone.delete", idempotent = true)
    void delete(@Target int id);

    /**
     * Changes attributes.
     *
     * @param id the object
     * @param template its attributes
     * @param mode what happens to attributes that are not named
     */
    @Rpc(value = "one.zone.update", idempotent = true)
    void update(@Target int id, OneTemplate template, UpdateMode mode);

    /**
     * Renames the zone.
     *
     * @param id the object
     * @param name the new name
     */
    @Rpc("one.zone.rename")
    void rename(@Target int id, String name);

    /**
     * Adds a server to the zone.
     *
     * @param id the object
     * @param server attributes of the server
     */
    @Rpc("one.zone.addserver")
    void addServer(@Target int id, OneTemplate server);

    /**
     * Removes a server from the zone.
     *
     * @param id the object
     * @param serverId the server
     */
    @Rpc("one.zone.delserver")
    void removeServer(@Target int id, int serverId);

    /**
     * Resets what the leader knows of a server's log.
     *
     * @param id the object
     * @param serverId the server
     */
    @Rpc("one.zone.resetserver")
    void resetServer(@Target int id, int serverId);

    /**
     * Enables or disables the zone.
     *
     * @param id the object
     * @param enabled whether it may be used
     */
    @Rpc(value = "one.zone.enable", idempotent = true)
    void enable(@Target int id, boolean enabled);

    /**
     * Asks the server that answers about itself and its log.
     *
     * @return its status
     */
    @Rpc(value = "one.zone.raftstatus", idempotent = true)
    RaftStatus raftStatus();

    /**
     * Reads the zone.
     *
     * @param id the object
     * @param decrypt shows encrypted attributes in clear; heeded for administrators only
     * @return the object as it is now
     */
    @Rpc(value = "one.zone.info", idempotent = true)
    Zone get(@Target int id, boolean decrypt);

    /**
     * Reads zones one by one from the socket; close the stream to end early.
     *
     * @return to be closed
     */
    @Rpc(value = "one.zonepool.info", idempotent = true)
    Stream<Zone> list();

    @Override
    default Zone get(int id) {
        return get(id, false);
    }
}
