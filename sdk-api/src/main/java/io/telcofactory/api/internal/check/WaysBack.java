package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Ref;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.N6Mode;
import io.telcofactory.api.network.Route;
import io.telcofactory.api.network.SecurityRule;
import io.telcofactory.api.network.SecurityRule.Direction;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A role has one way back to each device, and one at all where servers start traffic. Devices of several breakouts may have equal
 * addresses as long as no virtual machine must tell them apart; those of one network are looked at by whoever steers them.
 */
final class WaysBack implements Check {

    @Override
    public String title() {
        return "there is one way back to each device";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        List<Finding> findings = new ArrayList<>();
        proposal.desired(N6Breakout.class)
                .filter(breakout -> breakout.mode() == N6Mode.NAT)
                .forEach(breakout -> nat(breakout, proposal, findings));
        Map<Ref, List<Route>> ways = proposal.desired(N6Breakout.class)
                .collect(Collectors.groupingBy(
                        N6Breakout::networkRef,
                        LinkedHashMap::new,
                        Collectors.flatMapping(breakout -> breakout.returnRoutes().stream(), Collectors.toList())));
        proposal.roles()
                .forEach(each -> fork(
                        each.ref(),
                        each.role().name(),
                        each.role().targets().stream()
                                .flatMap(ref -> ways.getOrDefault(ref, List.of()).stream())
                                .toList(),
                        findings));
        return findings;
    }

    private static void nat(N6Breakout breakout, Proposal proposal, List<Finding> findings) {
        List<SecurityRule> towards = proposal.find(breakout.networkRef(), TenantNetwork.class).stream()
                .flatMap(network -> network.securityRules().stream())
                .filter(rule -> rule.direction() == Direction.OUTBOUND)
                .filter(rule -> rule.peer()
                        .filter(peer -> breakout.uePools().stream().anyMatch(peer::overlaps))
                        .isPresent())
                .toList();
        if (breakout.actuation() || !towards.isEmpty()) {
            findings.add(Finding.error(
                    "actuation-through-nat",
                    breakout.ref(),
                    "its devices hide behind NAT, but servers are to start traffic to them"
                            + (breakout.actuation()
                                    ? ""
                                    : ": " + breakout.networkRef() + " lets it out to "
                                            + towards.get(0).peer().orElseThrow()),
                    "choose mode routed, or let the devices ask for what they shall do"));
        }
    }

    private static void fork(Ref ref, String role, List<Route> routes, List<Finding> findings) {
        for (int i = 0; i < routes.size(); i++) {
            Route route = routes.get(i);
            routes.subList(0, i).stream()
                    .filter(other -> other.destination().overlaps(route.destination()))
                    .filter(other -> !other.nextHop().equals(route.nextHop()))
                    .findFirst()
                    .ifPresent(other -> findings.add(Finding.error(
                            "two-ways-back",
                            ref,
                            "role '" + role + "' has two ways to the same devices: " + other + " and " + route,
                            "give the devices addresses that differ, or attach the role to one of the networks")));
        }
    }
}
