package io.telcofactory.opennebula.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.network.VirtualRouter;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.opennebula.backend.render.RoutersSayable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutersSayableTest {

    @ParameterizedTest
    @CsvSource({"flat, true", "ethernet, true", "ipv6, false", "both-families, false"})
    void examine_network_mustNotGiveIpv6Addresses(String kind, boolean sayable) {
        TenantNetwork network = Samples.network(kind);
        VirtualRouter router = VirtualRouter.builder("edge")
                .tenant(Samples.ACME)
                .image("stream-framer")
                .uplink(Samples.UPLINK)
                .connect(network)
                .build();
        TenantNetwork notConnected =
                Samples.network("ipv6").toBuilder().name("beside").build();

        assertThat(new RoutersSayable()
                        .examine(new Proposal(
                                Samples.SCOPE,
                                List.of(network, notConnected, router),
                                Map.of(),
                                List.of(),
                                Inventory.empty())))
                .extracting(Finding::code)
                .isEqualTo(sayable ? List.of() : List.of("router-network-unsupported"));
    }
}
