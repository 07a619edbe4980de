package io.telcofactory.gpu.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.error.UnsupportedFeatureException;
import io.telcofactory.gpu.catalogue.Catalogue;
import io.telcofactory.gpu.catalogue.Evidence;
import io.telcofactory.gpu.catalogue.GpuBoard;
import io.telcofactory.gpu.catalogue.MigProfile;
import io.telcofactory.gpu.catalogue.ProfileName;
import io.telcofactory.gpu.internal.StateTable;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigGeometryTest {
    private static MigGeometry geometry(String board) {
        return MigGeometry.of(Catalogue.builtIn().get(board));
    }

    /** The profiles of the commonly drawn figure: one per number of slices, none with attributes or double memory. */
    private static MigGeometry plain(String board) {
        return doubleMemory(board).restrictedTo(p -> p.computeSlices() > 1 || !isDouble(p));
    }

    private static MigGeometry doubleMemory(String board) {
        return geometry(board).restrictedTo(p -> p.name().attributes().isEmpty());
    }

    private static boolean isDouble(MigProfile profile) {
        return profile.maxInstances() == 4 && profile.size() == 2;
    }

    static Stream<String> sevenSliceBoards() {
        return Catalogue.builtIn().boards().stream()
                .filter(board -> board.axisUnits().orElse(0) == 8)
                .map(GpuBoard::name);
    }

    static Stream<String> placeableBoards() {
        return Catalogue.builtIn().boards().stream()
                .filter(board -> board.axisUnits().isPresent())
                .map(GpuBoard::name);
    }

    @ParameterizedTest
    @MethodSource("sevenSliceBoards")
    void layouts_sevenSliceBoards_haveTheGoldenCounts(String board) {
        MigGeometry plain = plain(board);
        assertThat(plain.layouts()).hasSize(298);
        assertThat(plain.maximalLayouts()).hasSize(19);
        assertThat(plain.layouts().stream().map(Layout::counts).distinct()).hasSize(38);
        assertThat(plain.maximalLayouts().stream().map(Layout::counts).distinct())
                .hasSize(14);
        MigGeometry withDouble = doubleMemory(board);
        assertThat(withDouble.layouts()).hasSize(723);
        assertThat(withDouble.maximalLayouts()).hasSize(78);
        assertThat(withDouble.layouts().stream().map(Layout::counts).distinct()).hasSize(78);
        assertThat(withDouble.maximalLayouts().stream().map(Layout::counts).distinct())
                .hasSize(38);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A30-24GB", "RTX-PRO-6000-96GB"})
    void layouts_fourSliceBoards_haveTheGoldenCounts(String board) {
        MigGeometry plain = doubleMemory(board);
        assertThat(plain.layouts()).hasSize(26);
        assertThat(plain.maximalLayouts()).hasSize(5);
        assertThat(plain.layouts().stream().map(Layout::counts).distinct()).hasSize(10);
        assertThat(plain.maximalLayouts().stream().map(Layout::counts).distinct())
                .hasSize(4);
    }

    @Test
    void maximalLayouts_a100_areTheNineteenOfTheGuide() {
        assertThat(plain("A100-40GB").maximalLayouts())
                .extracting(layout -> layout.slices().stream()
                        .map(slice -> slice.profile().computeSlices() + "g@" + slice.start())
                        .toList()
                        .toString())
                .containsExactlyInAnyOrder(
                        "[1g@0, 1g@1, 1g@2, 1g@3, 1g@4, 1g@5, 1g@6]",
                        "[1g@0, 1g@1, 1g@2, 1g@3, 2g@4, 1g@6]",
                        "[1g@0, 1g@1, 1g@2, 1g@3, 3g@4]",
                        "[1g@0, 1g@1, 2g@2, 1g@4, 1g@5, 1g@6]",
                        "[1g@0, 1g@1, 2g@2, 2g@4, 1g@6]",
                        "[1g@0, 1g@1, 2g@2, 3g@4]",
                        "[2g@0, 1g@2, 1g@3, 1g@4, 1g@5, 1g@6]",
                        "[2g@0, 1g@2, 1g@3, 2g@4, 1g@6]",
                        "[2g@0, 1g@2, 1g@3, 3g@4]",
                        "[2g@0, 2g@2, 1g@4, 1g@5, 1g@6]",
                        "[2g@0, 2g@2, 2g@4, 1g@6]",
                        "[2g@0, 2g@2, 3g@4]",
                        "[3g@0, 1g@4, 1g@5, 1g@6]",
                        "[3g@0, 2g@4, 1g@6]",
                        "[3g@0, 3g@4]",
                        "[4g@0, 1g@4, 1g@5, 1g@6]",
                        "[4g@0, 2g@4, 1g@6]",
                        "[4g@0, 3g@4]",
                        "[7g@0]");
    }

    @Test
    void stateTable_doubleMemory_reaches192Occupancies() {
        StateTable table = StateTable.of(doubleMemory("H100-SXM5-80GB").board());
        BitSet masks = new BitSet();
        for (int state = 0; state < table.states(); state++) {
            masks.set(table.occupancy(state));
        }
        assertThat(masks.cardinality()).isEqualTo(192);
        assertThat(table.states()).as("no engine is scarce without +me").isEqualTo(192);
    }

    @ParameterizedTest
    @MethodSource("placeableBoards")
    void layouts_everyBoard_keepTheComputeSlicesAndTheMaxInstances(String name) {
        MigGeometry geometry = geometry(name);
        int computeSlices = name.startsWith("A30") || name.startsWith("RTX") ? 4 : 7;
        List<Layout> layouts = geometry.layouts();
        for (MigProfile profile : geometry.board().profiles()) {
            int most = layouts.stream()
                    .mapToInt(layout -> layout.counts().getOrDefault(profile.name(), 0))
                    .max()
                    .orElse(0);
            assertThat(most).as("%s of %s", profile, name).isEqualTo(profile.maxInstances());
        }
        assertThat(layouts)
                .allMatch(layout -> layout.slices().stream()
                                .mapToInt(slice -> slice.profile().computeSlices())
                                .sum()
                        <= computeSlices);
    }

    @Test
    void layout_secondMediaSlice_isRefusedByTheOpticalFlowEngine() {
        MigGeometry h100 = geometry("H100-SXM5-80GB");
        Layout one = h100.layout("1g+me@0");
        assertThat(one.obstacleTo(h100.placement("1g+me@1")))
                .hasValueSatisfying(reason -> assertThat(reason).contains("1 of the engine OFA and 0 of 1 is left"));
        assertThat(one.obstacleTo(h100.placement("1g@1"))).isEmpty();
    }

    @Test
    void layout_allMediaOnRtxPro_leavesRoomOnlyForSlicesWithoutMedia() {
        MigGeometry rtx = geometry("RTX-PRO-6000-96GB");
        Layout allMedia = rtx.layout("1g+me.all@0");
        assertThat(rtx.placements().stream()
                        .filter(slice -> allMedia.obstacleTo(slice).isEmpty())
                        .map(slice -> slice.profile().toString())
                        .distinct())
                .containsExactly("1g.24gb-me", "2g.48gb-me");
    }

    @Test
    void layout_overlappingSlices_saysWhichUnits() {
        MigGeometry h100 = geometry("H100-SXM5-80GB");
        assertThatThrownBy(() -> h100.layout("4g@0", "2g@2"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("2g.20gb@2 does not fit on this H100-SXM5-80GB")
                .hasMessageContaining("units 2 to 3 overlap with 4g.40gb@0");
    }

    @Test
    void placement_wrongStartOrForm_saysWhatIsAllowed() {
        MigGeometry h100 = geometry("H100-SXM5-80GB");
        assertThatThrownBy(() -> h100.placement("1g.10gb@7"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("1g.10gb can't start at unit 7 of H100-SXM5-80GB, only at [0, 1, 2, 3, 4, 5, 6]");
        assertThatThrownBy(() -> h100.placement("1g.10gb"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("expected PROFILE@START");
    }

    @Test
    void of_boardsThatCannotBeCut_saysWhatToDo() {
        assertThatThrownBy(() -> geometry("GB10-128GB"))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("claim it whole");
        assertThatThrownBy(() -> geometry("RTX-PRO-5000-48GB"))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("-lgipp");
    }

    @Test
    void of_boardWithMoreStatesThanATableHolds_isRefusedInTime() {
        MigProfile fine = MigProfile.builder(ProfileName.parse("1g.1gb"))
                .maxInstances(32)
                .placements(IntStream.range(0, 32).boxed().toList(), 1)
                .build();
        GpuBoard board =
                GpuBoard.builder("fine").axisUnits(32).profiles(List.of(fine)).build();
        assertThatThrownBy(() -> MigGeometry.of(board))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("fine can be in more than 65536 states");
    }

    @Test
    void of_unknownEngines_constrainNothing() {
        assertThat(Catalogue.builtIn().get("B300-288GB").evidence()).isEqualTo(Evidence.INFERRED);
        MigGeometry b300 = geometry("B300-288GB");
        assertThat(b300.layout("1g@0", "1g@1", "1g@2", "1g@3", "1g@4", "1g@5", "1g@6")
                        .isMaximal())
                .isTrue();
    }

    @Test
    void findLayout_multisets_agreesWithTheEnumeration() {
        MigGeometry plain = plain("A100-80GB");
        List<Layout> layouts = plain.layouts();
        for (Layout layout : layouts) {
            List<ProfileName> wanted =
                    layout.slices().stream().map(s -> s.profile().name()).toList();
            assertThat(plain.findLayout(plain.empty(), wanted))
                    .hasValueSatisfying(found -> assertThat(found.counts()).isEqualTo(layout.counts()));
        }
        ProfileName three = ProfileName.parse("3g.40gb");
        ProfileName one = ProfileName.parse("1g.10gb");
        assertThat(plain.findLayout(plain.empty(), List.of(three, three, one))).isEmpty();
        assertThat(plain.findLayout(plain.layout("1g@0"), List.of(three, one, one, one)))
                .map(Layout::toString)
                .contains("[1g.10gb@0, 1g.10gb@1, 1g.10gb@2, 1g.10gb@3, 3g.40gb@4]");
    }

    @Test
    void creationOrder_mixedSlices_isLargestFirst() {
        assertThat(geometry("H100-SXM5-80GB")
                        .layout("1g@0", "1g@1", "2g@2", "3g@4")
                        .creationOrder())
                .extracting(SlicePlacement::toString)
                .containsExactly("3g.40gb@4", "2g.20gb@2", "1g.10gb@0", "1g.10gb@1");
    }

    @Test
    void draw_layout_isToScale() {
        assertThat(geometry("A30-24GB").layout("2g@0", "1g@3").draw()).isEqualTo("|2g.12gb        |.......|1g.6gb |");
        assertThat(geometry("H100-SXM5-80GB").layout("4g@0", "1g@4").draw())
                .isEqualTo("|4g.40gb                        |1g.10gb|.......|.......|.......|");
    }

    @Test
    void computeInstances_perSlice_areTheOnesOfTheGuide() {
        assertThat(ComputeInstances.of(ProfileName.parse("2g.20gb")).sizes()).containsExactly(1, 2);
        assertThat(ComputeInstances.of(ProfileName.parse("4g.40gb")).sizes()).containsExactly(1, 2, 4);
        ComputeInstances seven = ComputeInstances.of(ProfileName.parse("7g.80gb"));
        assertThat(seven.sizes()).containsExactly(1, 2, 3, 4, 7);
        assertThat(seven.sizes()).extracting(seven::maxInstances).containsExactly(7, 3, 2, 1, 1);
        assertThat(seven.name(2)).hasToString("2c.7g.80gb");
        assertThat(seven.name(7)).hasToString("7g.80gb");
        assertThat(seven.fit(List.of(3, 4))).isTrue();
        assertThat(seven.fit(List.of(4, 4))).isFalse();
        assertThatThrownBy(() -> seven.name(5))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("no compute instance of 5 slices, only of [1, 2, 3, 4, 7]");
    }
}
