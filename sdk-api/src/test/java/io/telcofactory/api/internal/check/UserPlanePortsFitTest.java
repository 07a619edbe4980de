package io.telcofactory.api.internal.check;

import static io.telcofactory.api.internal.check.Situation.breakout;
import static io.telcofactory.api.internal.check.Situation.network;
import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Resource;
import io.telcofactory.api.network.Ipv4;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.site.UserPlanePort;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UserPlanePortsFitTest {
    /** Gives 10.60.0.10 to 10.60.0.254 to virtual machines. */
    private static final TenantNetwork CAMERAS = network("cameras", "10.60.0.0/24", 101);

    private static final N6Breakout BREAKOUT = breakout("cameras", CAMERAS, "10.60.0.2");
    private static final UserPlanePort PORT =
            port("10.60.0.2").vlan(101).mtu(1500).build();

    @Test
    void examine_portThatMeetsTheNetwork_isWell() {
        assertThat(examine(PORT, CAMERAS, BREAKOUT)).isEmpty();
        assertThat(examine(port("10.60.0.2").build(), CAMERAS, BREAKOUT))
                .as("what is not told can't differ")
                .isEmpty();
        assertThat(examine(port("10.61.0.2").vlan(102).build(), CAMERAS, BREAKOUT))
                .as("a port in the network of others")
                .isEmpty();
    }

    @Test
    void examine_portInTheVlanWithAnotherSubnet_isTold() {
        assertThat(examine(port("10.61.0.2").vlan(101).build(), CAMERAS, BREAKOUT))
                .extracting(Finding::toString)
                .containsExactly("ERROR breakout/acme/cameras: the site's user plane [10.61.0.2] at 'edge-lisbon' is in"
                        + " VLAN 101 of network/acme/cameras, but not in its subnets [10.60.0.0/24] -> correct the"
                        + " subnet, the VLAN, or the port in the site document [user-plane-outside]");
    }

    @Test
    void examine_portInAnotherVlan_isTold() {
        assertThat(examine(port("10.60.0.2").vlan(102).build(), CAMERAS, BREAKOUT))
                .extracting(Finding::code)
                .containsExactly("user-plane-vlan");
        assertThat(examine(
                        port("10.60.0.2").vlan(102).build(),
                        CAMERAS.toBuilder().vlan(Optional.empty()).build(),
                        BREAKOUT))
                .as("the server has not chosen yet")
                .isEmpty();
    }

    @Test
    void examine_portThatTakesShorterPackets_isTold() {
        TenantNetwork longer = CAMERAS.toBuilder().mtu(1501).build();
        assertThat(examine(PORT, longer, BREAKOUT)).extracting(Finding::code).containsExactly("user-plane-mtu");
        assertThat(examine(PORT, CAMERAS.toBuilder().mtu(1500).build(), BREAKOUT))
                .isEmpty();
        assertThat(examine(port("10.60.0.2").mtu(1499).build(), CAMERAS, BREAKOUT))
                .extracting(Finding::code)
                .containsExactly("user-plane-mtu");
    }

    @Test
    void examine_nextHopBesideThePort_isTold() {
        assertThat(examine(PORT, CAMERAS, breakout("cameras", CAMERAS, "10.60.0.3")))
                .extracting(Finding::toString)
                .containsExactly(
                        "ERROR breakout/acme/cameras: the site's user plane [10.60.0.2] at 'edge-lisbon' is not"
                                + " the breakout's next hop 10.60.0.3 -> leave the next hop out, or correct the site document"
                                + " [next-hop-other]");
    }

    @Test
    void examine_portAmongTheMachines_isTold() {
        N6Breakout nat = BREAKOUT.toBuilder().nextHop(Optional.empty()).build();
        assertThat(examine(port("10.60.0.10").build(), CAMERAS, nat))
                .extracting(Finding::message)
                .containsExactly("the site's user plane [10.60.0.10] at 'edge-lisbon' has one of the addresses given to"
                        + " virtual machines: 10.60.0.10 to 10.60.0.254 of network/acme/cameras");
        assertThat(examine(port("10.60.0.9").build(), CAMERAS, nat)).isEmpty();
    }

    private static UserPlanePort.Builder port(String address) {
        return UserPlanePort.builder("edge-lisbon").address(Ipv4.parse(address));
    }

    private static List<Finding> examine(UserPlanePort port, Resource... resources) {
        Site site = Site.builder("lisbon")
                .physicalDevice("ens1f0")
                .addUserPlanes(port)
                .build();
        return new Situation()
                .inventory(inventory -> inventory.site(site))
                .want(resources)
                .examine(new UserPlanePortsFit());
    }
}
