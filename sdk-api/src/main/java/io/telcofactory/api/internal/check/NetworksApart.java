package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Ref;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** No two networks share a VLAN or addresses; servers compare neither. */
final class NetworksApart implements Check {

    @Override
    public String title() {
        return "networks share neither VLAN nor addresses";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        List<TenantNetwork> desired = proposal.desired(TenantNetwork.class).toList();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < desired.size(); i++) {
            for (int j = 0; j < i; j++) {
                compare(desired.get(i), desired.get(j), findings);
            }
        }
        List<Inventory.Network> others = others(proposal, desired);
        String device = proposal.inventory().site().map(Site::physicalDevice).orElse("");
        for (TenantNetwork network : desired) {
            others.forEach(other -> compare(network, other, device, findings));
        }
        return findings;
    }

    /** Returns what stays at the site besides the desired networks. */
    private static List<Inventory.Network> others(Proposal proposal, List<TenantNetwork> desired) {
        Set<Ref> known = new HashSet<>(proposal.replaced());
        desired.forEach(network -> known.add(network.ref()));
        return proposal.inventory().networks().stream()
                .filter(network -> network.owner().isEmpty()
                        || !known.contains(network.owner().get()))
                .toList();
    }

    private static void compare(TenantNetwork network, TenantNetwork other, List<Finding> findings) {
        if (network.vlan().isPresent() && network.vlan().equals(other.vlan())) {
            findings.add(vlanTaken(network, network.vlan().get(), other.ref().toString()));
        }
        if (network.subnet().overlaps(other.subnet())) {
            findings.add(Finding.error(
                    "subnet-overlap",
                    network.ref(),
                    overlap(network, other.ref() + " with " + other.subnet()),
                    "choose a subnet of its own"));
        }
    }

    private static void compare(TenantNetwork network, Inventory.Network other, String device, List<Finding> findings) {
        String name = "network " + other.id() + " '" + other.name() + "'";
        sharedVlan(network, other, device).ifPresent(vlan -> findings.add(vlanTaken(network, vlan, name)));
        other.subnet().filter(network.subnet()::overlaps).ifPresent(subnet -> {
            String message = overlap(network, name + " with " + subnet);
            findings.add(
                    other.owner().isPresent()
                            ? Finding.error("subnet-overlap", network.ref(), message, "choose a subnet of its own")
                            : Finding.warning(
                                    "subnet-overlap",
                                    network.ref(),
                                    message + ", which this factory did not make",
                                    "make sure that nothing routes between them, or choose a subnet of its own"));
        });
    }

    /** Counts an unknown device as the same: a shared VLAN joins two tenants, a wrong alarm costs a number. */
    private static Optional<Integer> sharedVlan(TenantNetwork network, Inventory.Network other, String device) {
        boolean apart =
                !device.isEmpty() && !other.physicalDevice().isEmpty() && !device.equals(other.physicalDevice());
        return network.vlan().filter(vlan -> !apart && other.vlan().equals(Optional.of(vlan)));
    }

    private static Finding vlanTaken(TenantNetwork network, int vlan, String holder) {
        return Finding.error(
                "vlan-taken",
                network.ref(),
                "its VLAN " + vlan + " is also that of " + holder,
                "choose another VLAN, or leave it out and let the site choose");
    }

    private static String overlap(TenantNetwork network, String other) {
        return "its subnet " + network.subnet() + " shares addresses with " + other;
    }
}
