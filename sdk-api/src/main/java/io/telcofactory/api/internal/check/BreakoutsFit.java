package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Ref;
import io.telcofactory.api.network.Ipv4;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The user plane function must be a neighbour of the virtual machines, and devices must be somewhere else. */
final class BreakoutsFit implements Check {

    @Override
    public String title() {
        return "breakouts fit their networks";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        List<Finding> findings = new ArrayList<>();
        Map<Ref, TenantNetwork> networks = proposal.desired(TenantNetwork.class)
                .collect(Collectors.toMap(TenantNetwork::ref, Function.identity()));
        proposal.desired(N6Breakout.class).forEach(breakout -> {
            TenantNetwork network = networks.get(breakout.networkRef());
            if (network != null) {
                nextHop(breakout, network, findings);
                uePools(breakout, network, findings);
            }
        });
        return findings;
    }

    private static void nextHop(N6Breakout breakout, TenantNetwork network, List<Finding> findings) {
        Ipv4 hop = breakout.nextHop();
        if (!network.subnet().contains(hop)) {
            findings.add(Finding.error(
                    "next-hop-outside",
                    breakout.ref(),
                    "its next hop " + hop + " does not lie in the subnet " + network.subnet() + " of " + network.ref(),
                    "name the address that the user plane function has in that subnet"));
        } else if (hop.equals(network.subnet().base())
                || hop.equals(network.subnet().last())) {
            findings.add(Finding.error(
                    "next-hop-no-host",
                    breakout.ref(),
                    "its next hop " + hop + " is the network or broadcast address of " + network.subnet(),
                    "name the address that the user plane function has in that subnet"));
        } else if (givenToMachines(hop, network)) {
            findings.add(Finding.error(
                    "next-hop-given-away",
                    breakout.ref(),
                    "its next hop " + hop + " is one of the addresses given to virtual machines: "
                            + network.firstAddress() + " to " + lastAddress(network) + " of " + network.ref(),
                    "move the network's firstAddress behind it, or lower its addresses"));
        }
    }

    private static boolean givenToMachines(Ipv4 address, TenantNetwork network) {
        return address.compareTo(network.firstAddress()) >= 0 && address.compareTo(lastAddress(network)) <= 0;
    }

    private static Ipv4 lastAddress(TenantNetwork network) {
        return network.firstAddress().plus(network.addresses() - 1L);
    }

    private static void uePools(N6Breakout breakout, TenantNetwork network, List<Finding> findings) {
        breakout.uePools().stream()
                .filter(network.subnet()::overlaps)
                .forEach(pool -> findings.add(Finding.error(
                        "ue-pool-overlap",
                        breakout.ref(),
                        "its device addresses " + pool + " overlap the subnet " + network.subnet() + " of "
                                + network.ref() + ": answers would not find the way back",
                        "choose another subnet, or correct uePools")));
    }
}
