package io.telcofactory.gpu.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.gpu.Seeds;
import io.telcofactory.gpu.catalogue.Catalogue;
import io.telcofactory.gpu.catalogue.GpuBoard;
import io.telcofactory.gpu.geometry.Layout;
import io.telcofactory.gpu.geometry.MigGeometry;
import io.telcofactory.gpu.geometry.SlicePlacement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random claims on a mixed fleet, held against rules written down a second time, without tables. */
class FleetPropertyTest {
    private static final List<String> BOARDS = List.of("H100-SXM5-80GB", "A30-24GB", "RTX-PRO-6000-96GB", "L40S-48GB");
    private static final Map<GpuBoard, MigGeometry> GEOMETRIES = new HashMap<>();

    static LongStream seeds() {
        return Seeds.first(12);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void place_randomClaims_obeysEveryRuleAndRefusesOnlyWhenNothingFits(long seed) {
        Random random = new Random(seed);
        Fleet fleet = Fleet.of(fleetOf(random), List.of(Objective.values()).get((int) (seed % 3)));
        List<Claim> live = new ArrayList<>();
        for (int step = 0; step < 400; step++) {
            if (!live.isEmpty() && random.nextInt(100) < 35) {
                fleet.release(live.remove(random.nextInt(live.size())).name());
            }
            Claim claim = randomClaim("claim" + step, random);
            boolean possible = possible(fleet, claim);
            Explanation explanation = fleet.explain(claim);
            Decision decision = fleet.place(claim);
            assertThat(decision.accepted()).as("%s at step %d", claim, step).isEqualTo(possible);
            assertThat(explanation.accepted()).isEqualTo(possible);
            if (decision.accepted()) {
                live.add(claim);
                assertThat(decision.bookings()).hasSize(Math.max(1, claim.wholeGpus()));
                assertThat(decision.bookings().stream()
                                .map(FleetPropertyTest::host)
                                .distinct())
                        .hasSize(1);
                for (Booking booking : decision.bookings()) {
                    assertThat(conditions(claim, booking.gpu())).isTrue();
                    checkGpu(fleet, booking.gpu());
                }
            } else {
                Claim nearest = explanation.nearest().orElse(null);
                if (nearest == null) {
                    assertThat(anythingElse(fleet, claim))
                            .as("%s at step %d", claim, step)
                            .isFalse();
                } else {
                    assertThat(fleet.place(nearest).accepted()).isTrue();
                    fleet.release(nearest.name());
                }
            }
        }
        live.forEach(claim -> fleet.release(claim.name()));
        assertThat(fleet.gpusInUse()).isZero();
    }

    private static boolean possible(Fleet fleet, Claim claim) {
        return fleet.gpus().stream()
                .filter(gpu -> fits(fleet, claim, gpu))
                .collect(Collectors.groupingBy(gpu -> gpu.site() + "/" + gpu.host(), Collectors.counting()))
                .values()
                .stream()
                .anyMatch(count -> count >= claim.wholeGpus());
    }

    private static String host(Booking booking) {
        return booking.gpu().site() + "/" + booking.gpu().host();
    }

    /** Tells whether the tenant could have a slice or a GPU of any kind if it gave up every condition. */
    private static boolean anythingElse(Fleet fleet, Claim claim) {
        Stream<Claim> slices = fleet.gpus().stream()
                .flatMap(gpu -> gpu.board().profiles().stream())
                .map(profile -> Claim.slice("any", profile.name())
                        .tenant(claim.tenant(), Isolation.SHARED)
                        .build());
        Claim whole = Claim.wholeGpus("any", 1)
                .tenant(claim.tenant(), Isolation.SHARED)
                .build();
        return slices.anyMatch(any -> possible(fleet, any)) || (claim.wholeGpus() > 0 && possible(fleet, whole));
    }

    private static List<Gpu> fleetOf(Random random) {
        List<Gpu> gpus = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            GpuBoard board = Catalogue.builtIn().get(BOARDS.get(random.nextInt(BOARDS.size())));
            gpus.add(new Gpu("site" + i / 5, "host" + i / 3, "" + i, random.nextInt(2), board));
        }
        return gpus;
    }

    private static Claim randomClaim(String name, Random random) {
        GpuBoard board = Catalogue.builtIn().get(BOARDS.get(random.nextInt(3)));
        Claim.Builder claim = random.nextInt(10) == 0
                ? Claim.wholeGpus(name, 1 + random.nextInt(3))
                : Claim.slice(
                        name,
                        board.profiles()
                                .get(random.nextInt(board.profiles().size()))
                                .name());
        if (random.nextInt(3) == 0) {
            claim.numaNode(random.nextInt(2));
        }
        if (random.nextInt(3) == 0) {
            claim.tenant("tenant" + random.nextInt(3), random.nextBoolean() ? Isolation.SHARED : Isolation.TENANT);
        }
        if (random.nextInt(4) == 0) {
            claim.apart("group" + random.nextInt(2), random.nextBoolean() ? Spread.GPUS : Spread.HOSTS);
        }
        if (random.nextInt(8) == 0) {
            claim.host("host" + random.nextInt(4));
        } else if (random.nextInt(8) == 0) {
            claim.site("site" + random.nextInt(2));
        }
        return claim.build();
    }

    private static boolean conditions(Claim claim, Gpu gpu) {
        return (claim.numaNode().isEmpty() || claim.numaNode().getAsInt() == gpu.numaNode())
                && claim.host().map(gpu.host()::equals).orElse(true)
                && claim.site().map(gpu.site()::equals).orElse(true);
    }

    private static boolean fits(Fleet fleet, Claim claim, Gpu gpu) {
        List<Booking> here = fleet.bookings(gpu);
        boolean alone = here.stream().allMatch(b -> b.claim().tenant().equals(claim.tenant()));
        boolean isolated = here.stream().anyMatch(b -> b.claim().isolation() == Isolation.TENANT);
        boolean tenant = alone || (claim.isolation() == Isolation.SHARED && !isolated);
        boolean apart = claim.group().isEmpty()
                || fleet.gpus().stream()
                        .filter(other -> other.equals(gpu)
                                || (claim.spread() == Spread.HOSTS
                                        && other.host().equals(gpu.host())
                                        && other.site().equals(gpu.site())))
                        .flatMap(other -> fleet.bookings(other).stream())
                        .noneMatch(b -> b.claim().group().equals(claim.group()));
        return conditions(claim, gpu) && tenant && apart && room(fleet, claim, gpu);
    }

    private static boolean room(Fleet fleet, Claim claim, Gpu gpu) {
        List<Booking> here = fleet.bookings(gpu);
        if (claim.profile().isEmpty() || !gpu.board().supportsMig()) {
            return claim.profile().isEmpty() && here.isEmpty();
        }
        if (here.stream().anyMatch(b -> b.slice().isEmpty())) {
            return false;
        }
        MigGeometry geometry = GEOMETRIES.computeIfAbsent(gpu.board(), MigGeometry::of);
        Layout layout =
                geometry.layout(here.stream().map(b -> b.slice().orElseThrow()).toList());
        return geometry.placements().stream()
                .filter(slice -> slice.profile().name().equals(claim.profile().get()))
                .anyMatch(slice -> layout.obstacleTo(slice).isEmpty());
    }

    private static void checkGpu(Fleet fleet, Gpu gpu) {
        Set<Integer> units = new HashSet<>();
        for (Booking booking : fleet.bookings(gpu)) {
            SlicePlacement slice = booking.slice().orElse(null);
            int from = slice == null ? 0 : slice.start();
            int to = slice == null ? gpu.board().axisUnits().orElse(1) : slice.end();
            for (int unit = from; unit < to; unit++) {
                assertThat(units.add(unit)).as("unit %d of %s", unit, gpu).isTrue();
            }
        }
    }
}
