package io.telcofactory.api.internal.check;

import static io.telcofactory.api.internal.check.Situation.breakout;
import static io.telcofactory.api.internal.check.Situation.network;
import static io.telcofactory.api.internal.check.Situation.single;
import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.RouterInterface;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.network.VirtualRouter;
import io.telcofactory.api.nf.InterfaceName;
import io.telcofactory.api.nf.NetworkFunction;
import io.telcofactory.api.nf.NetworkFunctionType;
import io.telcofactory.api.nf.NetworkInterface;
import io.telcofactory.api.nf.Vrf;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.api.spi.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BreakoutsUsedTest {
    private static final TenantNetwork CAMERAS = network("cameras", "10.60.0.0/24", 101);
    private static final TenantNetwork ROBOTS = network("robots", "10.61.0.0/24", 102);
    private static final N6Breakout BREAKOUT = breakout("cameras", CAMERAS, "10.60.0.2");
    private static final AiService ON_CAMERAS = single(role -> role.attach(CAMERAS.ref()));
    private static final AiService ON_ROBOTS = single(role -> role.attach(ROBOTS.ref()));

    @Test
    void examine_nobodyInTheNetwork_isTold() {
        assertThat(examine(CAMERAS, ROBOTS, BREAKOUT, ON_ROBOTS))
                .extracting(Finding::toString)
                .containsExactly("WARNING breakout/acme/cameras: it brings the devices' traffic into"
                        + " network/acme/cameras, where no role, network function or virtual router has an interface ->"
                        + " attach a role to it, or leave it out until there is one [breakout-unused]");
    }

    @Test
    void examine_somebodyInTheNetwork_isWell() {
        VirtualRouter router = VirtualRouter.builder("way-out")
                .tenant("acme")
                .image("router")
                .uplink("public")
                .addInterfaces(new RouterInterface(CAMERAS.ref(), Optional.empty()))
                .build();
        assertThat(examine(CAMERAS, BREAKOUT, ON_CAMERAS)).isEmpty();
        assertThat(examine(CAMERAS, BREAKOUT, router)).isEmpty();
        assertThat(examine(CAMERAS, BREAKOUT, upf(NetworkInterface.builder(InterfaceName.N6, CAMERAS.ref()))))
                .isEmpty();
        assertThat(examine(
                        CAMERAS,
                        ROBOTS,
                        BREAKOUT,
                        upf(NetworkInterface.builder(InterfaceName.N6, ROBOTS.ref())
                                .addVrfs(new Vrf("acme", List.of(BREAKOUT.ref()))))))
                .isEmpty();
    }

    @Test
    void examine_serviceOfAnotherBlueprint_counts() {
        assertThat(new Situation().want(CAMERAS, BREAKOUT).there(ON_CAMERAS).examine(new BreakoutsUsed()))
                .isEmpty();
        assertThat(new Situation()
                        .want(CAMERAS, BREAKOUT)
                        .there(ON_CAMERAS)
                        .replacing(ON_CAMERAS.ref())
                        .examine(new BreakoutsUsed()))
                .hasSize(1);
    }

    @Test
    void examine_withoutABackendForMachines_nobodyKnows() {
        Proposal steeringOnly = new Proposal(
                new Scope("f", "b"), List.of(CAMERAS, BREAKOUT), Map.of(), List.<Ref>of(), Inventory.empty());

        assertThat(new BreakoutsUsed().examine(steeringOnly)).isEmpty();
    }

    private static NetworkFunction upf(NetworkInterface.Builder n6) {
        return NetworkFunction.builder("upf")
                .tenant("acme")
                .type(NetworkFunctionType.UPF)
                .image("upf")
                .vcpus(2)
                .memory(DataSize.gibibytes(4))
                .addInterfaces(n6.build())
                .build();
    }

    private static List<Finding> examine(Resource... resources) {
        return new Situation().want(resources).examine(new BreakoutsUsed());
    }
}
