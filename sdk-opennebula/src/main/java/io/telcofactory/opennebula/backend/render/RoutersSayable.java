package io.telcofactory.opennebula.backend.render;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Ref;
import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.RouterInterface;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.network.VirtualRouter;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The server takes a floating address for the router and then asks the same IPv6 address for the router's machine, which it refuses, since
 * it is taken. OpenNebula 7.4.0 does so wherever a network says which IPv6 addresses there are.
 */
public final class RoutersSayable implements Check {

    @Override
    public String title() {
        return "the server has floating addresses for routers";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        Set<Ref> refusing = proposal.desired(TenantNetwork.class)
                .filter(network -> network.subnets().stream().anyMatch(Cidr::isIpv6))
                .map(TenantNetwork::ref)
                .collect(Collectors.toSet());
        return proposal.desired(VirtualRouter.class)
                .flatMap(router -> router.interfaces().stream()
                        .map(RouterInterface::network)
                        .filter(refusing::contains)
                        .map(to -> Finding.error(
                                "router-network-unsupported",
                                router.ref(),
                                "it leads into " + to
                                        + ", which gives IPv6 addresses: OpenNebula starts no machine of a router there",
                                "lead it into a network with IPv4 addresses only")))
                .toList();
    }
}
