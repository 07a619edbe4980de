package io.telcofactory.gpu.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.gpu.Seeds;
import io.telcofactory.gpu.catalogue.Catalogue;
import io.telcofactory.gpu.catalogue.GpuBoard;
import io.telcofactory.gpu.catalogue.MigProfile;
import io.telcofactory.gpu.catalogue.ProfileName;
import io.telcofactory.gpu.geometry.Layout;
import io.telcofactory.gpu.geometry.MigGeometry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.chocosolver.solver.Model;
import org.chocosolver.solver.variables.IntVar;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Batches held against the exact optimum of a constraint solver, and large ones against the proven bound. */
class BatchOptimumTest {
    private static final List<String> BOARDS = List.of("H100-SXM5-80GB", "A30-24GB");

    static LongStream seeds() {
        return Seeds.first(60);
    }

    private static MigGeometry geometry(long seed) {
        GpuBoard board = Catalogue.builtIn().get(BOARDS.get((int) (seed % 2)));
        return MigGeometry.of(board).restrictedTo(p -> p.name().attributes().isEmpty());
    }

    private static SortedMap<ProfileName, Integer> demand(MigGeometry geometry, Random random, int most) {
        SortedMap<ProfileName, Integer> demand = new TreeMap<>();
        for (MigProfile profile : geometry.board().profiles()) {
            demand.put(profile.name(), random.nextInt(1 + most * 2 / (1 + profile.size())));
        }
        return demand;
    }

    private static int gpusUsed(MigGeometry geometry, Map<ProfileName, Integer> demand, Random random) {
        List<Claim> claims = new ArrayList<>();
        demand.forEach((profile, count) -> IntStream.range(0, count)
                .forEach(i -> claims.add(Claim.slice(profile + "-" + i, profile).build())));
        Collections.shuffle(claims, random);
        List<Gpu> gpus = IntStream.range(0, Math.max(1, claims.size()))
                .mapToObj(i -> new Gpu("site", "host" + i / 8, "" + i, 0, geometry.board()))
                .toList();
        Fleet fleet = Fleet.of(gpus, Objective.FEWEST_GPUS);
        assertThat(fleet.placeAll(claims)).allMatch(Decision::accepted);
        return fleet.gpusInUse();
    }

    /** The fewest GPUs by Choco: how often to use each full layout so that the demand is covered. */
    private static int optimum(MigGeometry geometry, Map<ProfileName, Integer> demand, int upperBound) {
        List<SortedMap<ProfileName, Integer>> patterns = geometry.maximalLayouts().stream()
                .map(Layout::counts)
                .distinct()
                .toList();
        Model model = new Model("fewest GPUs");
        IntVar[] uses = model.intVarArray("uses", patterns.size(), 0, upperBound);
        demand.forEach((profile, count) -> model.scalar(
                        uses,
                        patterns.stream()
                                .mapToInt(p -> p.getOrDefault(profile, 0))
                                .toArray(),
                        ">=",
                        count)
                .post());
        IntVar total = model.intVar("total", PackingBound.fewestGpus(geometry, demand), upperBound);
        model.sum(uses, "=", total).post();
        model.setObjective(Model.MINIMIZE, total);
        int best = upperBound;
        while (model.getSolver().solve()) {
            best = total.getValue();
        }
        return best;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void placeAll_smallBatches_useAsFewGpusAsTheExactOptimum(long seed) {
        Random random = new Random(seed);
        MigGeometry geometry = geometry(seed);
        SortedMap<ProfileName, Integer> demand = demand(geometry, random, 8);
        int used = gpusUsed(geometry, demand, random);
        assertThat(used).as("%s", demand).isEqualTo(optimum(geometry, demand, used));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void placeAll_largeBatches_stayWithinOneGpuOrOnePercentOfTheProvenBound(long seed) {
        Random random = new Random(seed);
        MigGeometry geometry = geometry(seed);
        SortedMap<ProfileName, Integer> demand = demand(geometry, random, 100);
        int used = gpusUsed(geometry, demand, random);
        int bound = PackingBound.fewestGpus(geometry, demand);
        assertThat(used).isBetween(bound, bound + Math.max(1, bound / 100));
    }
}
