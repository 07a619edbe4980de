package io.telcofactory.opennebula;

import io.telcofactory.opennebula.model.Host;
import io.telcofactory.opennebula.model.HostSample;
import io.telcofactory.opennebula.model.HostStatus;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.SampleWindow;
import io.telcofactory.opennebula.model.UpdateMode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Calls on hosts.
 *
 * @since 0.1
 */
public interface Hosts extends OneResource<Host> {

    /**
     * Makes a host.
     *
     * @param hostName name or address of the host
     * @param informationDriver for example {@code kvm}
     * @param virtualizationDriver for example {@code kvm}
     * @param clusterId the cluster; -1 for the default one
     * @return its id
     */
    @Rpc("one.host.allocate")
    int create(String hostName, String informationDriver, String virtualizationDriver, int clusterId);

    /**
     * Deletes the host.
     *
     * @param id the object
     */
    @Rpc(value = "one.host.delete", idempotent = true)
    void delete(@Target int id);

    /**
     * Reads the host.
     *
     * @param id the object
     * @param decrypt shows encrypted attributes in clear; heeded for administrators only
     * @return the object as it is now
     */
    @Rpc(value = "one.host.info", idempotent = true)
    Host get(@Target int id, boolean decrypt);

    /**
     * Changes attributes.
     *
     * @param id the object
     * @param template its attributes
     * @param mode what happens to attributes that are not named
     */
    @Rpc(value = "one.host.update", idempotent = true)
    void update(@Target int id, OneTemplate template, UpdateMode mode);

    /**
     * Renames the host.
     *
     * @param id the object
     * @param name the new name
     */
    @Rpc("one.host.rename")
    void rename(@Target int id, String name);

    /**
     * Enables, disables or switches off the host.
     *
     * @param id the object
     * @param status what the operator wants
     */
    @Rpc(value = "one.host.status", idempotent = true)
    void setStatus(@Target int id, HostStatus status);

    /**
     * Reads what was measured of the host.
     *
     * @param id the object
     * @return oldest first
     */
    @Rpc(value = "one.host.monitoring", idempotent = true)
    List<HostSample> monitoring(@Target int id);

    /**
     * Reads hosts one by one from the socket; close the stream to end early.
     *
     * @return to be closed
     */
    @Rpc(value = "one.hostpool.info", idempotent = true)
    Stream<Host> list();

    /**
     * Reads what was measured of hosts.
     *
     * @param window which samples
     * @return to be closed
     */
    @Rpc(value = "one.hostpool.monitoring", idempotent = true)
    Stream<HostSample> monitoring(SampleWindow window);

    @Override
    default Host get(int id) {
        return get(id, false);
    }
}
