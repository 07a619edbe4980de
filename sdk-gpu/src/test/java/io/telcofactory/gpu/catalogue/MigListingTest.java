package io.telcofactory.gpu.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.ProtocolException;
import org.junit.jupiter.api.Test;

class MigListingTest {
    private static final String PROFILES = """
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
    private static final String PLACEMENTS = """
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
                .hasMessageContaining("line 6 is not a profile row");
        assertThatThrownBy(() -> MigListing.parse(PROFILES + PLACEMENTS.replace("{0,2}:2", "{0,x}:2"), 0))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("line 20 is not a placement row");
        assertThatThrownBy(() -> MigListing.parse("No MIG-supported devices found.", 0))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("is MIG enabled there");
    }
}
