package io.telcofactory.api.internal.check;

import static io.telcofactory.api.internal.check.Situation.network;
import static io.telcofactory.api.internal.check.Situation.service;
import static io.telcofactory.api.internal.check.Situation.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Resource;
import io.telcofactory.api.gpu.GpuClaim;
import io.telcofactory.api.network.LatencyBudget;
import io.telcofactory.api.network.LatencyPart;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.service.AiService;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeSharedGpusTest {
    private static final GpuClaim SHARED = GpuClaim.virtualGpu("L40S", "L40S-8Q");
    private static final TenantNetwork CAMERAS = network("cameras", "10.60.0.0/24", 101);
    private static final N6Breakout RELAXED = Situation.breakout("cameras", CAMERAS, "10.60.0.2");
    private static final N6Breakout URGENT = RELAXED.toBuilder()
            .latency(new LatencyBudget(
                    Duration.ofMillis(20),
                    List.of(new LatencyPart("radio", Duration.ofMillis(8), LatencyPart.Basis.MEASURED))))
            .build();

    @Test
    void examine_roleWithADeadlineThatTakesTurns_isAWarning() {
        assertThat(examine(URGENT, detector(SHARED, 1), other(SHARED)))
                .extracting(Finding::toString)
                .containsExactly("WARNING service/acme/detector: role inference has a deadline and claims " + SHARED
                        + ", a part of a card that is shared in time; on the same card may be role batch of"
                        + " service/acme/other -> claim a MIG slice or a whole card for it, or give the others another"
                        + " model [time-shared-gpu]");
        assertThat(examine(URGENT, detector(SHARED, 2)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).endsWith("may be its other instances"));
    }

    @Test
    void examine_noDeadlineOrNobodyBesideOrAnotherCardOrASlice_isWell() {
        assertThat(examine(RELAXED, detector(SHARED, 1), other(SHARED))).isEmpty();
        assertThat(examine(URGENT, detector(SHARED, 1))).isEmpty();
        assertThat(examine(URGENT, detector(SHARED, 1), other(GpuClaim.virtualGpu("L4", "L4-6Q"))))
                .isEmpty();
        assertThat(examine(URGENT, detector(GpuClaim.migSlice("L40S", "1g.10gb"), 1), other(SHARED)))
                .isEmpty();
    }

    private static AiService detector(GpuClaim claim, int instances) {
        return service(
                "detector",
                s -> s.role(
                        "inference",
                        role -> small(role).gpu(claim).instances(instances).attach(CAMERAS)));
    }

    private static AiService other(GpuClaim claim) {
        return service("other", s -> s.role("batch", role -> small(role).gpu(claim)));
    }

    private static List<Finding> examine(Resource... resources) {
        return new Situation().want(resources).examine(new TimeSharedGpus());
    }
}
