package io.telcofactory.opennebula.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.SecurityRule;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.opennebula.backend.render.RulesSayable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesSayableTest {

    @ParameterizedTest
    @CsvSource({"0.0.0.0/0, true", "10.0.0.0/8, true", "2001:db8::/97, true", "2001:db8::/96, false", "::/0, false"})
    void examine_peer_mustBeCountableIn32Bits(String peer, boolean sayable) {
        TenantNetwork network = Samples.CAMERAS.toBuilder()
                .addSecurityRules(SecurityRule.inbound().peer(Cidr.parse(peer)).build())
                .build();

        assertThat(new RulesSayable()
                        .examine(new Proposal(Samples.SCOPE, List.of(network), Map.of(), List.of(), Inventory.empty())))
                .extracting(Finding::code)
                .isEqualTo(sayable ? List.of() : List.of("rule-peer-too-wide"));
    }
}
