package io.telcofactory.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void render_rowsOfEveryKind_alignsTheColumns() {
        String table = Table.render(List.of(
                Row.ratio("decode a pool", Unit.TIME, 12_500, 25_000, 1.5),
                Row.atMost("heap of a pool", Unit.BYTES, 1536, 4096),
                Row.atLeast("requests", Unit.RATE, 2500, 1000),
                Row.note("machine", Unit.TIME, 2_345_678)));

        assertThat(table.lines())
                .containsExactly(
                        "what            baseline      ours  ratio    target",
                        "decode a pool    12.5 us     25 us  2.00x  <= 1.50x  MISS",
                        "heap of a pool            1.50 KiB         <= 4 KiB  ok",
                        "requests                  2.50 k/s         >= 1 k/s  ok",
                        "machine                    2.35 ms                   -");
    }

    @Test
    void ratio_baselineOfZero_isRefused() {
        assertThatThrownBy(() -> Row.ratio("decode", Unit.TIME, 0, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("decode");
    }

    @Test
    void nanosPerOperation_parameters_selectTheMeasurement() {
        Results results = new Results(Map.of(
                "io.telcofactory.benchmarks.TableTest.decode[size=10,tree=deep]", new Results.Measured(7, 8),
                "io.telcofactory.benchmarks.TableTest.decode[size=99,tree=deep]", new Results.Measured(70, 80)));

        assertThat(results.nanosPerOperation(TableTest.class, "decode", "size=10", "tree=deep"))
                .isEqualTo(7);
        assertThat(results.bytesPerOperation(TableTest.class, "decode", "size=99", "tree=deep"))
                .isEqualTo(80);
    }

    @Test
    void nanosPerOperation_notMeasured_namesWhatWas() {
        Results results = new Results(Map.of("a.B.c", new Results.Measured(1, 1)));

        assertThatThrownBy(() -> results.nanosPerOperation(TableTest.class, "decode"))
                .hasMessageContaining("TableTest.decode")
                .hasMessageContaining("a.B.c");
    }
}
