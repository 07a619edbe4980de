package io.telcofactory.testkit.opennebula.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowCronTest {

    @ParameterizedTest
    @CsvSource({
        "0 3 * * *, 2026-11-22T03:00:00Z",
        "*/15 * * * *, 2026-11-22T03:00:00Z",
        "30 2 1 * *, 2026-12-01T02:30:00Z",
        "0 0 * * mon, 2026-11-23T00:00:00Z",
        "0 12 29 2 *, 2028-02-29T12:00:00Z"
    })
    void after_anInstant_isTheNextOne(String cron, Instant next) {
        FlowCron parsed = Objects.requireNonNull(FlowCron.parse(cron));

        assertThat(parsed.after(Instant.parse("2026-11-22T02:50:00Z").getEpochSecond()))
                .isEqualTo(next.getEpochSecond());
    }

    @ParameterizedTest
    @CsvSource({"60 * * * *", "* *", "a b c d e", "5-1 * * * *"})
    void parse_noRecurrence_isNull(String cron) {
        assertThat(FlowCron.parse(cron)).isNull();
    }
}
