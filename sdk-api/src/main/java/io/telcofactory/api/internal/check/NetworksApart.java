package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Ref;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.site.Fabric;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** No two networks share a segment or addresses; servers compare neither. */
final class NetworksApart implements Check {

    @Override
    public String title() {
        return "networks share neither segment nor addresses";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        List<TakenSpace> spaces = spaces(proposal);
        List<Told> told = new ArrayList<>();
        TakenSpace.sameSegment(spaces)
                .forEach(
                        pair -> told.add(new Told(pair.network().order(), segmentTaken(pair.network(), pair.other()))));
        TakenSpace.sharedAddresses(spaces)
                .forEach(pair -> told.add(new Told(pair.network().order(), overlap(pair))));
        return told.stream()
                .sorted(Comparator.comparingInt(Told::order))
                .map(Told::finding)
                .toList();
    }

    private record Told(int order, Finding finding) {}

    /** Returns the desired networks and what stays at the site besides them. */
    private static List<TakenSpace> spaces(Proposal proposal) {
        List<TakenSpace> spaces = new ArrayList<>();
        Set<Ref> known = new HashSet<>(proposal.replaced());
        Optional<Site> site = proposal.inventory().site();
        proposal.desired(TenantNetwork.class).forEach(network -> {
            known.add(network.ref());
            Optional<Fabric> fabric = site.flatMap(document -> document.fabricOf(network));
            spaces.add(TakenSpace.of(
                    spaces.size(), network, fabric.map(Fabric::physicalDevice).orElse("")));
        });
        for (Inventory.Network other : proposal.inventory().networks()) {
            if (other.owner().isEmpty() || !known.contains(other.owner().get())) {
                spaces.add(TakenSpace.of(spaces.size(), other));
            }
        }
        return spaces;
    }

    private static Finding segmentTaken(TakenSpace network, TakenSpace other) {
        Ref ref = network.desired().orElseThrow();
        int segment = network.segment().orElse(0);
        return switch (network.type()) {
            case VLAN ->
                Finding.error(
                        "vlan-taken",
                        ref,
                        "its VLAN " + segment + " is also that of " + other.name(),
                        "choose another VLAN, or leave it out and let the site choose");
            case VXLAN ->
                Finding.error(
                        "vni-taken",
                        ref,
                        "its VXLAN network identifier " + segment + " is also that of " + other.name(),
                        "choose another vni, or leave it out and let the site choose");
            case FLAT ->
                Finding.error(
                        "fabric-taken",
                        ref,
                        "it has type flat on " + network.device() + ", which also carries " + other.name(),
                        "choose type vlan or vxlan, or a fabric of its own");
        };
    }

    private static Finding overlap(TakenSpace.Overlap pair) {
        Ref ref = pair.network().desired().orElseThrow();
        String message = "its subnet " + pair.range() + " shares addresses with "
                + pair.other().name() + " with " + pair.otherRange();
        return pair.other().foreign()
                ? Finding.warning(
                        "subnet-overlap",
                        ref,
                        message + ", which this factory did not make",
                        "make sure that nothing routes between them, or choose a subnet of its own")
                : Finding.error("subnet-overlap", ref, message, "choose a subnet of its own");
    }
}
