package io.telcofactory.api.internal.check;

import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.compute.EpaProfile;
import io.telcofactory.api.compute.NumaShare;
import io.telcofactory.api.compute.PciClaim;
import io.telcofactory.api.compute.PinPolicy;
import io.telcofactory.api.gpu.GpuClaim;
import io.telcofactory.api.internal.HostNames;
import io.telcofactory.api.network.Segment;
import io.telcofactory.api.network.VirtualRouter;
import io.telcofactory.api.service.Attachment;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.site.GpuOffer;
import io.telcofactory.api.site.Host;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.site.VirtualFunctions;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one instance takes of a host. Instances of one shape find the same hosts too full.
 *
 * @param vcpus virtual CPUs
 * @param memory memory
 * @param epa how strictly both are held
 * @param gpu what it claims of GPUs
 * @param offer how its GPU claim shows as a device, or empty if it claims none
 * @param devices the other devices it claims, virtual functions for its interfaces among them
 * @param hosts lists of patterns of host names; one of each list must fit
 */
record Shape(
        int vcpus,
        DataSize memory,
        Optional<EpaProfile> epa,
        Optional<GpuClaim> gpu,
        Optional<GpuOffer> offer,
        List<PciClaim> devices,
        List<List<String>> hosts) {

    /** Returns what a role asks, or nothing if no offer serves its claim, of which another check tells. */
    static Optional<Shape> of(Role role, Inventory inventory) {
        Optional<GpuOffer> offer = role.gpu().flatMap(claim -> inventory.site().flatMap(site -> site.offer(claim)));
        return role.gpu().isPresent() && offer.isEmpty()
                ? Optional.empty()
                : Optional.of(new Shape(
                        role.vcpus(),
                        role.memory(),
                        role.epa(),
                        role.gpu(),
                        offer,
                        devices(role, inventory),
                        hosts(role, inventory)));
    }

    /** Returns what a machine of a router takes. */
    static Shape of(VirtualRouter router) {
        return new Shape(
                router.vcpus(),
                router.memory(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static List<PciClaim> devices(Role role, Inventory inventory) {
        return Stream.concat(
                        role.devices().stream(),
                        functions(role, inventory)
                                .map(functions -> PciClaim.ofKind(
                                        Optional.of(functions.pci().vendor()),
                                        Optional.of(functions.pci().device()),
                                        Optional.of(functions.pci().deviceClass()))))
                .toList();
    }

    private static List<List<String>> hosts(Role role, Inventory inventory) {
        return Stream.concat(
                        functions(role, inventory).map(functions -> List.of(functions.hosts())),
                        inventory.site().stream()
                                .flatMap(site -> Stream.concat(
                                        role.timing().stream().sorted().map(site::hostsWith),
                                        role.hostTuning().stream().sorted().map(site::hostsWith))))
                .distinct()
                .toList();
    }

    private static Stream<VirtualFunctions> functions(Role role, Inventory inventory) {
        return inventory.site().stream()
                .flatMap(site -> role.attachments().stream()
                        .filter(Attachment::isSriov)
                        .flatMap(attachment -> site.fabric(attachment.segment().flatMap(Segment::fabric)).stream())
                        .flatMap(fabric -> fabric.virtualFunctions().stream()));
    }

    /** Tells whether a host is among those that may run it. */
    boolean suits(Host host) {
        return hosts.stream().allMatch(choice -> choice.stream().anyMatch(one -> HostNames.fit(one, host.name())));
    }

    PinPolicy pinning() {
        return epa.map(EpaProfile::pinning).orElse(PinPolicy.NONE);
    }

    boolean pinned() {
        return pinning() != PinPolicy.NONE;
    }

    Optional<DataSize> hugepages() {
        return epa.flatMap(EpaProfile::hugepages);
    }

    /** Returns the host's NUMA node to which it is bound. */
    Optional<Integer> affinity() {
        return epa.flatMap(EpaProfile::numaAffinity);
    }

    /** Returns the parts that each need one NUMA node: several if pinned, one with hugepages or bound to a node, else none. */
    List<NumaShare> parts() {
        if (!pinned()) {
            return hugepages().isPresent() || affinity().isPresent()
                    ? List.of(new NumaShare(vcpus, memory))
                    : List.of();
        }
        List<NumaShare> nodes = epa.map(EpaProfile::nodes).orElse(List.of());
        int count = epa.map(EpaProfile::numaNodes).orElse(1);
        return nodes.isEmpty()
                ? Collections.nCopies(count, new NumaShare(vcpus / count, new DataSize(memory.bytes() / count)))
                : nodes;
    }

    int gpus() {
        return gpu.map(GpuClaim::count).orElse(0);
    }

    /** Tells whether the room that another instance leaves is enough for this one, wherever that was. */
    boolean fitsInPlaceOf(Shape other) {
        return pinning() == other.pinning()
                && hugepages().equals(other.hugepages())
                && affinity().equals(other.affinity())
                && hosts.equals(other.hosts)
                && parts().size() == other.parts().size()
                && (parts().size() < 2 || parts().equals(other.parts()))
                && vcpus <= other.vcpus
                && memory.compareTo(other.memory) <= 0
                && (offer.isEmpty() || (offer.equals(other.offer) && gpus() <= other.gpus()))
                && (devices.isEmpty() || devices.equals(other.devices));
    }

    /** Returns what is asked, in words. */
    @Override
    public String toString() {
        String cpus = vcpus + " vcpus" + (pinned() ? " pinned " + pinning() : "");
        String size = memory + hugepages().map(page -> " in pages of " + page).orElse("");
        int nodes = parts().size();
        String numa = affinity()
                .map(node -> ", on NUMA node " + node)
                .orElse(nodes > 1 ? ", spread over " + nodes + " NUMA nodes" : "");
        String others = devices.stream().map(claim -> ", device " + claim).collect(Collectors.joining());
        return cpus + ", " + size + numa + gpu.map(claim -> ", " + claim).orElse("") + others;
    }
}
