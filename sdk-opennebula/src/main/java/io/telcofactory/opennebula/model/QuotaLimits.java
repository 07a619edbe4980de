package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Limits to be set on a user, on a group, or as defaults. The server replaces an entry as a whole: start from {@link #keeping} what
 * is set to change a single limit, else all that are not named fall back to the default.
 *
 * <pre>{@code
 * one.groups().setQuota(100, QuotaLimits.builder()
 *         .vms(vm -> vm.count(10).cpu(40).memoryMb(65_536).pciDevices(2))
 *         .network(3, 50)
 *         .build());
 * }</pre>
 *
 * <p>Limits are 0 or more, {@link Quotas#DEFAULT} or {@link Quotas#UNLIMITED}.
 *
 * @since 0.1
 */
public final class QuotaLimits {
    private final OneTemplate template;

    private QuotaLimits(OneTemplate template) {
        this.template = template;
    }

    /**
     * Starts without limits.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts with the limits that are set.
     *
     * @param current for example {@code one.groups().get(100).quotas()}
     * @return a builder
     */
    public static Builder keeping(Quotas current) {
        Builder builder = new Builder();
        current.vms().forEach(entry -> builder.keep("VM", entry));
        current.datastores().forEach(entry -> builder.keep("DATASTORE", entry));
        current.networks().forEach(entry -> builder.keep("NETWORK", entry));
        current.images().forEach(entry -> builder.keep("IMAGE", entry));
        return builder;
    }

    /**
     * Returns the limits as they are sent.
     *
     * @return one vector for each thing limited
     */
    public OneTemplate toTemplate() {
        return template;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QuotaLimits that && template.equals(that.template);
    }

    @Override
    public int hashCode() {
        return template.hashCode();
    }

    @Override
    public String toString() {
        return template.toXml();
    }

    /** What an entry is about: a kind, and a set of clusters or one object. */
    private record Thing(String kind, String key, String value) {}

    /**
     * Collects limits.
     *
     * @since 0.1
     */
    public static final class Builder {
        private static final String CLUSTERS = "CLUSTER_IDS";
        private static final String USED = "_USED";

        private final Map<Thing, Map<String, String>> entries = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Limits the VMs on all clusters together.
         *
         * @param limits sets limits; the entry's others stay as they are in this builder
         * @return this
         */
        public Builder vms(Consumer<VmLimits> limits) {
            return vms(new Thing("VM", CLUSTERS, ""), limits);
        }

        /**
         * Limits the VMs on some clusters, beside the limits on all of them. Such a limit counts once a VM has a host, so that too
         * much is refused by the scheduler, not at creation.
         *
         * @param clusterIds which clusters; each may be in one set only
         * @param limits sets limits; the entry's others stay as they are in this builder
         * @return this
         */
        public Builder vms(Collection<Integer> clusterIds, Consumer<VmLimits> limits) {
            return vms(new Thing("VM", CLUSTERS, sorted(clusterIds)), limits);
        }

        private Builder vms(Thing thing, Consumer<VmLimits> limits) {
            limits.accept(new VmLimits(entry(thing)));
            return this;
        }

        /**
         * Limits a datastore.
         *
         * @param id the datastore
         * @param sizeMb space in MB
         * @param images number of images
         * @return this
         */
        public Builder datastore(int id, long sizeMb, int images) {
            Map<String, String> entry = entry(new Thing("DATASTORE", "ID", String.valueOf(id)));
            put(entry, "SIZE", (double) sizeMb);
            put(entry, "IMAGES", images);
            return this;
        }

        /**
         * Limits a network.
         *
         * @param id the network
         * @param leases number of addresses
         * @return this
         */
        public Builder network(int id, int leases) {
            put(entry(new Thing("NETWORK", "ID", String.valueOf(id))), "LEASES", leases);
            return this;
        }

        /**
         * Limits an image.
         *
         * @param id the image
         * @param runningVms number of VMs that use it at a time
         * @return this
         */
        public Builder image(int id, int runningVms) {
            put(entry(new Thing("IMAGE", "ID", String.valueOf(id))), "RVMS", runningVms);
            return this;
        }

        /**
         * Makes the limits.
         *
         * @return what was collected
         */
        public QuotaLimits build() {
            OneTemplate.Builder template = OneTemplate.builder();
            entries.forEach((thing, limits) -> template.add(thing.kind(), vector -> {
                if (!thing.value().isEmpty()) {
                    vector.set(thing.key(), thing.value());
                }
                limits.forEach(vector::set);
            }));
            return new QuotaLimits(template.build());
        }

        private Map<String, String> entry(Thing thing) {
            return entries.computeIfAbsent(thing, key -> new LinkedHashMap<>());
        }

        private void keep(String kind, Quotas.Entry current) {
            Thing thing = kind.equals("VM")
                    ? new Thing(kind, CLUSTERS, sorted(current.clusterIds()))
                    : new Thing(kind, "ID", String.valueOf(current.id()));
            Map<String, String> entry = entry(thing);
            for (XmlNode metric : current.tree().children()) {
                if (!metric.name().equals(thing.key()) && !metric.name().endsWith(USED)) {
                    entry.put(metric.name(), metric.text().strip());
                }
            }
        }

        private static String sorted(Collection<Integer> ids) {
            return new TreeSet<>(ids).stream().map(String::valueOf).collect(Collectors.joining(","));
        }
    }

    /**
     * Sets limits of VMs.
     *
     * @since 0.1
     */
    public static final class VmLimits {
        private final Map<String, String> entry;

        private VmLimits(Map<String, String> entry) {
            this.entry = entry;
        }

        /**
         * Limits the number of VMs.
         *
         * @param vms whatever state they are in
         * @return this
         */
        public VmLimits count(int vms) {
            return limit("VMS", vms);
        }

        /**
         * Limits the share of physical CPUs.
         *
         * @param cpus 1.0 for one hardware thread
         * @return this
         */
        public VmLimits cpu(double cpus) {
            return limit("CPU", cpus);
        }

        /**
         * Limits the memory.
         *
         * @param megabytes in MB
         * @return this
         */
        public VmLimits memoryMb(long megabytes) {
            return limit("MEMORY", (double) megabytes);
        }

        /**
         * Limits the PCI devices, whatever their kind; OpenNebula 7.2 or newer.
         *
         * @param devices number of devices, network functions apart
         * @return this
         */
        public VmLimits pciDevices(int devices) {
            return limit("PCI_DEV", devices);
        }

        /**
         * Limits the SR-IOV network functions; OpenNebula 7.2 or newer.
         *
         * @param functions number of functions
         * @return this
         */
        public VmLimits pciNics(int functions) {
            return limit("PCI_NIC", functions);
        }

        /**
         * Limits the space on system datastores.
         *
         * @param megabytes in MB
         * @return this
         */
        public VmLimits systemDiskMb(long megabytes) {
            return limit("SYSTEM_DISK_SIZE", (double) megabytes);
        }

        /**
         * Limits anything that the server counts.
         *
         * @param metric for example {@code RUNNING_CPU}, or one that the server's configuration adds
         * @param value 0 or more, {@link Quotas#DEFAULT} or {@link Quotas#UNLIMITED}
         * @return this
         */
        public VmLimits limit(String metric, double value) {
            put(entry, metric, value);
            return this;
        }
    }

    private static void put(Map<String, String> entry, String metric, double value) {
        if (!(value >= 0 || value == Quotas.DEFAULT || value == Quotas.UNLIMITED) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("The limit of " + metric + " is 0 or more, " + Quotas.DEFAULT
                    + " (the default) or " + Quotas.UNLIMITED + " (none), was " + value);
        }
        entry.put(
                OneText.name(metric),
                BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
    }
}
