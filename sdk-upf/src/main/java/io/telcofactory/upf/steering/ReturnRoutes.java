package io.telcofactory.upf.steering;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Ref;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.Route;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Owned;
import io.telcofactory.api.spi.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds breakouts whose answers don't find the way back to the devices, the most common reason for a breakout that is
 * active and carries nothing.
 *
 * @since 0.1
 */
public final class ReturnRoutes implements Check {

    /** Makes the check. */
    public ReturnRoutes() {}

    @Override
    public String title() {
        return "answers find the way back to the devices";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        Map<Ref, TenantNetwork> desired =
                proposal.desired(TenantNetwork.class).collect(Collectors.toMap(TenantNetwork::ref, network -> network));
        List<Finding> findings = new ArrayList<>();
        proposal.desired(N6Breakout.class)
                .forEach(breakout -> Optional.ofNullable(desired.get(breakout.networkRef()))
                        .or(() -> applied(breakout, proposal))
                        .ifPresentOrElse(
                                known -> examine(breakout, known, findings), () -> findings.add(unknown(breakout))));
        return findings;
    }

    /** The network as another blueprint applied it; one of this blueprint has the routes of all its breakouts. */
    private static Optional<TenantNetwork> applied(N6Breakout breakout, Proposal proposal) {
        return Optional.ofNullable(proposal.owned().get(breakout.networkRef()))
                .flatMap(Owned::applied)
                .filter(TenantNetwork.class::isInstance)
                .map(TenantNetwork.class::cast);
    }

    private static void examine(N6Breakout breakout, TenantNetwork network, List<Finding> findings) {
        for (Route wanted : breakout.returnRoutes()) {
            boolean there = network.routes().contains(wanted);
            Optional<Route> other = network.routes().stream()
                    .filter(route -> route.destination().overlaps(wanted.destination())
                            && !route.nextHop().equals(wanted.nextHop()))
                    .findFirst();
            if (other.isPresent()) {
                findings.add(Finding.error(
                        "conflicting-return-route",
                        breakout.ref(),
                        "answers go back by " + wanted + ", but " + network.ref() + " also has " + other.get(),
                        "give both breakouts one user plane function, or networks or device ranges of their own"));
            } else if (!there) {
                findings.add(Finding.error(
                        "missing-return-route",
                        breakout.ref(),
                        network.ref() + " of another blueprint has no route " + wanted,
                        "add the route to that network, or put the breakout into its blueprint"));
            }
        }
    }

    private static Finding unknown(N6Breakout breakout) {
        return Finding.warning(
                "missing-return-route",
                breakout.ref(),
                breakout.networkRef() + " is not made by this factory, so nothing gives its machines the way back: "
                        + breakout.returnRoutes(),
                "see to it that its machines have these routes");
    }
}
