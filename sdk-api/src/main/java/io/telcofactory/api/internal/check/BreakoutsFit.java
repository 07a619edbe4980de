package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.IpAddress;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.N6Mode;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The user plane function must be a neighbour of the virtual machines, and devices must be somewhere else. */
final class BreakoutsFit implements Check {

    @Override
    public String title() {
        return "breakouts fit their networks";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        List<Finding> findings = new ArrayList<>();
        proposal.desired(N6Breakout.class)
                .forEach(breakout -> proposal.find(breakout.networkRef(), TenantNetwork.class)
                        .ifPresent(network -> {
                            unknown(breakout, network, proposal, findings);
                            nextHop(breakout, network, findings);
                            uePools(breakout, network, findings);
                        }));
        return findings;
    }

    private static void unknown(N6Breakout breakout, TenantNetwork network, Proposal proposal, List<Finding> findings) {
        List<Cidr> lost = breakout.mode() != N6Mode.ROUTED
                ? List.of()
                : breakout.uePools().stream()
                        .filter(pool -> breakout.nextHop(pool).isEmpty())
                        .toList();
        if (!lost.isEmpty()) {
            List<IpAddress> there =
                    proposal
                            .inventory()
                            .site()
                            .map(site -> site.userPlanesAt(breakout.dnai()))
                            .orElse(List.of())
                            .stream()
                            .flatMap(port -> port.addresses().stream())
                            .toList();
            findings.add(Finding.error(
                    "next-hop-unknown",
                    breakout.ref(),
                    "nobody says by which address its devices " + lost
                            + " are reached: it has no next hop of their family, and the"
                            + " site's user planes at '" + breakout.dnai() + "', " + there + ", are not one in "
                            + subnets(network)
                            + " of " + network.ref(),
                    "name nextHop or nextHop6, or describe the user plane under userPlanes in the site document"));
        }
    }

    private static void nextHop(N6Breakout breakout, TenantNetwork network, List<Finding> findings) {
        Stream.<Optional<? extends IpAddress>>of(breakout.nextHop(), breakout.nextHop6())
                .flatMap(Optional::stream)
                .forEach(hop -> network.subnets().stream()
                        .filter(range -> range.contains(hop))
                        .findFirst()
                        .ifPresentOrElse(
                                range -> within(hop, range, breakout, network, findings),
                                () -> findings.add(Finding.error(
                                        "next-hop-outside",
                                        breakout.ref(),
                                        "its next hop " + hop + " does not lie in " + subnets(network) + " of "
                                                + network.ref(),
                                        "name the address that the user plane function has in that subnet"))));
    }

    private static void within(
            IpAddress hop, Cidr range, N6Breakout breakout, TenantNetwork network, List<Finding> findings) {
        if (hop.equals(range.base()) || hop.equals(range.last())) {
            findings.add(Finding.error(
                    "next-hop-no-host",
                    breakout.ref(),
                    "its next hop " + hop + " is the network or broadcast address of " + range,
                    "name the address that the user plane function has in that subnet"));
        } else if (network.gives(hop)) {
            findings.add(Finding.error(
                    "next-hop-given-away",
                    breakout.ref(),
                    "its next hop " + hop + " is one of the addresses given to virtual machines: "
                            + network.firstIn(range) + " to " + network.lastIn(range) + " of " + network.ref(),
                    "move the network's firstAddress behind it, or lower its addresses"));
        }
    }

    private static String subnets(TenantNetwork network) {
        return network.subnets().isEmpty()
                ? "any subnet"
                : network.subnets().stream().map(Cidr::toString).collect(Collectors.joining(" or ", "the subnet ", ""));
    }

    private static void uePools(N6Breakout breakout, TenantNetwork network, List<Finding> findings) {
        breakout.uePools()
                .forEach(pool -> network.subnets().stream()
                        .filter(pool::overlaps)
                        .forEach(range -> findings.add(Finding.error(
                                "ue-pool-overlap",
                                breakout.ref(),
                                "its device addresses " + pool + " overlap the subnet " + range + " of " + network.ref()
                                        + ": answers would not find the way back",
                                "choose another subnet, or correct uePools"))));
    }
}
