package io.telcofactory.api.service;

import static io.telcofactory.api.compute.DataSize.gibibytes;
import static io.telcofactory.api.compute.DataSize.kibibytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

    @ParameterizedTest(name = "{0} with {1} is {2}")
    @CsvSource({
        "LOAD > 80, LOAD=95, true", // as recorded: it fired
        "LOAD < 10, LOAD=95, false",
        "LOAD > 80, LOAD=80, false",
        "LOAD > 80, LOAD=80.004, false", // rounded to two decimals
        "LOAD > 80, LOAD=80.005, true",
        "LOAD >= 80, LOAD=80, true",
        "LOAD < 10, LOAD=10, false",
        "LOAD <= 10, LOAD=10, true",
        "LOAD = 10, LOAD=10.001, true",
        "LOAD != 10, LOAD=10.001, false",
        "LOAD != 10, LOAD=10.01, true",
        "LOAD > -5, LOAD=-4.5, true",
        "LOAD > 80, '', false", // nobody reports it
        "LOAD < 80, '', false",
        "LOAD != 80, '', false",
        "not (LOAD > 80), '', true",
        "not LOAD > 80 and QUEUE > 1, QUEUE=2, true",
        "not (LOAD > 80 and QUEUE > 1), LOAD=90;QUEUE=1, true",
        "LOAD > 80 and QUEUE > 1, LOAD=90;QUEUE=2, true",
        "LOAD > 80 and QUEUE > 1, LOAD=90, false",
        "LOAD > 80 or QUEUE > 1, LOAD=90, true",
        "LOAD > 80 or QUEUE > 1, LOAD=1;QUEUE=1, false",
        "LOAD > 80 and (QUEUE > 1 or CPU > 50 %), LOAD=90;CPU=51, true",
        "(LOAD > 80 and QUEUE > 1) or CPU > 50 %, CPU=51, true",
        "MEMORY > 4 GiB, MEMORY=4194305, true",
        "MEMORY > 4 GiB, MEMORY=4194304, false",
        "GPU_MEMORY_FREE < 1 GiB, GPU_MEMORY_FREE=1023, true",
        "GPU_POWER_USAGE > 300 W, GPU_POWER_USAGE=301, true",
    })
    void holds_truthTable(String text, String means, boolean expected) {
        assertThat(Condition.parse(text).holds(values(means))).isEqualTo(expected);
    }

    @Test
    void toString_builtWithUnits_isWhatParseReads() {
        Condition built = Metric.GPU_UTILIZATION
                .above(80)
                .and(Metric.pushed("QUEUE")
                        .compare(Condition.Relation.AT_LEAST, 8)
                        .or(Metric.MEMORY.below(gibibytes(4)).not()));

        assertThat(built).hasToString("GPU_UTILIZATION > 80 % and (QUEUE >= 8 or not (MEMORY < 4 GiB))");
        assertThat(Condition.parse(built.toString())).isEqualTo(built);
        assertThat(built.metrics()).extracting(Metric::name).containsExactly("GPU_UTILIZATION", "QUEUE", "MEMORY");
    }

    @Test
    void parse_loosely_readsTheSame() {
        assertThat(Condition.parse(" ( CPU>80% )and QUEUE>=08.50"))
                .isEqualTo(Condition.parse("CPU > 80 % and QUEUE >= 8.5"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', can't be read",
        "CPU, can't be read",
        "CPU > 80 % and, can't be read",
        "CPU > 80 % QUEUE > 1, can't be read from 'QUEUE > 1' on",
        "CPU > 80 % and QUEUE > 1 or LOAD > 2, can't be read from 'or LOAD > 2' on",
        "(CPU > 80 %, can't be read",
        "cpu > 80 %, can't be read",
        "CPU >> 80 %, can't be read",
        "CPU > 80, must be a number %",
        "CPU > 80 W, must be a number %",
        "GPU_POWER_USAGE > 80 %, must be a number W",
        "QUEUE > 80 %, must be a number",
        "MEMORY > 4, must be a whole number and a unit",
        "MEMORY > 100 B, must be a whole number of KiB",
        "GPU_MEMORY_FREE > 100 KiB, must be a whole number of MiB",
        "QUEUE > 1.0000001, must be a number",
        "QUEUE > 1234567890123, must be a number",
    })
    void parse_malformed_saysWhereOrWhat(String text, String why) {
        assertThatThrownBy(() -> Condition.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void metric_bareNumberForASize_isRefused() {
        assertThatThrownBy(() -> Metric.MEMORY.above(4_000_000)).hasMessageContaining("must be a size");
        assertThatThrownBy(() -> Metric.CPU.above(gibibytes(1))).hasMessageContaining("must be a number %");
        assertThat(Metric.MEMORY.above(kibibytes(1))).hasToString("MEMORY > 1 KiB");
    }

    @Test
    void pushed_nameThatTheServerMeasures_isRefused() {
        assertThatThrownBy(() -> Metric.pushed("CPU")).hasMessageContaining("is measured by the server");
        assertThat(Metric.pushed("CPU_LOAD").pushed()).isTrue();
        assertThat(Metric.CPU.pushed()).isFalse();
    }

    private static Map<String, Double> values(String text) {
        Map<String, Double> values = new HashMap<>();
        for (String entry : text.split(";")) {
            String[] parts = entry.split("=", 2);
            if (parts.length == 2) {
                values.put(parts[0], Double.valueOf(parts[1]));
            }
        }
        return values;
    }
}
