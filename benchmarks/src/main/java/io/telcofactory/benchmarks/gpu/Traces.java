package io.telcofactory.benchmarks.gpu;

import io.telcofactory.gpu.geometry.MigGeometry;
import io.telcofactory.gpu.placement.Claim;
import io.telcofactory.gpu.placement.Fleet;
import io.telcofactory.gpu.placement.Gpu;
import io.telcofactory.gpu.placement.Objective;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Claims that arrive at random and leave again, on a fleet offered 70 to 100 % of what it could carry. */
final class Traces {
    static final List<String> MIXES = List.of("uniform", "small", "large", "bimodal");

    private static final double[] LOADS = {0.7, 0.8, 0.9, 1.0};
    private static final int SEEDS = 50;
    private static final int GPUS = 32;
    private static final int ARRIVALS = 2000;

    // weights of 1g, 1g with double memory, 2g, 3g, 4g, 7g
    private static final double[][] WEIGHTS = {
        {1, 1, 1, 1, 1, 1}, {8, 2, 4, 2, 1, 0.5}, {1, 1, 2, 4, 3, 3}, {6, 0, 0, 1, 1, 3}
    };

    private final MigGeometry geometry;
    private final Slots slots;
    private final double[] mix;

    private Traces(MigGeometry geometry, int mixIndex) {
        this.geometry = geometry;
        this.slots = new Slots(geometry);
        double sum = Arrays.stream(WEIGHTS[mixIndex]).sum();
        this.mix = Arrays.stream(WEIGHTS[mixIndex]).map(w -> w / sum).toArray();
    }

    /**
     * What the traces of one mix say.
     *
     * @param best the name of the baseline that accepts most
     * @param baseline the part of the claims it accepts
     * @param ours the part of the claims we accept
     * @param interval half the width of the 95 % interval of the difference, trace by trace
     * @param worst our part of what the baseline accepts, in the trace that is worst for us
     */
    record Outcome(String best, double baseline, double ours, double interval, double worst) {
        boolean notBelow() {
            return ours - baseline >= -interval;
        }
    }

    static Outcome run(MigGeometry geometry, int mixIndex) {
        Traces traces = new Traces(geometry, mixIndex);
        List<Baseline> baselines = List.of(
                new Baseline.FirstFit(traces.slots),
                new Baseline.BestFit(traces.slots),
                new Baseline.Hami(traces.slots, false),
                new Baseline.Hami(traces.slots, true),
                new Baseline.FragmentationGradient(traces.slots, traces.mix));
        List<double[]> accepted = new ArrayList<>();
        baselines.forEach(baseline -> accepted.add(traces.all(() -> traces.onMasks(baseline))));
        double[] ours = traces.all(() -> traces.onFleet());
        int best = IntStream.range(0, baselines.size())
                .boxed()
                .max(Comparator.comparingDouble(i -> mean(accepted.get(i))))
                .orElseThrow();
        return outcome(baselines.get(best).name(), accepted.get(best), ours);
    }

    private static Outcome outcome(String name, double[] baseline, double[] ours) {
        double[] differences = new double[ours.length];
        double worst = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ours.length; i++) {
            differences[i] = ours[i] - baseline[i];
            worst = Math.min(worst, ours[i] / baseline[i]);
        }
        double mean = mean(differences);
        double variance =
                Arrays.stream(differences).map(d -> (d - mean) * (d - mean)).sum() / (ours.length - 1);
        return new Outcome(name, mean(baseline), mean(ours), 1.96 * Math.sqrt(variance / ours.length), worst);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** A place to put claims. */
    private interface Site {
        boolean arrive(int claim, int profile);

        void leave(int claim);
    }

    private double[] all(Supplier<Site> site) {
        double[] accepted = new double[SEEDS * LOADS.length];
        for (int i = 0; i < accepted.length; i++) {
            accepted[i] = accepted(site.get(), LOADS[i % LOADS.length], i);
        }
        return accepted;
    }

    private double accepted(Site site, double load, long seed) {
        double unitsPerClaim = 0;
        for (int profile = 0; profile < mix.length; profile++) {
            unitsPerClaim += mix[profile] * slots.size(profile);
        }
        double rate = load * GPUS * geometry.axisUnits() / unitsPerClaim;
        SplittableRandom random = new SplittableRandom(seed);
        PriorityQueue<Departure> departures = new PriorityQueue<>(Comparator.comparingDouble(Departure::at));
        double now = 0;
        int accepted = 0;
        for (int claim = 0; claim < ARRIVALS; claim++) {
            now += exponential(random) / rate;
            int profile = draw(random);
            double leaves = now + exponential(random);
            while (!departures.isEmpty() && departures.peek().at <= now) {
                site.leave(departures.remove().claim);
            }
            if (site.arrive(claim, profile)) {
                accepted++;
                departures.add(new Departure(leaves, claim));
            }
        }
        return (double) accepted / ARRIVALS;
    }

    private record Departure(double at, int claim) {}

    private static double exponential(SplittableRandom random) {
        return -Math.log(1 - random.nextDouble());
    }

    private int draw(SplittableRandom random) {
        double left = random.nextDouble();
        int profile = 0;
        while (profile < mix.length - 1 && left >= mix[profile]) {
            left -= mix[profile++];
        }
        return profile;
    }

    private Site onMasks(Baseline baseline) {
        int[] gpus = new int[GPUS];
        int[] places = new int[ARRIVALS];
        int[] masks = new int[ARRIVALS];
        return new Site() {
            @Override
            public boolean arrive(int claim, int profile) {
                places[claim] = baseline.choose(gpus, profile);
                if (places[claim] == Baseline.REFUSED) {
                    return false;
                }
                masks[claim] = slots.masks[profile][places[claim] % 32];
                gpus[places[claim] / 32] |= masks[claim];
                return true;
            }

            @Override
            public void leave(int claim) {
                gpus[places[claim] / 32] &= ~masks[claim];
            }
        };
    }

    private Site onFleet() {
        Fleet fleet = Fleet.of(
                IntStream.range(0, GPUS)
                        .mapToObj(i -> new Gpu("site", "host" + i / 8, "" + i % 8, 0, geometry.board()))
                        .toList(),
                Objective.MOST_ACCEPTED);
        return new Site() {
            @Override
            public boolean arrive(int claim, int profile) {
                return fleet.place(Claim.slice(
                                        "c" + claim, slots.profiles.get(profile).name())
                                .build())
                        .accepted();
            }

            @Override
            public void leave(int claim) {
                fleet.release("c" + claim);
            }
        };
    }
}
