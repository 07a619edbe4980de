package io.telcofactory.api.internal.check;

import static io.telcofactory.api.internal.check.Situation.single;
import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.gpu.GpuClaim;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.service.Condition;
import io.telcofactory.api.service.Metric;
import io.telcofactory.api.service.Role;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MetricsReportedTest {
    private static final GpuClaim SLICE = GpuClaim.migSlice(Situation.H100, "1g.10gb");
    private static final GpuClaim CARD = GpuClaim.whole(Situation.H100, 1);

    @Test
    void examine_utilisationInsideAMigSlice_isAnError() {
        assertThat(findings(Metric.GPU_UTILIZATION.above(80), r -> r.gpu(SLICE)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("metric-not-reported");
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
                    assertThat(finding.message())
                            .isEqualTo("role inference is scaled by GPU_UTILIZATION, which is not reported inside a MIG"
                                    + " slice, so that the rule would never be followed");
                });
    }

    @Test
    void examine_utilisationOfAWholeCard_isWell() {
        assertThat(findings(Metric.GPU_UTILIZATION.above(80), r -> r.gpu(CARD))).isEmpty();
    }

    @Test
    void examine_pushedMetricInsideAMigSlice_isWell() {
        assertThat(findings(
                        Metric.pushed("ENGINE_ACTIVE")
                                .above(0.8)
                                .and(Metric.GPU_MEMORY_FREE.below(io.telcofactory.api.compute.DataSize.gibibytes(1))),
                        r -> r.gpu(SLICE)))
                .isEmpty();
    }

    @Test
    void examine_gpuMetricWithoutGpu_isAnErrorForEach() {
        assertThat(findings(
                        Metric.GPU_UTILIZATION
                                .above(80)
                                .or(Metric.GPU_POWER_USAGE.above(300))
                                .and(Metric.CPU.above(5)),
                        r -> {}))
                .extracting(Finding::message)
                .hasSize(2)
                .allSatisfy(message -> assertThat(message).contains("but has no GPU"));
    }

    private static List<Finding> findings(Condition when, Consumer<Role.Builder> attributes) {
        AiService service = single(r -> attributes.accept(r.instances(1, 4).scaleOut(when, 1)));
        return new Situation().want(service).examine(new MetricsReported());
    }
}
