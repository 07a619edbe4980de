package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Ref;
import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.N6Mode;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.nf.InterfaceName;
import io.telcofactory.api.nf.NetworkFunction;
import io.telcofactory.api.nf.NetworkInterface;
import io.telcofactory.api.nf.Vrf;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** At N6 a user plane function lets the devices' traffic through, and keeps customers apart. */
final class UserPlanesFit implements Check {

    @Override
    public String title() {
        return "user plane functions carry the breakouts";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        List<Finding> findings = new ArrayList<>();
        proposal.desired(NetworkFunction.class)
                .forEach(function -> function.interfaces().stream()
                        .filter(link -> link.name() == InterfaceName.N6)
                        .forEach(link -> {
                            spoofCheck(function, link, proposal, findings);
                            new Trunk(function, link, proposal, findings).examine();
                        }));
        proposal.desired(N6Breakout.class)
                .map(N6Breakout::networkRef)
                .distinct()
                .sorted()
                .filter(proposal.desired()::containsKey)
                .flatMap(ref -> proposal.find(ref, TenantNetwork.class).stream())
                .forEach(network -> customers(network, findings));
        return findings;
    }

    /** Hosts compare Ethernet and IP addresses of senders, cards only Ethernet addresses. */
    private static void spoofCheck(
            NetworkFunction function, NetworkInterface link, Proposal proposal, List<Finding> findings) {
        if (link.handoff().spoofCheck()) {
            Set<N6Mode> dropped =
                    link.handoff().isSriov() ? Set.of(N6Mode.ETHERNET) : Set.of(N6Mode.ETHERNET, N6Mode.ROUTED);
            proposal.desired(N6Breakout.class)
                    .filter(breakout -> breakout.networkRef().equals(link.to()) && dropped.contains(breakout.mode()))
                    .map(N6Breakout::ref)
                    .sorted()
                    .findFirst()
                    .ifPresent(breakout -> findings.add(Finding.error(
                            "device-traffic-dropped",
                            function.ref(),
                            "its N6 interface in " + link.to()
                                    + " has a spoof check, which drops the packets of the devices of " + breakout
                                    + ": they have other senders than the function",
                            "leave spoofCheck out of this interface")));
        }
    }

    private static void customers(TenantNetwork network, List<Finding> findings) {
        if (network.guests().size() > 1) {
            findings.add(Finding.error(
                    "breakout-shared",
                    network.ref(),
                    "functions of " + String.join(" and ", new TreeSet<>(network.guests()))
                            + " have an interface in this network of a breakout, which belongs to one customer and one"
                            + " operator",
                    "give each function a network of its own"));
        }
    }

    /** One interface with several VRFs. */
    private record Trunk(NetworkFunction function, NetworkInterface link, Proposal proposal, List<Finding> findings) {

        void examine() {
            Map<Integer, String> byVlan = new HashMap<>();
            for (Vrf vrf : link.vrfs()) {
                List<N6Breakout> carried = vrf.breakouts().stream()
                        .flatMap(ref -> proposal.find(ref, N6Breakout.class).stream())
                        .toList();
                Set<Ref> behind =
                        carried.stream().map(N6Breakout::networkRef).collect(Collectors.toCollection(TreeSet::new));
                if (behind.size() > 1) {
                    finding("vrf-mixed", vrf, "joins the networks " + behind, "give each network a VRF of its own");
                }
                behind.forEach(network -> vlan(vrf, proposal.find(network, TenantNetwork.class), byVlan));
                pools(vrf, carried);
            }
        }

        private void vlan(Vrf vrf, Optional<TenantNetwork> network, Map<Integer, String> byVlan) {
            Optional<Integer> vlan = network.flatMap(TenantNetwork::vlan);
            if (vlan.isEmpty()) {
                finding(
                        "vrf-without-vlan",
                        vrf,
                        "can't be told its VLAN: "
                                + network.map(found -> found.ref().toString()).orElse("its network")
                                + " leaves the choice to the site",
                        "give the network a vlan");
            } else {
                String other = byVlan.putIfAbsent(vlan.get(), vrf.name());
                if (other != null && !other.equals(vrf.name())) {
                    finding(
                            "vrf-vlan-twice",
                            vrf,
                            "has VLAN " + vlan.get() + ", which is also that of VRF '" + other + "'",
                            "give the networks different VLANs, or carry both in one VRF");
                }
            }
        }

        /** One routing table has one way to each device. */
        private void pools(Vrf vrf, List<N6Breakout> carried) {
            for (int i = 0; i < carried.size(); i++) {
                N6Breakout breakout = carried.get(i);
                for (N6Breakout other : carried.subList(0, i)) {
                    Optional<Cidr> shared = breakout.uePools().stream()
                            .filter(pool -> other.uePools().stream().anyMatch(pool::overlaps))
                            .filter(pool -> !sameWay(breakout, other))
                            .findFirst();
                    shared.ifPresent(pool -> finding(
                            "vrf-pools-overlap",
                            vrf,
                            "carries the devices " + pool + " of " + breakout.ref() + " and " + other.ref()
                                    + " by different DNNs or slices, and can't tell them apart",
                            "give the breakouts VRFs of their own, or the devices addresses that differ"));
                }
            }
        }

        private static boolean sameWay(N6Breakout one, N6Breakout two) {
            return one.dnn().equals(two.dnn()) && one.snssai().equals(two.snssai());
        }

        private void finding(String code, Vrf vrf, String what, String remedy) {
            String message = "VRF '" + vrf.name() + "' of its trunk in " + link.to() + " " + what;
            findings.add(Finding.error(code, function.ref(), message, remedy));
        }
    }
}
