package io.telcofactory.api.internal.check;

import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.compute.EpaProfile;
import io.telcofactory.api.compute.PinPolicy;
import io.telcofactory.api.gpu.GpuClaim;
import io.telcofactory.api.site.GpuOffer;
import java.util.Optional;

/**
 * What one instance takes of a host. Instances of one shape find the same hosts too full.
 *
 * @param vcpus virtual CPUs
 * @param memory memory
 * @param epa how strictly both are held
 * @param gpu what it claims of GPUs
 * @param offer how its GPU claim shows as a device, or empty if it claims none
 */
record Shape(int vcpus, DataSize memory, Optional<EpaProfile> epa, Optional<GpuClaim> gpu, Optional<GpuOffer> offer) {

    PinPolicy pinning() {
        return epa.map(EpaProfile::pinning).orElse(PinPolicy.NONE);
    }

    boolean pinned() {
        return pinning() != PinPolicy.NONE;
    }

    Optional<DataSize> hugepages() {
        return epa.flatMap(EpaProfile::hugepages);
    }

    /** Returns the parts that each need one NUMA node: several if pinned, one with hugepages, else none. */
    int nodes() {
        if (pinned()) {
            return epa.map(EpaProfile::numaNodes).orElse(1);
        }
        return hugepages().isPresent() ? 1 : 0;
    }

    int vcpusPerNode() {
        return vcpus / nodes();
    }

    DataSize memoryPerNode() {
        return new DataSize(memory.bytes() / nodes());
    }

    int devices() {
        return gpu.map(GpuClaim::count).orElse(0);
    }

    /** Tells whether the room that another instance leaves is enough for this one, wherever that was. */
    boolean fitsInPlaceOf(Shape other) {
        return pinning() == other.pinning()
                && hugepages().equals(other.hugepages())
                && nodes() == other.nodes()
                && vcpus <= other.vcpus
                && memory.compareTo(other.memory) <= 0
                && (offer.isEmpty() || (offer.equals(other.offer) && devices() <= other.devices()));
    }

    /** Returns what is asked, in words. */
    @Override
    public String toString() {
        String cpus = vcpus + " vcpus" + (pinned() ? " pinned " + pinning() : "");
        String size = memory + hugepages().map(page -> " in pages of " + page).orElse("");
        String nodes = nodes() > 1 ? ", spread over " + nodes() + " NUMA nodes" : "";
        return cpus + ", " + size + nodes + gpu.map(claim -> ", " + claim).orElse("");
    }
}
