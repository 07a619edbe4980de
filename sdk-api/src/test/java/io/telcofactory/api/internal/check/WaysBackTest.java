package io.telcofactory.api.internal.check;

import static io.telcofactory.api.internal.check.Situation.breakout;
import static io.telcofactory.api.internal.check.Situation.network;
import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Resource;
import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.N6Mode;
import io.telcofactory.api.network.SecurityRule;
import io.telcofactory.api.network.SecurityRule.Direction;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.service.AiService;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaysBackTest {
    private static final TenantNetwork CAMERAS = network("cameras", "10.60.0.0/24", 101);
    private static final TenantNetwork ROBOTS = network("robots", "10.61.0.0/24", 102);

    @Test
    void examine_samePoolInTwoNetworks_isWellAsLongAsNoRoleSharesThem() {
        Resource[] both = {CAMERAS, ROBOTS, breakout("a", CAMERAS, "10.60.0.2"), breakout("b", ROBOTS, "10.61.0.2")};

        assertThat(examine(both)).isEmpty();
        assertThat(new Situation().want(both).want(attached(CAMERAS)).examine(new WaysBack()))
                .isEmpty();
        assertThat(new Situation().want(both).want(attached(CAMERAS, ROBOTS)).examine(new WaysBack()))
                .extracting(Finding::toString)
                .containsExactly("ERROR service/acme/defects: role 'inference' has two ways to the same devices:"
                        + " 10.45.0.0/16 via 10.60.0.2 and 10.45.0.0/16 via 10.61.0.2 -> give the devices addresses that"
                        + " differ, or attach the role to one of the networks [two-ways-back]");
    }

    @Test
    void examine_sharedNetworks_areWellIfTheirDevicesDiffer() {
        N6Breakout robots = breakout("b", ROBOTS, "10.61.0.2");
        Resource[] nested = {CAMERAS, ROBOTS, breakout("a", CAMERAS, "10.60.0.2"), with(robots, "10.45.7.0/24")};
        Resource[] apart = {CAMERAS, ROBOTS, breakout("a", CAMERAS, "10.60.0.2"), with(robots, "10.46.0.0/16")};

        assertThat(new Situation().want(nested).want(attached(CAMERAS, ROBOTS)).examine(new WaysBack()))
                .extracting(Finding::code)
                .containsExactly("two-ways-back");
        assertThat(new Situation().want(apart).want(attached(CAMERAS, ROBOTS)).examine(new WaysBack()))
                .isEmpty();
    }

    private static N6Breakout with(N6Breakout breakout, String pool) {
        return breakout.toBuilder().uePools(List.of(Cidr.parse(pool))).build();
    }

    @Test
    void examine_actuationThroughNat_isAnError() {
        N6Breakout routed =
                breakout("a", CAMERAS, "10.60.0.2").toBuilder().actuation(true).build();
        N6Breakout nat = routed.toBuilder().mode(N6Mode.NAT).build();

        assertThat(examine(CAMERAS, routed)).isEmpty();
        assertThat(examine(CAMERAS, nat))
                .extracting(Finding::toString)
                .containsExactly(
                        "ERROR breakout/acme/a: its devices hide behind NAT, but servers are to start traffic to"
                                + " them -> choose mode routed, or let the devices ask for what they shall do"
                                + " [actuation-through-nat]");
        assertThat(examine(CAMERAS, nat.toBuilder().actuation(false).build())).isEmpty();
    }

    @Test
    void examine_ruleThatLetsTrafficOutToHiddenDevices_isAnError() {
        N6Breakout nat =
                breakout("a", CAMERAS, "10.60.0.2").toBuilder().mode(N6Mode.NAT).build();

        assertThat(examine(letting(Direction.OUTBOUND, "10.45.0.9/32"), nat))
                .extracting(Finding::message)
                .containsExactly("its devices hide behind NAT, but servers are to start traffic to them:"
                        + " network/acme/cameras lets it out to 10.45.0.9/32");
        assertThat(examine(letting(Direction.INBOUND, "10.45.0.9/32"), nat)).isEmpty();
        assertThat(examine(letting(Direction.OUTBOUND, "10.46.0.0/16"), nat)).isEmpty();
    }

    private static TenantNetwork letting(Direction direction, String peer) {
        return CAMERAS.toBuilder()
                .addSecurityRules(SecurityRule.builder()
                        .direction(direction)
                        .peer(Cidr.parse(peer))
                        .build())
                .build();
    }

    private static AiService attached(TenantNetwork... networks) {
        return Situation.single(role -> List.of(networks).forEach(role::attach));
    }

    private static List<Finding> examine(Resource... resources) {
        return new Situation().want(resources).examine(new WaysBack());
    }
}
