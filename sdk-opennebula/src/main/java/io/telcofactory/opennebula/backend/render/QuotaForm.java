package io.telcofactory.opennebula.backend.render;

import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.tenant.Quota;
import io.telcofactory.opennebula.backend.GroupQuota;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A tenant's quota as limits of its group, one by one. What a limit is about is told by name; {@link GroupQuota} knows the ids.
 */
public final class QuotaForm {
    public static final String UNLIMITED = "unlimited";

    /** On the wire: no limit at all, whatever the default. */
    private static final String NO_LIMIT = "-2";

    /** What the server can limit of machines, under its own name. */
    public enum Metric {
        VMS("vms", false, true, Quota::vms),
        RUNNING_VMS("runningVms", false, false, Quota::runningVms),
        CPU("vcpus", false, true, Quota::vcpus),
        RUNNING_CPU("runningVcpus", false, false, Quota::runningVcpus),
        MEMORY("memory", true, true, Quota::memory),
        RUNNING_MEMORY("runningMemory", true, false, Quota::runningMemory),
        PCI_DEV("gpus", false, true, Quota::gpus),
        RUNNING_PCI_DEV("runningGpus", false, false, Quota::runningGpus),
        PCI_NIC("sriovInterfaces", false, false, Quota::sriovInterfaces),
        SYSTEM_DISK_SIZE("systemDisk", true, false, Quota::systemDisk);

        private final String field;
        private final boolean size;

        /** Whether a quota that leaves it open means that there is no limit, even if the server has a default. */
        private final boolean alwaysSet;

        private final Function<Quota, Optional<?>> value;

        Metric(String field, boolean size, boolean alwaysSet, Function<Quota, Optional<?>> value) {
            this.field = field;
            this.size = size;
            this.alwaysSet = alwaysSet;
            this.value = value;
        }

        public boolean alwaysSet() {
            return alwaysSet;
        }

        public String path(String cluster) {
            return (cluster.isEmpty() ? "quota." : "quota.clusters." + cluster + ".") + field;
        }
    }

    /** A kind of thing that the server limits. */
    public enum Kind {
        VM("CLUSTER_IDS"),
        DATASTORE("ID"),
        NETWORK("ID");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** The attribute that says which thing is meant. */
        public String key() {
            return key;
        }
    }

    /**
     * What a group of limits is about.
     *
     * @param kind the kind
     * @param name the name of the cluster, datastore or network, empty for machines on all clusters
     */
    public record Thing(Kind kind, String name) {}

    /**
     * One limit.
     *
     * @param thing what it is about
     * @param metric the server's name of what is counted
     * @param path the field of the rendering
     * @param text the limit as the rendering tells it
     * @param wire the limit as it is sent
     */
    public record Limit(Thing thing, String metric, String path, String text, String wire) {}

    private QuotaForm() {}

    /** The limits of a value. */
    public static List<Limit> limits(Quota quota) {
        List<Limit> limits = new ArrayList<>(machines("", quota));
        new TreeMap<>(quota.clusters()).forEach((cluster, some) -> limits.addAll(machines(cluster, some)));
        new TreeMap<>(quota.datastores()).forEach((name, most) -> {
            Thing datastore = new Thing(Kind.DATASTORE, name);
            most.size().ifPresent(size -> limits.add(limit(datastore, "SIZE", datastorePath(name, "SIZE"), size)));
            most.images()
                    .ifPresent(count -> limits.add(limit(datastore, "IMAGES", datastorePath(name, "IMAGES"), count)));
        });
        new TreeMap<>(quota.leases())
                .forEach((name, count) ->
                        limits.add(limit(new Thing(Kind.NETWORK, name), "LEASES", leasesPath(name), count)));
        return limits;
    }

    private static List<Limit> machines(String cluster, Quota quota) {
        Thing thing = new Thing(Kind.VM, cluster);
        List<Limit> limits = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            String path = metric.path(cluster);
            metric.value
                    .apply(quota)
                    .ifPresentOrElse(most -> limits.add(limit(thing, metric.name(), path, most)), () -> {
                        if (metric.alwaysSet && cluster.isEmpty()) {
                            limits.add(new Limit(thing, metric.name(), path, UNLIMITED, NO_LIMIT));
                        }
                    });
        }
        return limits;
    }

    private static Limit limit(Thing thing, String metric, String path, Object most) {
        String wire = most instanceof DataSize size ? Long.toString(size.toMebibytes()) : most.toString();
        return new Limit(thing, metric, path, most.toString(), wire);
    }

    public static String datastorePath(String name, String metric) {
        return "quota.datastores." + name + (metric.equals("SIZE") ? ".size" : ".images");
    }

    public static String leasesPath(String network) {
        return "quota.leases." + network;
    }

    public static Map<String, String> fields(List<Limit> limits) {
        Map<String, String> fields = new LinkedHashMap<>();
        limits.forEach(limit -> fields.put(limit.path(), limit.text()));
        return fields;
    }

    /** A limit that the server tells, as the rendering tells it. */
    public static String text(Metric metric, String wire) {
        return text(metric.size, wire);
    }

    public static String text(boolean size, String wire) {
        BigDecimal limit = new BigDecimal(wire).stripTrailingZeros();
        if (limit.signum() < 0) {
            return UNLIMITED;
        }
        return size ? DataSize.mebibytes(limit.longValue()).toString() : limit.toPlainString();
    }
}
