package io.telcofactory.upf.steering;

import io.telcofactory.api.Finding;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.Route;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        List<Finding> findings = new ArrayList<>();
        proposal.desired(N6Breakout.class)
                .forEach(breakout -> proposal.find(breakout.networkRef(), TenantNetwork.class)
                        .ifPresentOrElse(
                                known -> examine(breakout, known, proposal, findings),
                                () -> findings.add(unknown(breakout))));
        return findings;
    }

    private static void examine(N6Breakout breakout, TenantNetwork network, Proposal proposal, List<Finding> findings) {
        // One of this blueprint has the routes of all its breakouts, unless another check tells why not.
        boolean ours = proposal.desired().containsKey(network.ref());
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
            } else if (!there && !ours) {
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
