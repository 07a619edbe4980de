package io.telcofactory.opennebula;

import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.UpdateMode;
import io.telcofactory.opennebula.model.Vdc;
import java.util.stream.Stream;

/**
 * Calls on virtual data centres.
 *
 * @since 0.1
 */
public interface Vdcs extends OneResource<Vdc> {

    /**
     * Makes a virtual data centre.
     *
     * @param template its attributes
     * @return its id
     */
    @Rpc("one.vdc.allocate")
    int create(OneTemplate template);

    /**
     * Deletes the virtual data centre.
     *
     * @param id the object
     */
    @Rpc(value = "one.vdc.delete", idempotent = true)
    void delete(@Target int id);

    /**
     * Changes attributes.
     *
     * @param id the object
     * @param template its attributes
     * @param mode what happens to attributes that are not named
     */
    @Rpc(value = "one.vdc.update", idempotent = true)
    void update(@Target int id, OneTemplate template, UpdateMode mode);

    /**
     * Renames the virtual data centre.
     *
     * @param id the object
     * @param name the new name
     */
    @Rpc("one.vdc.rename")
    void rename(@Target int id, String name);

    /**
     * Lets a group use the resources.
     *
     * @param id the object
     * @param groupId the new group; -1 keeps
     */
    @Rpc("one.vdc.addgroup")
    void addGroup(@Target int id, int groupId);

    /**
     * Ends a group's use of the resources.
     *
     * @param id the object
     * @param groupId the new group; -1 keeps
     */
    @Rpc("one.vdc.delgroup")
    void removeGroup(@Target int id, int groupId);

    /**
     * Adds a cluster of a zone; id -10 stands for all.
     *
     * @param id the object
     * @param zoneId the zone
     * @param clusterId the cluster; -1 for the default one
     */
    @Rpc("one.vdc.addcluster")
    void addCluster(@Target int id, int zoneId, int clusterId);

    /**
     * Removes a cluster of a zone; id -10 stands for all.
     *
     * @param id the object
     * @param zoneId the zone
     * @param clusterId the cluster; -1 for the default one
     */
    @Rpc("one.vdc.delcluster")
    void removeCluster(@Target int id, int zoneId, int clusterId);

    /**
     * Adds a host of a zone; id -10 stands for all.
     *
     * @param id the object
     * @param zoneId the zone
     * @param hostId the host
     */
    @Rpc("one.vdc.addhost")
    void addHost(@Target int id, int zoneId, int hostId);

    /**
     * Removes a host of a zone; id -10 stands for all.
     *
     * @param id the object
     * @param zoneId the zone
     * @param hostId the host
     */
    @Rpc("one.vdc.delhost")
    void removeHost(@Target int id, int zoneId, int hostId);

    /**
     * Adds a datastore of a zone; id -10 stands for all.
     *
     * @param id the object
     * @param zoneId the zone
     * @param datastoreId the datastore; -1 leaves the choice to the server
     */
    @Rpc("one.vdc.adddatastore")
    void addDatastore(@Target int id, int zoneId, int datastoreId);

    /**
     * Removes a datastore of a zone; id -10 stands for all.
     *
     * @param id the object
     * @param zoneId the zone
     * @param datastoreId the datastore; -1 leaves the choice to the server
     */
    @Rpc("one.vdc.deldatastore")
    void removeDatastore(@Target int id, int zoneId, int datastoreId);

    /**
     * Adds a network of a zone; id -10 stands for all.
     *
     * @param id the object
     * @param zoneId the zone
     * @param networkId the network
     */
    @Rpc("one.vdc.addvnet")
    void addNetwork(@Target int id, int zoneId, int networkId);

    /**
     * Removes a network of a zone; id -10 stands for all.
     *
     * @param id the object
     * @param zoneId the zone
     * @param networkId the network
     */
    @Rpc("one.vdc.delvnet")
    void removeNetwork(@Target int id, int zoneId, int networkId);

    /**
     * Reads the virtual data centre.
     *
     * @param id the object
     * @param decrypt shows encrypted attributes in clear; heeded for administrators only
     * @return the object as it is now
     */
    @Rpc(value = "one.vdc.info", idempotent = true)
    Vdc get(@Target int id, boolean decrypt);

    /**
     * Reads virtual data centres one by one from the socket; close the stream to end early.
     *
     * @return to be closed
     */
    @Rpc(value = "one.vdcpool.info", idempotent = true)
    Stream<Vdc> list();

    @Override
    default Vdc get(int id) {
        return get(id, false);
    }
}
