package io.telcofactory.api.internal.check;

import static io.telcofactory.api.internal.check.Situation.breakout;
import static io.telcofactory.api.internal.check.Situation.network;
import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.N6Mode;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.network.TrafficMatch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BreakoutsFitTest {
    /** Gives 10.60.0.10 to 10.60.0.254 to virtual machines. */
    private static final TenantNetwork CAMERAS = network("cameras", "10.60.0.0/24", 101);

    @ParameterizedTest
    @ValueSource(strings = {"10.60.0.1", "10.60.0.9"})
    void examine_nextHopBeforeTheMachines_isWell(String hop) {
        assertThat(examine(CAMERAS, hop, "10.45.0.0/16")).isEmpty();
    }

    @Test
    void examine_nextHopAfterTheMachines_isWell() {
        TenantNetwork few = CAMERAS.toBuilder().addresses(10).build();

        assertThat(examine(few, "10.60.0.20", "10.45.0.0/16")).isEmpty();
        assertThat(examine(few, "10.60.0.19", "10.45.0.0/16"))
                .extracting(Finding::code)
                .containsExactly("next-hop-given-away");
    }

    @ParameterizedTest
    @CsvSource({
        "10.60.1.1, next-hop-outside, its next hop 10.60.1.1 does not lie in the subnet 10.60.0.0/24 of network/acme/cameras",
        "10.60.0.0, next-hop-no-host, its next hop 10.60.0.0 is the network or broadcast address of 10.60.0.0/24",
        "10.60.0.255, next-hop-no-host, its next hop 10.60.0.255 is the network or broadcast address of 10.60.0.0/24",
        "10.60.0.10, next-hop-given-away, its next hop 10.60.0.10 is one of the addresses given to virtual machines: 10.60.0.10 to 10.60.0.254 of network/acme/cameras",
    })
    void examine_nextHopInTheWrongPlace_isTold(String hop, String code, String message) {
        assertThat(examine(CAMERAS, hop, "10.45.0.0/16")).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.message()).isEqualTo(message);
        });
    }

    @Test
    void examine_devicesInTheSubnet_areTold() {
        assertThat(examine(CAMERAS, "10.60.0.1", "10.60.0.128/25"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("ue-pool-overlap");
                    assertThat(finding.message())
                            .isEqualTo("its device addresses 10.60.0.128/25 overlap the subnet 10.60.0.0/24 of"
                                    + " network/acme/cameras: answers would not find the way back");
                });
    }

    @Test
    void examine_devicesBesideTheSubnet_areWell() {
        assertThat(examine(CAMERAS, "10.60.0.1", "10.60.1.0/24")).isEmpty();
    }

    @Test
    void examine_devicesWithoutNextHopOfTheirFamily_areTold() {
        N6Breakout both = breakout("both", CAMERAS, "10.60.0.1").toBuilder()
                .uePool("2001:db8:45::/48")
                .build();

        assertThat(new Situation().want(CAMERAS, both).examine(new BreakoutsFit()))
                .extracting(Finding::toString)
                .containsExactly("ERROR breakout/acme/both: nobody says by which address its devices [2001:db8:45::/48]"
                        + " are reached: it has no next hop of their family, and the site's user planes at"
                        + " 'edge-lisbon', [], are not one in the subnet 10.60.0.0/24 of network/acme/cameras -> name"
                        + " nextHop or nextHop6, or describe the user plane under userPlanes in the site document"
                        + " [next-hop-unknown]");
        assertThat(new Situation()
                        .want(CAMERAS, both.toBuilder().mode(N6Mode.NAT).build())
                        .examine(new BreakoutsFit()))
                .isEmpty();
    }

    @Test
    void examine_networkOfAnotherBlueprint_isLookedAtAsItIs() {
        Situation there = new Situation().there(CAMERAS);

        assertThat(there.want(breakout("well", CAMERAS, "10.60.0.1")).examine(new BreakoutsFit()))
                .isEmpty();
        assertThat(there.want(breakout("astray", CAMERAS, "10.60.1.1")).examine(new BreakoutsFit()))
                .extracting(Finding::code)
                .containsExactly("next-hop-outside");
    }

    private static List<Finding> examine(TenantNetwork network, String hop, String pool) {
        N6Breakout breakout = N6Breakout.builder("cameras")
                .tenant("acme")
                .network(network)
                .dnai("edge-lisbon")
                .match(TrafficMatch.destination("10.60.0.0/24"))
                .uePool(pool)
                .nextHop(hop)
                .build();
        return new Situation().want(network, breakout).examine(new BreakoutsFit());
    }
}
