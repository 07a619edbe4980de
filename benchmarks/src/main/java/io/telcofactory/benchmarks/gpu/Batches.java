package io.telcofactory.benchmarks.gpu;

import io.telcofactory.gpu.catalogue.MigProfile;
import io.telcofactory.gpu.catalogue.ProfileName;
import io.telcofactory.gpu.geometry.MigGeometry;
import io.telcofactory.gpu.placement.Claim;
import io.telcofactory.gpu.placement.Decision;
import io.telcofactory.gpu.placement.Fleet;
import io.telcofactory.gpu.placement.Gpu;
import io.telcofactory.gpu.placement.Objective;
import io.telcofactory.gpu.placement.PackingBound;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Batches of random claims: GPUs used beside the proven bound, and beside best fit with the largest first. */
final class Batches {
    private static final int BATCHES = 100;

    private final MigGeometry geometry;
    private int used;
    private int bound;
    private int bestFit;
    private int atTheBound;
    private int beyondTarget;

    private Batches(MigGeometry geometry) {
        this.geometry = geometry;
    }

    /**
     * What the batches used.
     *
     * @param used GPUs of all batches
     * @param bound GPUs they need at least, proven
     * @param bestFit GPUs by best fit, largest first
     * @param optimal batches that need no more than their bound
     * @param beyondTarget batches that need more than their bound and one GPU or one per cent
     */
    record Outcome(int used, int bound, int bestFit, int optimal, int beyondTarget) {}

    static Outcome run(MigGeometry geometry) {
        Batches batches = new Batches(geometry);
        for (int seed = 0; seed < BATCHES; seed++) {
            batches.run(new Random(seed));
        }
        return new Outcome(batches.used, batches.bound, batches.bestFit, batches.atTheBound, batches.beyondTarget);
    }

    private void run(Random random) {
        Map<ProfileName, Integer> demand = new TreeMap<>();
        int most = 10 + random.nextInt(300);
        for (MigProfile profile : geometry.board().profiles()) {
            demand.put(profile.name(), random.nextInt(1 + most / profile.size()));
        }
        int mine = onFleet(demand, random);
        int least = PackingBound.fewestGpus(geometry, demand);
        used += mine;
        bound += least;
        bestFit += largestFirst(demand);
        atTheBound += mine == least ? 1 : 0;
        beyondTarget += mine > least + Math.max(1, least / 100) ? 1 : 0;
    }

    private int onFleet(Map<ProfileName, Integer> demand, Random random) {
        List<Claim> claims = new ArrayList<>();
        demand.forEach((profile, count) -> IntStream.range(0, count)
                .forEach(i -> claims.add(Claim.slice(profile + "-" + i, profile).build())));
        Collections.shuffle(claims, random);
        Fleet fleet = Fleet.of(
                IntStream.range(0, claims.size() + 1)
                        .mapToObj(i -> new Gpu("site", "host" + i / 8, "" + i, 0, geometry.board()))
                        .toList(),
                Objective.FEWEST_GPUS);
        if (!fleet.placeAll(claims).stream().allMatch(Decision::accepted)) {
            throw new IllegalStateException("a fleet with one GPU for each claim refused one");
        }
        return fleet.gpusInUse();
    }

    private int largestFirst(Map<ProfileName, Integer> demand) {
        Slots slots = new Slots(geometry);
        Baseline baseline = new Baseline.BestFit(slots);
        int[] gpus =
                new int[demand.values().stream().mapToInt(Integer::intValue).sum()];
        for (int profile = slots.profiles.size() - 1; profile >= 0; profile--) {
            int count = demand.getOrDefault(slots.profiles.get(profile).name(), 0);
            for (int i = 0; i < count; i++) {
                int place = baseline.choose(gpus, profile);
                gpus[place / 32] |= slots.masks[profile][place % 32];
            }
        }
        return (int) IntStream.of(gpus).filter(mask -> mask != 0).count();
    }
}
