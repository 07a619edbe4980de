package io.telcofactory.api.internal.check;

import io.telcofactory.api.Ref;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.compute.EpaProfile;
import io.telcofactory.api.compute.PinPolicy;
import io.telcofactory.api.gpu.GpuClaim;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.site.GpuOffer;
import java.util.Optional;

/**
 * What one instance of a role takes of a host.
 *
 * @param service whose role it is
 * @param role the role
 * @param offer how its GPU claim shows as a device, or empty if it claims none
 */
record Demand(Ref service, Role role, Optional<GpuOffer> offer) {

    PinPolicy pinning() {
        return role.epa().map(EpaProfile::pinning).orElse(PinPolicy.NONE);
    }

    boolean pinned() {
        return pinning() != PinPolicy.NONE;
    }

    Optional<DataSize> hugepages() {
        return role.epa().flatMap(EpaProfile::hugepages);
    }

    /** Returns the parts that each need one NUMA node: several if pinned, one with hugepages, else none. */
    int nodes() {
        if (pinned()) {
            return role.epa().map(EpaProfile::numaNodes).orElse(1);
        }
        return hugepages().isPresent() ? 1 : 0;
    }

    int vcpusPerNode() {
        return role.vcpus() / nodes();
    }

    DataSize memoryPerNode() {
        return new DataSize(role.memory().bytes() / nodes());
    }

    int devices() {
        return role.gpu().map(GpuClaim::count).orElse(0);
    }

    /** Tells whether the room that another instance leaves is enough for this one, wherever that was. */
    boolean fitsInPlaceOf(Demand other) {
        return pinning() == other.pinning()
                && hugepages().equals(other.hugepages())
                && nodes() == other.nodes()
                && role.vcpus() <= other.role.vcpus()
                && role.memory().compareTo(other.role.memory()) <= 0
                && (offer.isEmpty() || (offer.equals(other.offer) && devices() <= other.devices()));
    }

    /** Returns what is asked, in words. */
    @Override
    public String toString() {
        String cpus = role.vcpus() + " vcpus" + (pinned() ? " pinned " + pinning() : "");
        String memory =
                role.memory() + hugepages().map(page -> " in pages of " + page).orElse("");
        String nodes = nodes() > 1 ? ", spread over " + nodes() + " NUMA nodes" : "";
        return cpus + ", " + memory + nodes
                + role.gpu().map(claim -> ", " + claim).orElse("");
    }
}
