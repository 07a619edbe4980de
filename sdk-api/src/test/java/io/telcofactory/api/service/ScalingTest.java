package io.telcofactory.api.service;

import static io.telcofactory.api.compute.DataSize.gibibytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalingTest {
    private static final Condition BUSY = Metric.pushed("QUEUE").above(8);

    @ParameterizedTest
    @ValueSource(strings = {"+1", "-2", "4", "+50 %", "-20 % at least 2", "+1000", "1000"})
    void adjustment_everyForm_isReadAsItIsPrinted(String text) {
        assertThat(Adjustment.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "'', must look like",
        "+0, must not be 0",
        "0, must be 1 to 1000",
        "+1001, must be -1000 to 1000",
        "50 %, must begin with + or -",
        "+50 % at least 0, must be 1 to 1000",
        "1.5, must look like",
    })
    void adjustment_malformed_isRefused(String text, String why) {
        assertThatThrownBy(() -> Adjustment.parse(text)).hasMessageContaining(why);
    }

    @Test
    void role_scaledWithoutBounds_isRefused() {
        Role.Builder fixed = role().instances(2).scaleOut(BUSY, 1);

        assertThatThrownBy(fixed::build).hasMessageContaining("must be bounds that differ");
        assertThatCode(() -> fixed.instances(2, 3).build()).doesNotThrowAnyException();
    }

    @Test
    void role_scheduledOutOfItsBounds_isRefused() {
        Role.Builder role = role().instances(1, 4);

        assertThatThrownBy(() -> role().instances(1, 4).addSchedules(nightly(5)).build())
                .hasMessageContaining("must lie within the bounds 1..4");
        assertThatCode(() -> role.addSchedules(nightly(4)).build()).doesNotThrowAnyException();
    }

    @Test
    void rule_fractionOfASecond_isRefused() {
        ScalingRule.Builder rule = ScalingRule.builder().when(BUSY).adjust(Adjustment.by(1));

        assertThatThrownBy(() -> rule.period(Duration.ofMillis(1500)).build())
                .hasMessageContaining("scaling.period")
                .hasMessageContaining("must be whole seconds");
        assertThatCode(() -> rule.period(Duration.ofSeconds(86_399)).build()).doesNotThrowAnyException();
    }

    @Test
    void schedule_malformed_isRefused() {
        assertThatThrownBy(() -> Schedule.recurring("0 7 * *", ZoneId.of("UTC"), Adjustment.to(4)))
                .hasMessageContaining("must be five fields");
        assertThatThrownBy(() -> Schedule.once(Instant.ofEpochSecond(5, 1), Adjustment.to(4)))
                .hasMessageContaining("must be whole seconds");
    }

    private static Schedule nightly(int instances) {
        return Schedule.recurring("0 22 * * *", ZoneId.of("UTC"), Adjustment.to(instances));
    }

    private static Role.Builder role() {
        return Role.builder("inference").image("detector").vcpus(2).memory(gibibytes(4));
    }
}
