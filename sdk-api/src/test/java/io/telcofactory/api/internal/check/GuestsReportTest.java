package io.telcofactory.api.internal.check;

import static io.telcofactory.api.internal.check.Situation.service;
import static io.telcofactory.api.internal.check.Situation.single;
import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.service.Metric;
import io.telcofactory.api.service.Readiness;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuestsReportTest {
    private static final AiService PUSHES =
            single(r -> r.instances(1, 2).scaleOut(Metric.pushed("QUEUE").above(8), 1));
    private static final AiService MEASURED = single(r -> r.instances(1, 2).scaleOut(Metric.CPU.above(80), 1));
    private static final AiService REPORTS =
            service("reports", s -> s.readiness(Readiness.REPORTED).role("a", Situation::small));

    @Test
    void examine_serverThatHearsNoGuests_refusesWhatGuestsMustReport() {
        assertThat(examine(PUSHES, false)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("guests-cannot-report");
            assertThat(finding.message()).startsWith("role inference is scaled by QUEUE, which its guests must push");
        });
        assertThat(examine(REPORTS, false))
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .startsWith("it waits until its guests report that they are ready");
        assertThat(examine(MEASURED, false)).isEmpty();
    }

    @Test
    void examine_serverThatHearsGuests_takesAll() {
        assertThat(examine(PUSHES, true)).isEmpty();
        assertThat(examine(REPORTS, true)).isEmpty();
    }

    private static List<Finding> examine(AiService service, boolean guestsReport) {
        return new Situation()
                .want(service)
                .inventory(inventory -> inventory.guestsReport(guestsReport))
                .examine(new GuestsReport());
    }
}
