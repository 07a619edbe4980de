package io.telcofactory.gpu.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.error.NotFoundException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private final Catalogue catalogue = Catalogue.builtIn();

    @Test
    void boards_builtIn_coverTheAxisLengthsAndTheBoardsWithoutMig() {
        assertThat(catalogue.get("H100-SXM5-80GB").axisUnits()).hasValue(8);
        assertThat(catalogue.get("A30-24GB").axisUnits()).hasValue(4);
        assertThat(catalogue.get("RTX-PRO-6000-96GB").axisUnits()).hasValue(12);
        assertThat(catalogue.boards())
                .filteredOn(board -> !board.supportsMig())
                .extracting(GpuBoard::name)
                .containsExactly("L40S-48GB", "L4-24GB", "T4-16GB", "GB10-128GB");
        assertThat(catalogue.boards()).hasSize(22);
    }

    @Test
    void get_productNameOfNvidiaSmi_findsTheBoard() {
        assertThat(catalogue.get("NVIDIA H100 80GB HBM3").name()).isEqualTo("H100-SXM5-80GB");
        assertThat(catalogue.get("NVIDIA GH200 480GB").name()).isEqualTo("GH200-96GB");
        assertThat(catalogue.get("gh200_96gb").name()).isEqualTo("GH200-96GB");
    }

    @Test
    void get_unknownBoard_namesTheNearest() {
        assertThatThrownBy(() -> catalogue.get("H100-SXM5-81GB"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("no board 'H100-SXM5-81GB'")
                .hasMessageContaining("H100-SXM5-80GB");
    }

    @Test
    void findByPciDevice_idsOfTheTables_findTheirBoard() {
        assertThat(catalogue.findByPciDevice("0x2330")).map(GpuBoard::name).contains("H100-SXM5-80GB");
        assertThat(catalogue.findByPciDevice("2342")).map(GpuBoard::name).contains("GH200-96GB");
        assertThat(catalogue.findByPciDevice("1234")).isEmpty();
    }

    @Test
    void profile_sevenSliceBoards_haveTheIdsOfTheListings() {
        GpuBoard h100 = catalogue.get("H100-SXM5-80GB");
        assertThat(h100.findProfile(new ProfileId(9))).map(MigProfile::name).contains(ProfileName.parse("3g.40gb"));
        assertThat(h100.profile("3g.40gb").streamingMultiprocessors()).hasValue(60);
        assertThat(h100.profile("1g.20gb").starts()).containsExactly(0, 2, 4, 6);
        assertThat(h100.profile("1g").name()).hasToString("1g.10gb");
        assertThat(h100.profile("1g+me").name()).hasToString("1g.10gb+me");
        assertThat(catalogue.get("H100-NVL-94GB").profile("3g").memoryGib()).hasValue(46.38);
    }

    @Test
    void profile_notOffered_listsWhatIs() {
        assertThatThrownBy(() -> catalogue.get("A30-24GB").profile("3g.40gb"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("A30-24GB does not offer the profile 3g.40gb")
                .hasMessageContaining("1g.6gb, 1g.6gb+me, 2g.12gb, 2g.12gb+me, 4g.24gb");
        assertThatThrownBy(() -> catalogue.get("NVIDIA L40S").profile("1g.10gb"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("has no MIG");
    }

    @Test
    void offering_nameSharedByBoards_findsAllOfThem() {
        assertThat(catalogue.offering(ProfileName.parse("1g.35gb")))
                .extracting(GpuBoard::name)
                .containsExactly("H200-141GB", "GB300-278GB");
    }

    @Test
    void profilesOf_migBackedVgpuTypes_findTheSliceBehindThem() {
        assertThat(catalogue.profilesOf(VgpuType.parse("NVIDIA H100XM-3-40C")).values())
                .extracting(MigProfile::toString)
                .containsExactly("3g.40gb");
        assertThat(catalogue.profilesOf(VgpuType.parse("H100XM-1-10CME")).values())
                .extracting(MigProfile::toString)
                .containsExactly("1g.10gb+me");
        assertThat(catalogue.profilesOf(VgpuType.parse("H100XM-10C"))).isEmpty();
    }

    @Test
    void with_betterEvidence_winsOverTheTable() {
        GpuBoard declared = catalogue.get("L4-24GB").toBuilder()
                .evidence(Evidence.DECLARED)
                .notes(List.of("ours"))
                .build();
        Catalogue changed = catalogue.with(declared);
        assertThat(changed.get("L4-24GB").notes()).containsExactly("ours");
        assertThat(changed.with(catalogue.get("L4-24GB")).get("L4-24GB").notes())
                .containsExactly("ours");
    }

    @Test
    void build_placementBehindTheAxis_isRefused() {
        MigProfile profile = MigProfile.builder(ProfileName.parse("3g.40gb"))
                .placements(List.of(0, 6), 4)
                .build();
        GpuBoard.Builder board = GpuBoard.builder("odd").axisUnits(8).profiles(List.of(profile));
        assertThatThrownBy(board::build)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("3g.40gb@6 covers the units 6 to 9, but the placement axis of odd has 8 units");
    }

    @Test
    void nvmlProfile_andProfileId_areDifferentNumbers() {
        assertThat(NvmlProfile.of(0)).contains(NvmlProfile.ONE_SLICE);
        assertThat(catalogue.get("A100-80GB").findProfile(new ProfileId(0)))
                .map(MigProfile::computeSlices)
                .contains(7);
        assertThat(NvmlProfile.of(99)).isEmpty();
    }
}
