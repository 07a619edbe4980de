package io.telcofactory.api.site;

import io.telcofactory.api.compute.DataSize;
import java.util.List;

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
        List<PciDevice> pciDevices) {

    /** Keeps the lists unmodifiable. */
    public Host {
        numaNodes = List.copyOf(numaNodes);
        pciDevices = List.copyOf(pciDevices);
    }
}
