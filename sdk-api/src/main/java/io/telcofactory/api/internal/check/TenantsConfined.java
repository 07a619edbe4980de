package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.network.NetworkType;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.api.tenant.Tenant;
import io.telcofactory.api.tenant.VlanRange;
import java.util.List;
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
        return proposal.desired(Tenant.class)
                .filter(tenant -> !tenant.vlans().isEmpty())
                .flatMap(tenant -> proposal.desired(TenantNetwork.class)
                        .filter(network -> network.tenant().equals(tenant.name()))
                        .filter(network -> network.type() == NetworkType.VLAN)
                        .flatMap(network -> examine(tenant, network, proposal)))
                .toList();
    }

    private static Stream<Finding> examine(Tenant tenant, TenantNetwork network, Proposal proposal) {
        String ranges = tenant.vlans().stream().map(VlanRange::toString).collect(Collectors.joining(", "));
        Optional<Integer> vlan = network.vlan().or(() -> chosen(network, proposal));
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

    /** The VLAN that the server chose when it made the network. */
    private static Optional<Integer> chosen(TenantNetwork network, Proposal proposal) {
        return proposal.inventory().networks().stream()
                .filter(found -> found.owner().equals(Optional.of(network.ref())))
                .flatMap(found -> found.segment().stream())
                .findFirst();
    }
}
