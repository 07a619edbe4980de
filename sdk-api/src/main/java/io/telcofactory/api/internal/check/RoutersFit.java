package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.network.RouterInterface;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.network.VirtualRouter;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A virtual router's addresses are among those that its networks give to virtual machines. */
final class RoutersFit implements Check {

    @Override
    public String title() {
        return "routers have addresses of their networks";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        return proposal.desired(VirtualRouter.class)
                .flatMap(router -> router.interfaces().stream()
                        .flatMap(each -> proposal.find(each.network(), TenantNetwork.class).stream()
                                .flatMap(network -> examine(router, each, network))))
                .toList();
    }

    private static Stream<Finding> examine(VirtualRouter router, RouterInterface each, TenantNetwork network) {
        return each
                .address()
                .filter(address -> !network.gives(address))
                .map(address -> Finding.error(
                        "router-address-outside",
                        router.ref(),
                        "its address " + address + " is not among those that " + network.ref()
                                + " gives to virtual machines: "
                                + network.subnets().stream()
                                        .map(range -> network.firstIn(range) + "-" + network.lastIn(range))
                                        .collect(Collectors.joining(", ")),
                        "take one of these, or let the network begin with it: firstAddress"))
                .stream();
    }
}
