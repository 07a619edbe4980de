package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Limits and usage of a user, of a group, or the defaults. An entry holds its metrics by name: {@code VMS}, {@code CPU}, {@code
 * MEMORY} in MB, {@code PCI_DEV}, {@code RUNNING_CPU} and so on.
 *
 * @since 0.1
 */
public final class Quotas extends View {

    /** The limit that means: as the default quota says. */
    public static final double DEFAULT = -1;

    /** The limit that means: none. */
    public static final double UNLIMITED = -2;

    /**
     * Looks at an element.
     *
     * @param tree a user, a group, or the default quotas
     */
    public Quotas(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns limits of VMs: one for all clusters, and perhaps others for sets of clusters.
     *
     * @return empty when nothing is limited and nothing was used
     */
    public List<Entry> vms() {
        return entries("VM_QUOTA/VM");
    }

    /**
     * Returns limits of datastores.
     *
     * @return one for each datastore limited or used
     */
    public List<Entry> datastores() {
        return entries("DATASTORE_QUOTA/DATASTORE");
    }

    /**
     * Returns limits of networks.
     *
     * @return one for each network limited or used
     */
    public List<Entry> networks() {
        return entries("NETWORK_QUOTA/NETWORK");
    }

    /**
     * Returns limits of images.
     *
     * @return one for each image limited or used
     */
    public List<Entry> images() {
        return entries("IMAGE_QUOTA/IMAGE");
    }

    private List<Entry> entries(String path) {
        return tree.list(path).stream().map(Entry::new).toList();
    }

    /**
     * Limits and usage of one thing.
     *
     * @since 0.1
     */
    public static final class Entry extends View {

        private Entry(XmlNode tree) {
            super(tree);
        }

        /**
         * Returns the datastore, network or image.
         *
         * @return its id; -1 for VMs
         */
        public int id() {
            return integer("ID");
        }

        /**
         * Returns the clusters that a limit of VMs holds for.
         *
         * @return ids; empty for all
         */
        public List<Integer> clusterIds() {
            return Numbers.list(text("CLUSTER_IDS"));
        }

        /**
         * Returns a limit.
         *
         * @param metric for example {@code CPU}
         * @return 0 or more, {@link #DEFAULT} or {@link #UNLIMITED}; nothing when the server has no such metric
         */
        public OptionalDouble limit(String metric) {
            return tree.number(metric);
        }

        /**
         * Returns the usage.
         *
         * @param metric for example {@code CPU}
         * @return can be negative, since the server counts wrong at times; 0 when not known
         */
        public double used(String metric) {
            return tree.number(metric + "_USED").orElse(0);
        }
    }
}
