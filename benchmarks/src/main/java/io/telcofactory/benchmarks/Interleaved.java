package io.telcofactory.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Measures several ways of doing the same by turns, so that a machine that gets slower meanwhile is slower for all, and takes the
 * median of each.
 */
public final class Interleaved {
    private final int warmups;
    private final int rounds;
    private final Map<String, Callable<Long>> ways = new LinkedHashMap<>();

    /**
     * Makes an empty measurement.
     *
     * @param warmups rounds that don't count
     * @param rounds rounds that count
     */
    public Interleaved(int warmups, int rounds) {
        this.warmups = warmups;
        this.rounds = rounds;
    }

    /**
     * Adds a way.
     *
     * @param name its name
     * @param way does it once and returns a checksum, which must be the same for all that return one other than 0
     * @return this
     */
    public Interleaved way(String name, Callable<Long> way) {
        ways.put(name, way);
        return this;
    }

    /**
     * Measures.
     *
     * @return the median of each way, in nanoseconds
     * @throws Exception if a way fails
     */
    public Medians medians() throws Exception {
        long checksum = 0;
        Map<String, List<Long>> times = new LinkedHashMap<>();
        List<Map.Entry<String, Callable<Long>>> order = new ArrayList<>(ways.entrySet());
        for (int round = 0; round < warmups + rounds; round++) {
            Collections.reverse(order); // so that none is always the one that comes after the others
            for (Map.Entry<String, Callable<Long>> way : order) {
                long start = System.nanoTime();
                checksum += way.getValue().call();
                long took = System.nanoTime() - start;
                if (round >= warmups) {
                    times.computeIfAbsent(way.getKey(), name -> new ArrayList<>())
                            .add(took);
                }
            }
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        times.forEach((name, taken) -> medians.put(name, median(taken)));
        return new Medians(medians, checksum);
    }

    private static double median(List<Long> times) {
        List<Long> sorted = times.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /**
     * What was measured.
     *
     * @param nanos median of each way
     * @param checksum of all rounds, so that no work is optimised away
     */
    public record Medians(Map<String, Double> nanos, long checksum) {

        /**
         * Returns the median of a way.
         *
         * @param way its name
         * @return nanoseconds
         */
        public double of(String way) {
            Double median = nanos.get(way);
            if (median == null) {
                throw new IllegalArgumentException("Nothing measured as " + way);
            }
            return median;
        }
    }
}
