package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.RouterInterface;
import io.telcofactory.api.network.VirtualRouter;
import io.telcofactory.api.nf.NetworkFunction;
import io.telcofactory.api.service.Workload;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody is there to receive what a breakout brings. Where no backend makes machines, that is somebody else's affair. */
final class BreakoutsUsed implements Check {

    @Override
    public String title() {
        return "breakouts lead to somebody";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        if (proposal.inventory().equals(Inventory.empty())) {
            return List.of();
        }
        Set<Ref> reached =
                proposal.all(Resource.class).flatMap(BreakoutsUsed::targets).collect(Collectors.toSet());
        return proposal.desired(N6Breakout.class)
                .filter(breakout -> !reached.contains(breakout.networkRef()) && !reached.contains(breakout.ref()))
                .map(breakout -> Finding.warning(
                        "breakout-unused",
                        breakout.ref(),
                        "it brings the devices' traffic into " + breakout.networkRef()
                                + ", where no role, network function or virtual router has an interface",
                        "attach a role to it, or leave it out until there is one"))
                .toList();
    }

    private static Stream<Ref> targets(Resource resource) {
        if (resource instanceof VirtualRouter router) {
            return router.interfaces().stream().map(RouterInterface::network);
        }
        Stream<Ref> carried = resource instanceof NetworkFunction function
                ? function.interfaces().stream()
                        .flatMap(link -> link.vrfs().stream())
                        .flatMap(vrf -> vrf.breakouts().stream())
                : Stream.empty();
        return resource instanceof Workload workload
                ? Stream.concat(carried, workload.roles().stream().flatMap(role -> role.targets().stream()))
                : carried;
    }
}
