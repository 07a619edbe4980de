package io.telcofactory.gpu.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.gpu.catalogue.Catalogue;
import io.telcofactory.gpu.catalogue.GpuBoard;
import io.telcofactory.gpu.geometry.MigGeometry;
import io.telcofactory.gpu.geometry.SlicePlacement;
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
    void toMakeRoom_tenantThatSharesWithNobody_sendsTheOthersToAnotherGpu() {
        Fleet fleet = fleet(2);
        adopt(fleet, 0, "a", "1g@6");
        adopt(fleet, 1, "b", "4g@0");
        Claim alone =
                Claim.slice("alone", "1g.10gb").tenant("acme", Isolation.TENANT).build();
        assertThat(fleet.explain(alone).accepted()).isFalse();
        List<Move> moves = Defragmentation.toMakeRoom(fleet, alone, 1, Set.of()).orElseThrow();
        assertThat(moves).singleElement().satisfies(move -> {
            assertThat(move.from()).hasToString("a: 1g.10gb@6 of site/host0/0");
            assertThat(move.to().gpu()).isEqualTo(fleet.gpus().get(1));
        });
        Defragmentation.apply(fleet, moves);
        assertThat(fleet.place(alone).bookings().get(0).gpu())
                .isEqualTo(fleet.gpus().get(0));
    }

    @Test
    void toMakeRoom_memberOfAGroup_mayMoveOnItsOwnGpu() {
        Fleet fleet = fleet(1);
        Claim member =
                Claim.slice("member", "1g.10gb").apart("upf", Spread.HOSTS).build();
        fleet.adopt(member, fleet.gpus().get(0), GEOMETRY.placement("1g@1"));
        Claim radio = Claim.slice("radio", "4g.40gb").build();
        List<Move> moves = Defragmentation.toMakeRoom(fleet, radio, 1, Set.of()).orElseThrow();
        Defragmentation.apply(fleet, moves);
        assertThat(fleet.place(radio).accepted()).isTrue();
    }

    /** Tries every way to move one claim: what a single move can do is found, and nothing is found that it can't. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void toMakeRoom_oneMoveAllowed_findsItWheneverTryingAllDoes(long seed) {
        Random random = new Random(seed);
        Fleet fleet = fleet(2);
        List<String> live = new ArrayList<>();
        int helped = 0;
        for (int step = 0; step < 200; step++) {
            if (live.size() > 3 && random.nextInt(2) == 0) {
                fleet.release(live.remove(random.nextInt(live.size())));
            }
            Claim claim = Claim.slice(
                            "c" + step, H100.profiles().get(random.nextInt(7)).name())
                    .tenant("tenant" + random.nextInt(2), random.nextInt(4) == 0 ? Isolation.TENANT : Isolation.SHARED)
                    .build();
            if (fleet.place(claim).accepted()) {
                live.add(claim.name());
                continue;
            }
            boolean planned =
                    Defragmentation.toMakeRoom(fleet, claim, 1, Set.of()).isPresent();
            assertThat(planned).as("%s at step %d", claim, step).isEqualTo(oneMoveHelps(fleet, live, claim));
            helped += planned ? 1 : 0;
        }
        assertThat(helped).isPositive();
    }

    private static boolean oneMoveHelps(Fleet fleet, List<String> live, Claim wanted) {
        boolean helps = false;
        for (String name : live) {
            Booking from = fleet.bookings(name).get(0);
            for (Gpu gpu : fleet.gpus()) {
                for (SlicePlacement to : GEOMETRY.placements()) {
                    boolean other = !gpu.equals(from.gpu()) || !Optional.of(to).equals(from.slice());
                    if (other
                            && to.profile().name().equals(from.claim().profile().orElseThrow())) {
                        helps |= helps(fleet, from, new Booking(from.claim(), gpu, Optional.of(to)), wanted);
                    }
                }
            }
        }
        return helps;
    }

    /** Makes a move if its new place is free while the old one is held, looks whether the claim fits then, and undoes it. */
    private static boolean helps(Fleet fleet, Booking from, Booking to, Claim wanted) {
        SlicePlacement place = to.slice().orElseThrow();
        boolean free = fleet.layout(to.gpu()).orElseThrow().obstacleTo(place).isEmpty();
        boolean admitted = fleet.bookings(to.gpu()).stream()
                .map(Booking::claim)
                .allMatch(c -> c.tenant().equals(to.claim().tenant())
                        || (c.isolation() == Isolation.SHARED && to.claim().isolation() == Isolation.SHARED));
        if (!free || !admitted) {
            return false;
        }
        fleet.release(from.claim().name());
        fleet.adopt(from.claim(), to.gpu(), place);
        boolean fits = fleet.explain(wanted).accepted();
        fleet.release(from.claim().name());
        fleet.adopt(from.claim(), from.gpu(), from.slice().orElseThrow());
        return fits;
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
