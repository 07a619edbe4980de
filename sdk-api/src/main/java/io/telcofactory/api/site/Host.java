package io.telcofactory.api.site;

import io.telcofactory.api.compute.DataSize;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A server that runs virtual machines, as it was observed.
 *
 * @param id the backend's number for it
 * @param name its name
 * @param usable whether it is enabled and monitored
 * @param pinnedOnly whether it is set aside for pinned virtual machines; others never get there, and pinned ones only get to such hosts
 * @param freeCpus hardware threads that are not promised to virtual machines, may be a fraction
 * @param freeMemory memory that is not promised to virtual machines
 * @param numaNodes its NUMA nodes
 * @param pciDevices its PCI devices
 * @param cpuModels the CPU models that its guests may see, as libvirt names them; none if it does not tell
 * @since 0.1
 */
public record Host(
        int id,
        String name,
        boolean usable,
        boolean pinnedOnly,
        double freeCpus,
        DataSize freeMemory,
        List<NumaNode> numaNodes,
        List<PciDevice> pciDevices,
        Set<String> cpuModels) {

    /** Keeps the collections unmodifiable. */
    public Host {
        numaNodes = List.copyOf(numaNodes);
        pciDevices = List.copyOf(pciDevices);
        cpuModels = Set.copyOf(cpuModels);
    }

    /**
     * Makes a host that does not tell which CPU models its guests may see.
     *
     * @param id the backend's number for it
     * @param name its name
     * @param usable whether it is enabled and monitored
     * @param pinnedOnly whether it is set aside for pinned virtual machines
     * @param freeCpus hardware threads that are not promised to virtual machines, may be a fraction
     * @param freeMemory memory that is not promised to virtual machines
     * @param numaNodes its NUMA nodes
     * @param pciDevices its PCI devices
     */
    public Host(
            int id,
            String name,
            boolean usable,
            boolean pinnedOnly,
            double freeCpus,
            DataSize freeMemory,
            List<NumaNode> numaNodes,
            List<PciDevice> pciDevices) {
        this(id, name, usable, pinnedOnly, freeCpus, freeMemory, numaNodes, pciDevices, Set.of());
    }

    /**
     * Returns a copy that tells which CPU models its guests may see.
     *
     * @param models their names
     * @return the copy
     */
    public Host withCpuModels(Set<String> models) {
        return new Host(id, name, usable, pinnedOnly, freeCpus, freeMemory, numaNodes, pciDevices, models);
    }

    /**
     * Tells whether virtual machines get all hardware threads, so that none is left for interrupts, the emulator's threads or the host's
     * own work.
     *
     * @return true if it has NUMA nodes and keeps no thread of any core back
     */
    public boolean keepsNoThread() {
        int most = cores().mapToInt(NumaNode.Core::threads).max().orElse(0);
        return most > 0 && cores().allMatch(core -> core.threads() == most);
    }

    private Stream<NumaNode.Core> cores() {
        return numaNodes.stream().flatMap(node -> node.cores().stream());
    }
}
