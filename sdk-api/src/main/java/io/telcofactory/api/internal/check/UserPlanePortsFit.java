package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Ref;
import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.IpAddress;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.site.UserPlanePort;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A user plane function that is there already meets the breakout's network: same VLAN, an address that is its own, and the same MTU. */
final class UserPlanePortsFit implements Check {
    private static final int USUAL_MTU = 1500;

    @Override
    public String title() {
        return "user planes of the site meet the breakouts' networks";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        List<Finding> findings = new ArrayList<>();
        proposal.inventory()
                .site()
                .ifPresent(site -> proposal.desired(N6Breakout.class)
                        .forEach(breakout -> proposal.find(breakout.networkRef(), TenantNetwork.class)
                                .ifPresent(network -> examine(breakout, network, site, proposal, findings))));
        return findings;
    }

    private static void examine(
            N6Breakout breakout, TenantNetwork network, Site site, Proposal proposal, List<Finding> findings) {
        Optional<Integer> vlan = network.vlan().or(() -> chosen(network.ref(), proposal.inventory()));
        for (UserPlanePort port : site.userPlanesAt(breakout.dnai())) {
            boolean neighbour = port.addresses().stream().anyMatch(network::contains);
            boolean sameVlan = port.vlan().isPresent() && port.vlan().equals(vlan);
            if (sameVlan && !neighbour) {
                findings.add(Finding.error(
                        "user-plane-outside",
                        breakout.ref(),
                        name(port) + " is in VLAN " + vlan.get() + " of " + network.ref() + ", but not in its subnets "
                                + network.subnets(),
                        "correct the subnet, the VLAN, or the port in the site document"));
            } else if (neighbour) {
                new Neighbours(breakout, network, port, findings).examine(vlan);
            }
        }
    }

    private static Optional<Integer> chosen(Ref network, Inventory inventory) {
        return inventory.networks().stream()
                .filter(found -> found.owner().equals(Optional.of(network)))
                .flatMap(found -> found.segment().stream())
                .findFirst();
    }

    private static String name(UserPlanePort port) {
        return "the site's user plane " + port.addresses() + " at '" + port.dnai() + "'";
    }

    /** A port that has an address in the network. */
    private record Neighbours(N6Breakout breakout, TenantNetwork network, UserPlanePort port, List<Finding> findings) {

        void examine(Optional<Integer> vlan) {
            if (vlan.isPresent() && port.vlan().isPresent() && !port.vlan().equals(vlan)) {
                finding(
                        "user-plane-vlan",
                        "is in VLAN " + port.vlan().get() + ", but " + network.ref() + " in VLAN " + vlan.get(),
                        "give the network the port's VLAN, or correct the site document");
            }
            int mtu = network.mtu().orElse(USUAL_MTU);
            port.mtu()
                    .filter(most -> most < mtu)
                    .ifPresent(most -> finding(
                            "user-plane-mtu",
                            "takes packets of " + most + " bytes, but the machines in " + network.ref() + " send up to "
                                    + mtu,
                            "give the network mtu " + most + ", or raise that of the port and the site document"));
            network.subnets().forEach(range -> port.addressIn(range).ifPresent(address -> address(range, address)));
        }

        private void address(Cidr range, IpAddress address) {
            Optional<? extends IpAddress> hop = breakout.nextHop(range);
            if (hop.isPresent() && !hop.get().equals(address)) {
                finding(
                        "next-hop-other",
                        "is not the breakout's next hop " + hop.get(),
                        "leave the next hop out, or correct the site document");
            }
            if (network.gives(address) && !hop.equals(Optional.of(address))) { // else it is told of as a next hop
                finding(
                        "next-hop-given-away",
                        "has one of the addresses given to virtual machines: " + network.firstIn(range) + " to "
                                + network.lastIn(range) + " of " + network.ref(),
                        "move the network's firstAddress behind it, or lower its addresses");
            }
        }

        private void finding(String code, String what, String remedy) {
            findings.add(Finding.error(code, breakout.ref(), name(port) + " " + what, remedy));
        }
    }
}
