package io.telcofactory.gpu.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.gpu.catalogue.Catalogue;
import io.telcofactory.gpu.catalogue.GpuBoard;
import io.telcofactory.gpu.geometry.MigGeometry;
import io.telcofactory.gpu.placement.Defragmentation.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefragmentationTest {
    private static final GpuBoard H100 = Catalogue.builtIn().get("H100-SXM5-80GB");
    private static final MigGeometry GEOMETRY = MigGeometry.of(H100);

    private static Fleet fleet(int gpus) {
        return Fleet.of(
                IntStream.range(0, gpus)
                        .mapToObj(i -> new Gpu("site", "host" + i / 2, "" + i, 0, H100))
                        .toList(),
                Objective.MOST_ACCEPTED);
    }

    private static void adopt(Fleet fleet, int gpu, String name, String placement) {
        fleet.adopt(
                Claim.slice(name, GEOMETRY.placement(placement).profile().name())
                        .build(),
                fleet.gpus().get(gpu),
                GEOMETRY.placement(placement));
    }

    @Test
    void toMakeRoom_claimThatFits_needsNoMove() {
        assertThat(Defragmentation.toMakeRoom(
                        fleet(1), Claim.slice("a", "7g.80gb").build(), 0, Set.of()))
                .contains(List.of());
    }

    @Test
    void toMakeRoom_oneSliceInTheWay_movesItAndNothingElse() {
        Fleet fleet = fleet(1);
        adopt(fleet, 0, "small", "1g@1");
        adopt(fleet, 0, "other", "1g@4");
        Claim radio = Claim.slice("radio", "4g.40gb").build();
        assertThat(fleet.explain(radio).accepted()).isFalse();
        List<Move> moves = Defragmentation.toMakeRoom(fleet, radio, 1, Set.of()).orElseThrow();
        assertThat(moves).hasSize(1);
        assertThat(moves.get(0).from()).hasToString("small: 1g.10gb@1 of site/host0/0");
        assertThat(fleet.bookings("small")).containsExactly(moves.get(0).from());
        Defragmentation.apply(fleet, moves);
        assertThat(fleet.place(radio).accepted()).isTrue();
        assertThatThrownBy(() -> Defragmentation.apply(fleet, moves))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("plan again");
    }

    @Test
    void toMakeRoom_pinnedOrTooManyMoves_finds() {
        Fleet fleet = fleet(1);
        adopt(fleet, 0, "a", "1g@0");
        adopt(fleet, 0, "b", "1g@1");
        Claim radio = Claim.slice("radio", "4g.40gb").build();
        assertThat(Defragmentation.toMakeRoom(fleet, radio, 1, Set.of())).isEmpty();
        assertThat(Defragmentation.toMakeRoom(fleet, radio, 2, Set.of("a"))).isEmpty();
        assertThat(Defragmentation.toMakeRoom(fleet, radio, 2, Set.of())).isPresent();
    }

    @Test
    void toFreeGpus_halfEmptyGpus_gatherOnFewer() {
        Fleet fleet = fleet(4);
        adopt(fleet, 0, "a", "3g@0");
        adopt(fleet, 1, "b", "2g@0");
        adopt(fleet, 2, "c", "1g@0");
        assertThat(Defragmentation.toFreeGpus(fleet, 1, Set.of())).hasSize(1);
        List<Move> moves = Defragmentation.toFreeGpus(fleet, 10, Set.of("a"));
        assertThat(fleet.gpusInUse()).isEqualTo(3);
        Defragmentation.apply(fleet, moves);
        assertThat(fleet.gpusInUse()).isEqualTo(1);
        assertThat(fleet.bookings("a").get(0).gpu()).isEqualTo(fleet.gpus().get(0));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void toMakeRoom_randomFleets_keepsItsWordAndItsBound(long seed) {
        Random random = new Random(seed);
        Fleet fleet = fleet(4);
        List<String> live = new ArrayList<>();
        int made = 0;
        for (int step = 0; step < 150; step++) {
            if (live.size() > 6 && random.nextInt(3) == 0) {
                fleet.release(live.remove(random.nextInt(live.size())));
            }
            Claim claim = Claim.slice(
                            "c" + step,
                            H100.profiles()
                                    .get(random.nextInt(H100.profiles().size()))
                                    .name())
                    .build();
            Optional<List<Move>> moves = Defragmentation.toMakeRoom(fleet, claim, 2, Set.of());
            assertThat(moves.isPresent() || !fleet.explain(claim).accepted()).isTrue();
            if (moves.isPresent()) {
                assertThat(moves.get()).hasSizeLessThanOrEqualTo(2);
                Defragmentation.apply(fleet, moves.get());
                assertThat(fleet.place(claim).accepted()).isTrue();
                live.add(claim.name());
                made += moves.get().isEmpty() ? 0 : 1;
            }
            fleet.gpus().forEach(gpu -> assertThat(fleet.layout(gpu)).isPresent());
        }
        assertThat(made).isPositive();
    }
}
