package io.telcofactory.api.tenant;

import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.internal.Checks;
import io.telcofactory.api.internal.ValueStyle;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.immutables.value.Value;

/**
 * The most a tenant may hold at a time. Of machines, CPUs, memory and GPUs, what is absent is not limited; of all else, what is
 * absent is left to the server's default.
 *
 * <p>Running limits count the machines that have a host or wait for one, unlike those that are powered off or undeployed.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface Quota permits ImmutableQuota {

    /**
     * Returns the number of virtual machines.
     *
     * @return at least 0, or empty for no limit
     */
    Optional<Integer> vms();

    /**
     * Returns the number of running virtual machines.
     *
     * @return at least 0, or empty
     */
    Optional<Integer> runningVms();

    /**
     * Returns the number of virtual CPUs. A pinned virtual CPU takes a whole hardware thread.
     *
     * @return at least 0, or empty for no limit
     */
    Optional<Integer> vcpus();

    /**
     * Returns the number of virtual CPUs of running machines.
     *
     * @return at least 0, or empty
     */
    Optional<Integer> runningVcpus();

    /**
     * Returns the guest memory.
     *
     * @return whole mebibytes, or empty for no limit
     */
    Optional<DataSize> memory();

    /**
     * Returns the guest memory of running machines.
     *
     * @return whole mebibytes, or empty
     */
    Optional<DataSize> runningMemory();

    /**
     * Returns the number of PCI devices: GPUs, whole cards and slices counted alike, and the other devices that roles claim. Network
     * interfaces are not counted.
     *
     * @return at least 0, or empty for no limit
     */
    Optional<Integer> gpus();

    /**
     * Returns the number of PCI devices of running machines.
     *
     * @return at least 0, or empty
     */
    Optional<Integer> runningGpus();

    /**
     * Returns the number of GPUs, whole cards and slices counted alike, of each model. Servers count devices, whatever their model:
     * these limits hold in plans only.
     *
     * @return at least 0 each, by the model's name
     */
    Map<String, Integer> gpuModels();

    /**
     * Returns the number of SR-IOV network interfaces.
     *
     * @return at least 0, or empty
     */
    Optional<Integer> sriovInterfaces();

    /**
     * Returns the space for disks of machines on system datastores.
     *
     * @return whole mebibytes, or empty
     */
    Optional<DataSize> systemDisk();

    /**
     * Returns limits of image datastores.
     *
     * @return by the datastore's name on the server
     */
    Map<String, DatastoreQuota> datastores();

    /**
     * Returns the number of addresses on provider networks. How many a network of the tenant has is said there.
     *
     * @return at least 0 each, by the network's name on the server
     */
    Map<String, Integer> leases();

    /**
     * Returns further limits for the machines on single clusters. Servers enforce them once a machine gets its host: what is too much
     * waits, and is not refused.
     *
     * @return limits of machines, by the cluster's name on the server
     */
    Map<String, Quota> clusters();

    /** Checks the limits. */
    @Value.Check
    default void check() {
        vms().ifPresent(n -> count("vms", n));
        runningVms().ifPresent(n -> count("runningVms", n));
        vcpus().ifPresent(n -> count("vcpus", n));
        runningVcpus().ifPresent(n -> count("runningVcpus", n));
        gpus().ifPresent(n -> count("gpus", n));
        runningGpus().ifPresent(n -> count("runningGpus", n));
        sriovInterfaces().ifPresent(n -> count("sriovInterfaces", n));
        memory().ifPresent(m -> m.requireWholeMebibytes("quota.memory"));
        runningMemory().ifPresent(m -> m.requireWholeMebibytes("quota.runningMemory"));
        systemDisk().ifPresent(m -> m.requireWholeMebibytes("quota.systemDisk"));
        gpuModels().forEach((model, n) -> count("gpuModels." + Checks.line("quota.gpuModels", model), n));
        leases().forEach((network, n) -> count("leases." + Checks.line("quota.leases", network), n));
        datastores().keySet().forEach(name -> Checks.line("quota.datastores", name));
        clusters().forEach(Quota::checkCluster);
    }

    private static void count(String field, int limit) {
        Checks.range("quota." + field, limit, 0, Integer.MAX_VALUE);
    }

    private static void checkCluster(String name, Quota limits) {
        Checks.line("quota.clusters", name);
        Checks.require(
                limits.gpuModels().isEmpty()
                        && limits.datastores().isEmpty()
                        && limits.leases().isEmpty()
                        && limits.clusters().isEmpty(),
                name,
                "quota.clusters",
                "must limit machines only: no GPU models, datastores, leases or clusters");
        Checks.require(!limits.equals(unlimited()), name, "quota.clusters", "must limit something");
    }

    /**
     * Returns a quota without limits.
     *
     * @return the empty quota
     */
    static Quota unlimited() {
        return builder().build();
    }

    /**
     * Starts a quota.
     *
     * @return a builder without limits
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects limits. */
    final class Builder extends ImmutableQuota.Builder {
        Builder() {}

        /**
         * Limits the GPUs of one model, beside those of all models.
         *
         * @param model for example {@code H100-SXM-80GB}
         * @param most whole cards and slices counted alike
         * @return this builder
         */
        public Builder gpus(String model, int most) {
            return putGpuModels(model, most);
        }

        /**
         * Limits the space on an image datastore.
         *
         * @param name the datastore's name on the server
         * @param most in whole mebibytes
         * @param images the number of images
         * @return this builder
         */
        public Builder datastore(String name, DataSize most, int images) {
            return putDatastores(name, new DatastoreQuota(Optional.of(most), Optional.of(images)));
        }

        /**
         * Limits the machines on one cluster, beside those on all clusters.
         *
         * @param name the cluster's name on the server
         * @param limits sets limits of machines
         * @return this builder
         */
        public Builder cluster(String name, Consumer<Builder> limits) {
            Builder cluster = new Builder();
            limits.accept(cluster);
            return putClusters(name, cluster.build());
        }
    }
}
