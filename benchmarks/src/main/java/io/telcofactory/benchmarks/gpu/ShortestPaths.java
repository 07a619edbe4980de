package io.telcofactory.benchmarks.gpu;

import io.telcofactory.gpu.geometry.Layout;
import io.telcofactory.gpu.geometry.MigGeometry;
import io.telcofactory.gpu.geometry.SlicePlacement;
import io.telcofactory.gpu.transition.GpuUse;
import io.telcofactory.gpu.transition.SliceUse;
import io.telcofactory.gpu.transition.Transition;
import io.telcofactory.gpu.transition.TransitionChecker;
import io.telcofactory.gpu.transition.TransitionPlanner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Transitions between all pairs of states, every slice occupied, held against shortest paths found one step at a time. A
 * slice that survives is worth more than any number of idle ones, so paths are compared by a single number.
 */
final class ShortestPaths {
    private static final int STOP = 10_000;
    private static final int DESTROY = 100;

    private final List<SlicePlacement> placements;
    private final int[] conflicts;

    private ShortestPaths(MigGeometry geometry) {
        this.placements = geometry.placements();
        this.conflicts = new int[placements.size()];
        for (int i = 0; i < conflicts.length; i++) {
            for (int j = 0; j < conflicts.length; j++) {
                conflicts[i] |= placements.get(i).overlaps(placements.get(j)) ? 1 << j : 0;
            }
        }
    }

    /**
     * What the pairs say.
     *
     * @param pairs how many there are
     * @param longer transitions that cost more, or less, than the shortest path
     * @param unsafe transitions the independent checker finds fault with
     */
    record Outcome(int pairs, int longer, int unsafe) {}

    static Outcome run(MigGeometry geometry) {
        ShortestPaths paths = new ShortestPaths(geometry);
        TransitionPlanner planner = TransitionPlanner.of(geometry);
        List<Layout> layouts = geometry.layouts();
        int longer = 0;
        int unsafe = 0;
        for (Layout source : layouts) {
            GpuUse from = GpuUse.of(
                    geometry,
                    source.slices().stream()
                            .map(slice -> SliceUse.of(slice, slice.toString()))
                            .toList());
            Map<Integer, Integer> shortest = paths.from(paths.bits(source));
            for (Layout target : layouts) {
                Transition transition = planner.plan(from, target);
                int cost = transition.cost().restarts() * STOP
                        + transition.cost().destroys() * DESTROY
                        + transition.cost().creates();
                longer += cost == shortest.getOrDefault(paths.bits(target), -1) ? 0 : 1;
                unsafe += TransitionChecker.check(transition).isEmpty() ? 0 : 1;
            }
        }
        return new Outcome(layouts.size() * layouts.size(), longer, unsafe);
    }

    private int bits(Layout layout) {
        return layout.slices().stream()
                .mapToInt(slice -> 1 << placements.indexOf(slice))
                .sum();
    }

    /** Corrects labels until none gets better; a label holds the slices, and which of them are there since the beginning. */
    private Map<Integer, Integer> from(int source) {
        Map<Long, Integer> labels = new HashMap<>();
        Deque<Long> open = new ArrayDeque<>();
        relax(labels, open, node(source, source), 0);
        while (!open.isEmpty()) {
            long node = open.remove();
            int cost = labels.getOrDefault(node, 0);
            int slices = (int) node;
            int original = (int) (node >>> 32);
            for (int i = 0; i < conflicts.length; i++) {
                int bit = 1 << i;
                if ((slices & bit) != 0) {
                    int stop = (original & bit) == 0 ? 0 : STOP;
                    relax(labels, open, node(slices & ~bit, original & ~bit), cost + stop + DESTROY);
                } else if ((slices & conflicts[i]) == 0) {
                    relax(labels, open, node(slices | bit, original), cost + 1);
                }
            }
        }
        Map<Integer, Integer> shortest = new HashMap<>();
        labels.forEach((node, cost) -> shortest.merge(node.intValue(), cost, Math::min));
        return shortest;
    }

    private static long node(int slices, int original) {
        return (long) original << 32 | slices;
    }

    private static void relax(Map<Long, Integer> labels, Deque<Long> open, long node, int cost) {
        if (cost < labels.getOrDefault(node, Integer.MAX_VALUE)) {
            labels.put(node, cost);
            open.add(node);
        }
    }
}
