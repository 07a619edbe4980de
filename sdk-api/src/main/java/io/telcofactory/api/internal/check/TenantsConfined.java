package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Ref;
import io.telcofactory.api.network.NetworkType;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.api.tenant.Tenant;
import io.telcofactory.api.tenant.VlanRange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A tenant's networks take VLAN ids of its ranges only. */
final class TenantsConfined implements Check {

    @Override
    public String title() {
        return "networks keep to their tenant's VLAN ids";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        // the VLANs that the server chose when it made the networks
        Map<Ref, Integer> chosen = new HashMap<>();
        proposal.inventory()
                .networks()
                .forEach(network -> network.owner()
                        .ifPresent(owner -> network.segment().ifPresent(vlan -> chosen.put(owner, vlan))));
        return proposal.desired(TenantNetwork.class)
                .filter(network -> network.type() == NetworkType.VLAN)
                .flatMap(network -> proposal.find(Ref.tenant(network.tenant()), Tenant.class).stream()
                        .filter(tenant -> !tenant.vlans().isEmpty())
                        .flatMap(tenant -> examine(tenant, network, chosen)))
                .toList();
    }

    private static Stream<Finding> examine(Tenant tenant, TenantNetwork network, Map<Ref, Integer> chosen) {
        String ranges = tenant.vlans().stream().map(VlanRange::toString).collect(Collectors.joining(", "));
        Optional<Integer> vlan = network.vlan().or(() -> Optional.ofNullable(chosen.get(network.ref())));
        if (vlan.isEmpty()) {
            return Stream.of(Finding.warning(
                    "vlan-not-confined",
                    network.ref(),
                    "the server will choose its VLAN among those of the whole site, not among " + ranges + " of "
                            + tenant.ref(),
                    "give it a VLAN of these"));
        }
        return tenant.vlans().stream().anyMatch(range -> range.contains(vlan.get()))
                ? Stream.empty()
                : Stream.of(Finding.error(
                        "vlan-outside-range",
                        network.ref(),
                        "its VLAN " + vlan.get() + " is not among " + ranges + ", which " + tenant.ref() + " may take",
                        "give it one of these, or widen the tenant's vlans"));
    }
}
