package io.telcofactory.gpu.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.telcofactory.gpu.Seeds;
import io.telcofactory.gpu.catalogue.Catalogue;
import io.telcofactory.gpu.catalogue.ProfileName;
import io.telcofactory.gpu.geometry.Layout;
import io.telcofactory.gpu.geometry.MigGeometry;
import io.telcofactory.gpu.geometry.SlicePlacement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Costs of transitions held against shortest paths in the graph of all states, found step by step without the planner. */
class ShortestTransitionTest {
    private static final MigGeometry GEOMETRY = MigGeometry.of(
                    Catalogue.builtIn().get("A100-40GB"))
            .restrictedTo(
                    p -> p.name().attributes().isEmpty() && !p.name().toString().equals("1g.10gb"));
    private static final List<SlicePlacement> PLACEMENTS = GEOMETRY.placements();
    private static final List<Layout> LAYOUTS = GEOMETRY.layouts();
    private static final TransitionPlanner PLANNER = TransitionPlanner.of(GEOMETRY);

    /** A set of placements, and which of them are there since the beginning. */
    private record Node(int slices, int original) {}

    private record Entry(Node node, int cost) {}

    static LongStream seeds() {
        return Seeds.first(2);
    }

    @ParameterizedTest(name = "occupancy seed {0}")
    @MethodSource("seeds")
    void plan_allPairsOfStates_costsTheExactShortest(long seed) {
        Random random = new Random(seed);
        // all pairs with everything occupied, then a third of them with some of it
        for (int i = 0; i < LAYOUTS.size(); i += seed == 0 ? 1 : 3) {
            Layout source = LAYOUTS.get(i);
            int occupied = seed == 0 ? -1 : random.nextInt();
            GpuUse from = use(source, occupied);
            Map<Integer, Integer> shortest = shortest(bits(source), occupied & bits(source));
            Map<Map<ProfileName, Integer>, Integer> shortestByCounts = new HashMap<>();
            for (Layout target : LAYOUTS) {
                int expected = shortest.getOrDefault(bits(target), -1);
                shortestByCounts.merge(target.counts(), expected, Math::min);
                assertThat(weigh(PLANNER.plan(from, target))).isEqualTo(expected);
            }
            shortestByCounts.forEach((counts, expected) ->
                    assertThat(weigh(PLANNER.plan(from, target(counts)))).isEqualTo(expected));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void plan_randomNamedTargets_costsTheLeastOfAllAssignments(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 120; round++) {
            Layout source = LAYOUTS.get(random.nextInt(LAYOUTS.size()));
            List<SliceUse> uses = new ArrayList<>();
            for (SlicePlacement slice : source.slices()) {
                String workload = "w" + uses.size();
                int kind = random.nextInt(8);
                uses.add(
                        kind == 0
                                ? SliceUse.pinned(slice, workload)
                                : kind < 6 ? SliceUse.of(slice, workload) : SliceUse.idle(slice));
            }
            GpuUse from = GpuUse.of(GEOMETRY, uses);
            Target target = randomTarget(random);
            Optional<TransitionCost> least = leastOfAllAssignments(from, target);
            if (least.isEmpty()) {
                assertThat(catchThrowable(() -> PLANNER.plan(from, target)))
                        .hasMessageContaining("can't be reached without touching a pinned slice");
                continue;
            }
            Transition transition = PLANNER.plan(from, target);
            assertThat(transition.cost()).as("%s to %s", from, target).isEqualTo(least.get());
            assertThat(TransitionChecker.check(transition)).isEmpty();
            assertThat(transition.untouched())
                    .containsAll(from.slices().stream().filter(SliceUse::pinned).toList());
            for (int done = 0; done <= transition.steps().size(); done++) {
                List<Step> thereAndBack = new ArrayList<>(transition.steps().subList(0, done));
                thereAndBack.addAll(transition.wayBack(done));
                assertThat(TransitionChecker.check(from, thereAndBack, from)).isEmpty();
            }
        }
    }

    private static Target randomTarget(Random random) {
        Layout layout = LAYOUTS.get(random.nextInt(LAYOUTS.size()));
        Target.Builder target = Target.builder();
        List<Integer> names = new ArrayList<>(IntStream.range(0, 8).boxed().toList());
        Collections.shuffle(names, random);
        for (SlicePlacement slice : layout.slices()) {
            String profile = slice.profile().toString();
            switch (random.nextInt(8)) {
                case 0, 7 -> target.slice(profile);
                case 6 -> target.slice(profile, slice.start());
                case 1 -> target.slice(profile, slice.start(), "w" + names.remove(0));
                default -> target.slice(profile, "w" + names.remove(0));
            }
        }
        return target.build();
    }

    private static Optional<TransitionCost> leastOfAllAssignments(GpuUse from, Target target) {
        List<TransitionCost> costs = new ArrayList<>();
        for (Layout layout : LAYOUTS) {
            if (layout.counts().equals(target.counts())) {
                assign(from, target, layout, 0, new HashMap<>(), costs);
            }
        }
        return costs.stream().min(TransitionCost::compareTo);
    }

    private static void assign(
            GpuUse from,
            Target target,
            Layout layout,
            int index,
            Map<SlicePlacement, Target.Slice> taken,
            List<TransitionCost> costs) {
        if (index == target.slices().size()) {
            cost(from, target, layout, taken).ifPresent(costs::add);
            return;
        }
        Target.Slice wanted = target.slices().get(index);
        for (SlicePlacement slice : layout.slices()) {
            boolean there = wanted.start().isEmpty() || wanted.start().getAsInt() == slice.start();
            if (there && !taken.containsKey(slice) && slice.profile().name().equals(wanted.profile())) {
                taken.put(slice, wanted);
                assign(from, target, layout, index + 1, taken, costs);
                taken.remove(slice);
            }
        }
    }

    private static Optional<TransitionCost> cost(
            GpuUse from, Target target, Layout layout, Map<SlicePlacement, Target.Slice> taken) {
        int restarts = 0;
        int kept = 0;
        for (SliceUse use : from.slices()) {
            boolean there = layout.contains(use.slice());
            kept += there ? 1 : 0;
            Optional<String> named = Optional.ofNullable(taken.get(use.slice())).flatMap(Target.Slice::workload);
            boolean elsewhere = target.slices().stream()
                    .anyMatch(s -> s.workload().isPresent() && s.workload().equals(use.workload()));
            boolean stays = there && (named.isPresent() ? named.equals(use.workload()) : !elsewhere);
            if (use.pinned() && !stays) {
                return Optional.empty();
            }
            restarts += use.workload().isPresent() && !stays ? 1 : 0;
        }
        return Optional.of(new TransitionCost(
                restarts, from.slices().size() - kept, layout.slices().size() - kept));
    }

    private static GpuUse use(Layout layout, int occupied) {
        return GpuUse.of(
                GEOMETRY,
                layout.slices().stream()
                        .map(slice -> (occupied >> PLACEMENTS.indexOf(slice) & 1) == 1
                                ? SliceUse.of(slice, slice.toString())
                                : SliceUse.idle(slice))
                        .toList());
    }

    private static Target target(Map<ProfileName, Integer> counts) {
        Target.Builder target = Target.builder();
        counts.forEach((profile, count) -> IntStream.range(0, count).forEach(i -> target.slice(profile.toString())));
        return target.build();
    }

    private static int bits(Layout layout) {
        return layout.slices().stream()
                .mapToInt(slice -> 1 << PLACEMENTS.indexOf(slice))
                .sum();
    }

    private static int weigh(Transition transition) {
        return transition.cost().restarts() * 10_000
                + transition.cost().destroys() * 100
                + transition.cost().creates();
    }

    /** Dijkstra from one state to all: destroying an occupied slice of the beginning stops what runs there. */
    private static Map<Integer, Integer> shortest(int source, int occupied) {
        Map<Integer, Integer> shortest = new HashMap<>();
        Map<Node, Integer> settled = new HashMap<>();
        PriorityQueue<Entry> open = new PriorityQueue<>((a, b) -> Integer.compare(a.cost, b.cost));
        open.add(new Entry(new Node(source, source), 0));
        while (!open.isEmpty()) {
            Entry entry = open.remove();
            Node node = entry.node;
            if (settled.putIfAbsent(node, entry.cost) != null) {
                continue;
            }
            shortest.merge(node.slices, entry.cost, Math::min);
            for (int i = 0; i < PLACEMENTS.size(); i++) {
                int bit = 1 << i;
                if ((node.slices & bit) != 0) {
                    boolean stops = (node.original & occupied & bit) != 0;
                    open.add(new Entry(
                            new Node(node.slices & ~bit, node.original & ~bit), entry.cost + (stops ? 10_100 : 100)));
                } else if (free(node.slices, PLACEMENTS.get(i))) {
                    open.add(new Entry(new Node(node.slices | bit, node.original), entry.cost + 1));
                }
            }
        }
        return shortest;
    }

    private static boolean free(int slices, SlicePlacement wanted) {
        for (int i = 0; i < PLACEMENTS.size(); i++) {
            if ((slices >> i & 1) == 1 && PLACEMENTS.get(i).overlaps(wanted)) {
                return false;
            }
        }
        return true;
    }
}
