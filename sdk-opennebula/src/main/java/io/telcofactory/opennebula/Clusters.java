package io.telcofactory.opennebula;

import io.telcofactory.opennebula.model.Cluster;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.UpdateMode;
import java.util.stream.Stream;

/**
 * Calls on clusters.
 *
 * @since 0.1
 */
public interface Clusters extends OneResource<Cluster> {

    /**
     * Makes a cluster.
     *
     * @param name the new name
     * @return its id
     */
    @Rpc("one.cluster.allocate")
    int create(String name);

    /**
     * Deletes the cluster.
     *
     * @param id the object
     */
    @Rpc(value = "one.cluster.delete", idempotent = true)
    void delete(@Target int id);

    /**
     * Reads the cluster.
     *
     * @param id the object
     * @param decrypt shows encrypted attributes in clear; heeded for administrators only
     * @return the object as it is now
     */
    @Rpc(value = "one.cluster.info", idempotent = true)
    Cluster get(@Target int id, boolean decrypt);

    /**
     * Changes attributes.
     *
     * @param id the object
     * @param template its attributes
     * @param mode what happens to attributes that are not named
     */
    @Rpc(value = "one.cluster.update", idempotent = true)
    void update(@Target int id, OneTemplate template, UpdateMode mode);

    /**
     * Renames the cluster.
     *
     * @param id the object
     * @param name the new name
     */
    @Rpc("one.cluster.rename")
    void rename(@Target int id, String name);

    /**
     * Adds a host.
     *
     * @param id the object
     * @param hostId the host
     */
    @Rpc(value = "one.cluster.addhost", idempotent = true)
    void addHost(@Target int id, int hostId);

    /**
     * Removes a host.
     *
     * @param id the object
     * @param hostId the host
     */
    @Rpc(value = "one.cluster.delhost", idempotent = true)
    void removeHost(@Target int id, int hostId);

    /**
     * Adds a datastore.
     *
     * @param id the object
     * @param datastoreId the datastore; -1 leaves the choice to the server
     */
    @Rpc(value = "one.cluster.adddatastore", idempotent = true)
    void addDatastore(@Target int id, int datastoreId);

    /**
     * Removes a datastore.
     *
     * @param id the object
     * @param datastoreId the datastore; -1 leaves the choice to the server
     */
    @Rpc(value = "one.cluster.deldatastore", idempotent = true)
    void removeDatastore(@Target int id, int datastoreId);

    /**
     * Adds a network.
     *
     * @param id the object
     * @param networkId the network
     */
    @Rpc(value = "one.cluster.addvnet", idempotent = true)
    void addNetwork(@Target int id, int networkId);

    /**
     * Removes a network.
     *
     * @param id the object
     * @param networkId the network
     */
    @Rpc(value = "one.cluster.delvnet", idempotent = true)
    void removeNetwork(@Target int id, int networkId);

    /**
     * Asks the scheduler for better places.
     *
     * @param id the object
     */
    @Rpc(value = "one.cluster.optimize", since = "7.0")
    void optimize(@Target int id);

    /**
     * Carries out the scheduler's proposal.
     *
     * @param id the object
     */
    @Rpc(value = "one.cluster.planexecute", since = "7.0")
    void executePlan(@Target int id);

    /**
     * Drops the scheduler's proposal.
     *
     * @param id the object
     */
    @Rpc(value = "one.cluster.plandelete", idempotent = true, since = "7.0")
    void deletePlan(@Target int id);

    /**
     * Reads clusters one by one from the socket; close the stream to end early.
     *
     * @return to be closed
     */
    @Rpc(value = "one.clusterpool.info", idempotent = true)
    Stream<Cluster> list();

    @Override
    default Cluster get(int id) {
        return get(id, false);
    }
}
