package io.telcofactory.gpu.placement;

import io.telcofactory.gpu.catalogue.ProfileName;
import io.telcofactory.gpu.geometry.Layout;
import io.telcofactory.gpu.geometry.MigGeometry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * Cuts unused GPUs of one kind so that a demand is met with as few as possible. The fractional optimum says how often to
 * use each full layout; its whole parts are taken over, and what is left, a handful of GPUs, is searched with the
 * fractional bound cutting the branches.
 */
final class PackingPlan {
    /** Up to this many GPUs the search starts from nothing, and its result is the optimum. */
    private static final int SEARCHED_WHOLE = 16;

    private static final int NODES = 20_000;

    private final List<ProfileName> profiles;
    private final List<Layout> layouts;
    private final int[][] patterns;
    private final List<Layout> chosen = new ArrayList<>();
    private final Set<List<Integer>> hopeless = new HashSet<>();
    private int nodes;

    private PackingPlan(MigGeometry geometry, Map<ProfileName, Integer> demand) {
        this.profiles = demand.keySet().stream().sorted().toList();
        List<SortedMap<ProfileName, Integer>> seen = new ArrayList<>();
        List<Layout> distinct = new ArrayList<>();
        for (Layout layout :
                geometry.restrictedTo(p -> demand.containsKey(p.name())).maximalLayouts()) {
            if (!seen.contains(layout.counts())) {
                seen.add(layout.counts());
                distinct.add(layout);
            }
        }
        this.layouts = distinct;
        this.patterns = new int[layouts.size()][];
        for (int i = 0; i < patterns.length; i++) {
            SortedMap<ProfileName, Integer> counts = seen.get(i);
            patterns[i] =
                    profiles.stream().mapToInt(p -> counts.getOrDefault(p, 0)).toArray();
        }
    }

    /** Returns the layouts to cut, one per GPU; together they hold at least the demand. */
    static List<Layout> of(MigGeometry geometry, Map<ProfileName, Integer> demand) {
        PackingPlan plan = new PackingPlan(geometry, demand);
        plan.solve(
                plan.profiles.stream().mapToInt(p -> demand.getOrDefault(p, 0)).toArray());
        return List.copyOf(plan.chosen);
    }

    /** Returns the number of GPUs below which the demand can't be met. */
    static int bound(MigGeometry geometry, Map<ProfileName, Integer> demand) {
        PackingPlan plan = new PackingPlan(geometry, demand);
        return CoveringProgram.solve(
                        plan.patterns,
                        plan.profiles.stream()
                                .mapToInt(p -> demand.getOrDefault(p, 0))
                                .toArray())
                .bound();
    }

    private void solve(int[] demand) {
        CoveringProgram program = CoveringProgram.solve(patterns, demand);
        int[] rest = demand.clone();
        if (program.bound() > SEARCHED_WHOLE) {
            for (int i = 0; i < patterns.length; i++) {
                for (int times = (int) Math.floor(program.uses(i) + 1e-6); times > 0; times--) {
                    take(i, rest);
                }
            }
        }
        int gpus = CoveringProgram.solve(patterns, rest).bound();
        while (!search(rest, gpus)) {
            gpus++;
            nodes = 0;
            hopeless.clear();
        }
    }

    private void take(int pattern, int[] rest) {
        chosen.add(layouts.get(pattern));
        for (int i = 0; i < rest.length; i++) {
            rest[i] = Math.max(0, rest[i] - patterns[pattern][i]);
        }
    }

    private boolean search(int[] rest, int gpus) {
        if (Arrays.stream(rest).allMatch(count -> count == 0)) {
            return true;
        }
        List<Integer> key = key(rest, gpus);
        if (gpus == 0 || ++nodes > NODES || hopeless.contains(key)) {
            return false;
        }
        CoveringProgram program = CoveringProgram.solve(patterns, rest);
        if (program.bound() <= gpus) {
            int mark = chosen.size();
            for (int pattern : mostUsedFirst(program, rest)) {
                int[] less = rest.clone();
                take(pattern, less);
                if (search(less, gpus - 1)) {
                    return true;
                }
                chosen.subList(mark, chosen.size()).clear();
            }
        }
        hopeless.add(key);
        return false;
    }

    private int[] mostUsedFirst(CoveringProgram program, int[] rest) {
        return IntStream.range(0, patterns.length)
                .filter(pattern -> helps(pattern, rest))
                .boxed()
                .sorted(Comparator.comparingDouble(program::uses).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private boolean helps(int pattern, int[] rest) {
        return IntStream.range(0, rest.length).anyMatch(i -> rest[i] > 0 && patterns[pattern][i] > 0);
    }

    private static List<Integer> key(int[] rest, int gpus) {
        return IntStream.concat(Arrays.stream(rest), IntStream.of(gpus)).boxed().toList();
    }
}
