package io.telcofactory.upf.steering;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.N6Mode;
import io.telcofactory.api.network.TrafficMatch;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.api.spi.Scope;
import io.telcofactory.upf.flow.FlowDescription;
import io.telcofactory.upf.nef.TrafficInfluSub;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What breakouts become, whichever of their parts are there. */
class NefCompilerTest {
    private final NefCompiler compiler = new NefCompiler(RouteProfiles.namedAsDnai());

    @Test
    void compile_dnnAlone_meansAllItsTraffic() {
        TrafficInfluSub sub =
                compiler.compile(routed().dnn("factory.acme").build()).request();

        assertThat(sub.dnn()).contains("factory.acme");
        assertThat(sub.trafficFilters())
                .flatExtracting(filter -> filter.flowDescriptions())
                .containsExactly("permit out ip from any to assigned");
    }

    @Test
    void compile_applicationAlone_isOneThatTheNetworkKnows() {
        Compiled<TrafficInfluSub> compiled =
                compiler.compile(routed().application("vision.acme").build());

        assertThat(compiled.request().afAppId()).contains("vision.acme");
        assertThat(compiled.request().trafficFilters()).isEmpty();
        assertThat(compiled.notes().get(0).toString())
                .contains("application id 'vision.acme', whose flows the network must know already");
        assertThat(ApplicationPfds.teaches(routed().application("vision.acme").build()))
                .isFalse();
    }

    @Test
    void allFlows_bothFamilies_areNotMixed() {
        N6Breakout breakout = routed().uePool("2001:db8:45::/48")
                .nextHop("2001:db8:60::2")
                .match(TrafficMatch.destination("10.60.0.0/24"))
                .match(TrafficMatch.destination("2001:db8:60::/64"))
                .build();

        assertThat(BreakoutFlows.of(breakout))
                .extracting(FlowDescription::toString)
                .containsExactly(
                        "permit out ip from 10.60.0.0/24 to 10.45.0.0/16",
                        "permit out ip from 2001:db8:60::/64 to 2001:db8:45::/48");
    }

    @Test
    void allFlows_hiddenDevicesWithoutPools_areWhoeverIsAssigned() {
        N6Breakout hidden = routed().mode(N6Mode.NAT)
                .uePools(List.of())
                .match(TrafficMatch.destination("10.60.0.0/24"))
                .build();

        assertThat(BreakoutFlows.of(hidden))
                .extracting(FlowDescription::toString)
                .containsExactly("permit out ip from 10.60.0.0/24 to assigned");
    }

    @Test
    void framesSteered_onlyEthernet_isAnError() {
        N6Breakout frames = N6Breakout.builder("frames")
                .tenant("acme")
                .network("robots")
                .dnai("edge-lisbon")
                .dnn("factory.acme")
                .mode(N6Mode.ETHERNET)
                .build();

        assertThat(examine(frames)).extracting(Finding::code).containsExactly("frames-not-steered");
        assertThat(examine(routed().dnn("factory.acme").build())).isEmpty();
    }

    @Test
    void requirements_saysHowTheTrafficIsHandedOver() {
        N6Breakout nat = routed().dnn("factory.acme").mode(N6Mode.NAT).build();

        assertThat(CoreProvisioned.requirements(nat))
                .contains(
                        "UPF: it forwards permit out ip from any to assigned to N6 with its own address in place of the UE's",
                        "UPF: its N6 interface is in network network/acme/cameras, in a VRF of this tenant");
    }

    private static List<Finding> examine(N6Breakout breakout) {
        return new FramesSteered()
                .examine(new Proposal(
                        new Scope("lisbon", "analytics"), List.of(breakout), Map.of(), List.of(), Inventory.empty()));
    }

    private static N6Breakout.Builder routed() {
        return N6Breakout.builder("cameras")
                .tenant("acme")
                .network("cameras")
                .dnai("edge-lisbon")
                .uePool("10.45.0.0/16")
                .nextHop("10.60.0.2");
    }
}
