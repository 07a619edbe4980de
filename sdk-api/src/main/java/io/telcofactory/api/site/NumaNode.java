package io.telcofactory.api.site;

import io.telcofactory.api.compute.DataSize;
import java.util.List;
import java.util.Map;

/**
 * A NUMA node of a host and what is free on it.
 *
 * @param id the host's number for it
 * @param cores its cores
 * @param freeMemory memory that no pinned virtual machine holds
 * @param freeHugepages page size to number of free pages
 * @since 0.1
 */
public record NumaNode(int id, List<Core> cores, DataSize freeMemory, Map<DataSize, Long> freeHugepages) {

    /** Keeps the collections unmodifiable. */
    public NumaNode {
        cores = List.copyOf(cores);
        freeHugepages = Map.copyOf(freeHugepages);
    }

    /**
     * A core.
     *
     * @param id the host's number for it
     * @param threads how many hardware threads may be used for virtual machines
     * @param freeThreads how many of them no virtual machine holds
     */
    public record Core(int id, int threads, int freeThreads) {
        /**
         * Tells whether nothing runs on the core.
         *
         * @return true if all its threads are free
         */
        public boolean idle() {
            return threads > 0 && freeThreads == threads;
        }
    }
}
