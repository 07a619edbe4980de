package io.telcofactory.api.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Blueprint;
import io.telcofactory.api.Resource;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.Ipv4;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.Route;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.network.TrafficMatch;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.tenant.Tenant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpansionTest {
    private static final Tenant ACME = Tenant.builder("acme").build();
    private static final TenantNetwork CAMERAS =
            TenantNetwork.builder("cameras").tenant(ACME).subnet("10.60.0.0/24").build();

    @Test
    void of_breakout_givesItsNetworkTheWayBackToTheDevices() {
        assertThat(network(breakout("10.60.0.2")).routes())
                .containsExactly(new Route(Cidr.parse("10.45.0.0/16"), Ipv4.parse("10.60.0.2")));
    }

    @Test
    void of_nextHopOutsideTheSubnet_leavesItToTheChecks() {
        assertThat(network(breakout("10.61.0.2"))).isEqualTo(CAMERAS);
    }

    @Test
    void of_roleAttachedToBreakoutAndNetwork_isAttachedToTheNetworkOnce() {
        AiService service = AiService.builder("defects")
                .tenant(ACME)
                .role(
                        "framer",
                        r -> r.image("framer")
                                .vcpus(1)
                                .memory(DataSize.gibibytes(1))
                                .attach(breakout("10.60.0.2"))
                                .attach(CAMERAS))
                .build();

        List<Resource> expanded = Expansion.of(Blueprint.of("b", service, breakout("10.60.0.2"), CAMERAS, ACME));

        assertThat(expanded)
                .extracting(resource -> resource.ref().kind())
                .containsExactly("tenant", "network", "service", "breakout");
        assertThat(((AiService) expanded.get(2)).role("framer").targets()).containsExactly(CAMERAS.ref());
    }

    private static TenantNetwork network(N6Breakout breakout) {
        return Expansion.of(Blueprint.of("b", ACME, CAMERAS, breakout)).stream()
                .filter(TenantNetwork.class::isInstance)
                .map(TenantNetwork.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static N6Breakout breakout(String nextHop) {
        return N6Breakout.builder("uplink")
                .tenant(ACME)
                .network(CAMERAS)
                .dnai("edge-lisbon")
                .match(TrafficMatch.destination("10.60.0.0/24"))
                .uePool("10.45.0.0/16")
                .nextHop(nextHop)
                .build();
    }
}
