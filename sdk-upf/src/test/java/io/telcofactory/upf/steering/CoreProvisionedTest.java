package io.telcofactory.upf.steering;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.TrafficMatch;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.api.spi.Scope;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoreProvisionedTest {

    @Test
    void examine_breakoutWithDnn_tellsWhatIsAssumedOfTheCore() {
        List<Finding> findings = examine(breakout().dnn("factory.acme").build());

        assertThat(findings).extracting(Finding::code).doesNotContain("core-needs-dnn");
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("assumed-of-core");
            assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
            assertThat(finding.message()).contains("DNN factory.acme is served by the UPF at DNAI edge-lisbon");
        });
    }

    @Test
    void examine_breakoutWithoutDnn_isAnErrorBesides() {
        assertThat(examine(breakout().build()))
                .extracting(Finding::code)
                .containsExactly("core-needs-dnn", "assumed-of-core");
    }

    private static List<Finding> examine(N6Breakout breakout) {
        return new CoreProvisioned()
                .examine(new Proposal(
                        new Scope("lisbon", "analytics"), List.of(breakout), Map.of(), List.of(), Inventory.empty()));
    }

    private static N6Breakout.Builder breakout() {
        return N6Breakout.builder("cameras")
                .tenant("acme")
                .network("cameras")
                .dnai("edge-lisbon")
                .match(TrafficMatch.destination("10.60.0.0/24").tcp(8554))
                .uePool("10.45.0.0/16")
                .nextHop("10.60.0.1");
    }
}
