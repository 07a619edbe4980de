package io.telcofactory.gpu.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.ProtocolException;
import io.telcofactory.gpu.Damage;
import io.telcofactory.gpu.Seeds;
import io.telcofactory.gpu.catalogue.Catalogue;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GpuInstancesTest {
    private static final String LISTING = """
            +-------------------------------------------------------+
            | GPU instances:                                        |
            | GPU   Name             Profile  Instance   Placement  |
            |                          ID       ID       Start:Size |
            |=======================================================|
            |   0  MIG 1g.5gb          19       13          6:1     |
            +-------------------------------------------------------+
            |   0  MIG 2g.10gb         14        5          4:2     |
            +-------------------------------------------------------+
            |   0  MIG 4g.20gb          5        1          0:4     |
            +-------------------------------------------------------+
            |   1  MIG 7g.40gb          0        0          0:8     |
            +-------------------------------------------------------+
            """;
    private final MigGeometry a100 = MigGeometry.of(Catalogue.builtIn().get("A100-40GB"));

    @Test
    void parse_listing_makesTheLayoutAndKeepsTheNumbersOfTheDriver() {
        GpuInstances first = GpuInstances.parse(LISTING, a100, 0);
        assertThat(first.layout()).isEqualTo(a100.layout("4g@0", "2g@4", "1g@6"));
        assertThat(first.id(a100.placement("1g@6"))).hasValue(13);
        assertThat(first.id(a100.placement("1g@5"))).isEmpty();
        assertThat(GpuInstances.parse(LISTING, a100, 1)).hasToString("[7g.40gb@0]");
        assertThat(GpuInstances.parse(LISTING, a100, 2).layout().isEmpty()).isTrue();
    }

    @Test
    void parse_noInstances_isTheEmptyLayout() {
        assertThat(GpuInstances.parse("No GPU instances found: Not Found\n", a100, 0)
                        .layout())
                .isEqualTo(a100.empty());
    }

    @Test
    void parse_nameOrIdOfAnotherDriver_goesByTheOtherOne() {
        Layout same = a100.layout("4g@0", "2g@4", "1g@6");
        String other = LISTING.replace("MIG 2g.10gb ", "MIG 2g.11gb ");
        assertThat(GpuInstances.parse(other, a100, 0).layout()).isEqualTo(same);
        String newer = LISTING.replace("MIG 2g.10gb         14", "MIG 2g.10gb         99");
        assertThat(GpuInstances.parse(newer, a100, 0).layout()).isEqualTo(same);
    }

    @Test
    void parse_outputOfAnotherCommand_saysWhatIsMissing() {
        for (String output : new String[] {"", "No MIG-enabled devices found.", "Insufficient Permissions"}) {
            assertThatThrownBy(() -> GpuInstances.parse(output, a100, 3))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("is MIG enabled (nvidia-smi -i 3 -mig 1)?");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "6:1 ;6-1 ;line 6: this is not a row of GPU instances",
                "MIG 1g.5gb          19;MIG 1g.9gb          77;A100-40GB offers no profile 1g.9gb with the id 77, only",
                "6:1 ;7:1 ;knows 1g.5gb at the starts [0, 1, 2, 3, 4, 5, 6] with 1 units",
                "6:1 ;5:2 ;read its profiles with Catalogue.withLive",
                "6:1 ;0:1 ;line 10: 4g.20gb@0 does not fit on this A100-40GB: units 0 to 3 overlap with 1g.5gb@0",
                "MIG 1g.5gb ;MIG 5gb    ;line 6: '5gb' is not a MIG profile"
            })
    void parse_rowsThatCannotBe_saysWhichAndWhy(String right, String wrong, String message) {
        assertThat(LISTING).contains(right);
        String broken = LISTING.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));
        assertThatThrownBy(() -> GpuInstances.parse(broken, a100, 0))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void parse_damagedOutput_isReadOrRefusedWithoutAnyOtherError(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            String damaged = Damage.to(LISTING, random);
            try {
                assertThat(GpuInstances.parse(damaged, a100, 0).layout().slices())
                        .hasSizeLessThanOrEqualTo(3);
            } catch (ProtocolException e) {
                assertThat(e).hasMessageContaining("nvidia-smi mig -lgi");
            }
        }
    }

    static LongStream seeds() {
        return Seeds.first(10);
    }
}
