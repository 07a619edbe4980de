package io.telcofactory.gpu.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.ProtocolException;
import io.telcofactory.gpu.Damage;
import io.telcofactory.gpu.Seeds;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MigListingTest {
    static final String PROFILES = """
            +-----------------------------------------------------------------------------+
            | GPU instance profiles:                                                      |
            | GPU   Name             ID    Instances   Memory     P2P    SM    DEC   ENC  |
            |                              Free/Total   GiB              CE    JPEG  OFA  |
            |=============================================================================|
            |   0  MIG 1g.6gb        14     4/4        5.81       No     14     1     0   |
            |                                                             1     0     0   |
            +-----------------------------------------------------------------------------+
            |   0  MIG 1g.6gb+me     21     1/1        5.81       No     14     1     0   |
            |                                                             1     1     1   |
            +-----------------------------------------------------------------------------+
            |   0  MIG 2g.12gb        5     2/2        11.69      No     28     2     0   |
            |                                                             2     0     0   |
            +-----------------------------------------------------------------------------+
            |   0  MIG 4g.24gb        0     1/1        23.50      No     56     4     0   |
            |                                                             4     1     1   |
            +-----------------------------------------------------------------------------+
            """;
    static final String PLACEMENTS = """
            GPU  0 Profile ID 14 Placements: {0,1,2,3}:1
            GPU  0 Profile ID 21 Placements: {0,1,2,3}:1
            GPU  0 Profile ID  5 Placements: {0,2}:2
            GPU  0 Profile ID  0 Placement : {0}:4
            """;

    @Test
    void parse_bothCommands_makesACompleteBoard() {
        MigListing listing = MigListing.parse(PROFILES + PLACEMENTS, 0);
        GpuBoard live = Catalogue.builtIn().withLive("NVIDIA A30", listing).get("A30-24GB");
        assertThat(live.evidence()).isEqualTo(Evidence.LIVE);
        assertThat(live.axisUnits()).hasValue(4);
        assertThat(live.profile("4g.24gb").memoryGib()).hasValue(23.5);
        assertThat(live.profile("1g.6gb").engines().count(Engine.DECODER)).hasValue(1);
        assertThat(live.profile("2g.12gb").starts()).containsExactly(0, 2);
        assertThat(live.profile("1g.6gb+me").id()).contains(new ProfileId(21));
        assertThat(live.pciDeviceIds()).containsExactly("20b7");
        GpuBoard table = Catalogue.builtIn().get("A30-24GB");
        GpuBoard declared = table.toBuilder().evidence(Evidence.DECLARED).build();
        Catalogue late = Catalogue.empty().with(live).with(table).with(declared);
        assertThat(late.get("A30-24GB"))
                .as("live data beats what is said later")
                .isEqualTo(live);
    }

    @Test
    void applyTo_boardThatHasButAName_isComplete() {
        GpuBoard unknown = MigListing.parse(PROFILES + PLACEMENTS, 0)
                .applyTo(GpuBoard.builder("new-board").build());
        assertThat(Catalogue.builtIn()
                        .with(unknown)
                        .get("new-board")
                        .profile("2g.12gb")
                        .starts())
                .containsExactly(0, 2);
    }

    @Test
    void parse_placementsMissing_saysWhichProfileAndWhichCommand() {
        assertThatThrownBy(() -> MigListing.parse(PROFILES, 0))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("profile 1g.6gb (id 14) of GPU 0 has no placements")
                .hasMessageContaining("-lgipp");
    }

    @Test
    void parse_otherGpu_saysThatItIsNotListed() {
        assertThatThrownBy(() -> MigListing.parse(PROFILES + PLACEMENTS, 3))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("no profile of GPU 3 is listed");
    }

    @Test
    void parse_brokenRows_citeTheLine() {
        assertThatThrownBy(() -> MigListing.parse(PROFILES.replace("4/4", "4-4") + PLACEMENTS, 0))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("line 6: this is not a row of profiles")
                .hasMessageContaining("MIG 1g.6gb        14     4-4");
        assertThatThrownBy(() -> MigListing.parse(PROFILES + PLACEMENTS.replace("{0,2}:2", "{0,x}:2"), 0))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("line 20: this is not a row of placements")
                .hasMessageContaining("{0,x}:2");
        assertThatThrownBy(() -> MigListing.parse("No MIG-supported devices found.", 0))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("is MIG enabled there");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1g.6gb        14;1x.6gb        14;line 6: '1x.6gb' is not a MIG profile",
                "MIG 1g.6gb    ;MIG 1c.2g.6gb ;line 6: 1c.2g.6gb: names a compute instance",
                "4/4        5.81;4/0        5.81;line 6: 1g.6gb: maxInstances is at least 1, not 0",
                "4/4        5.81;4/4        0.00;line 6: 1g.6gb: memory is above 0 GiB",
                "14     1     0;14   900     0;line 6: DECODER engines of a slice are 0 to 127, not 900",
                "   1     0     0   |;   1     0         |;line 6: it is not followed by its engines",
                "2g.12gb        5;2g.12gb       14;line 12: GPU 0 lists the profile id 14 twice",
                "MIG 2g.12gb ;MIG 1g.6gb  ;GPU 0 lists the profile 1g.6gb twice",
                "{0,2}:2;{0,40}:2;the placement axis of GPU 0 has 1 to 32 units, not 42",
                "{0,2}:2;{0,2}:0;placements need starts from 0 on and a size of at least 1"
            })
    void parse_valuesThatCannotBe_saysWhichAndWhere(String right, String wrong, String message) {
        String output = PROFILES + PLACEMENTS;
        assertThat(output).contains(right);
        String broken = output.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));
        assertThatThrownBy(() -> MigListing.parse(broken, 0))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("nvidia-smi mig -lgip");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void parse_damagedOutput_isReadOrRefusedWithoutAnyOtherError(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            String damaged = Damage.to(PROFILES + PLACEMENTS, random);
            try {
                MigListing listing = MigListing.parse(damaged, 0);
                assertThat(listing.applyTo(GpuBoard.builder("any").build()).supportsMig())
                        .isTrue();
            } catch (ProtocolException e) {
                assertThat(e).hasMessageContaining("nvidia-smi mig -lgip");
            }
        }
    }

    static LongStream seeds() {
        return Seeds.first(10);
    }
}
