package io.telcofactory.examples.torture;

import io.telcofactory.testkit.Fault;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The calls that a run without faults makes in each act, and from these all schedules. The pairs to be covered are these calls,
 * each with every fault that {@linkplain Fault#appliesTo can make a difference} to it.
 */
final class Catalogue {
    /** What is done before an act, so that there is something to do it to. */
    private static final Map<Act, List<Act>> UP_TO = Map.of(
            Act.APPLY, List.of(Act.APPLY),
            Act.CHANGE, List.of(Act.APPLY, Act.CHANGE),
            Act.SCALE, List.of(Act.APPLY, Act.SCALE),
            Act.DESTROY, List.of(Act.APPLY, Act.DESTROY));

    private final Map<Job, Map<Act, Map<String, Integer>>> calls = new EnumMap<>(Job.class);
    private final List<Pair> pairs;

    Catalogue() {
        Set<Pair> all = new LinkedHashSet<>();
        for (Job job : Job.values()) {
            Map<Act, Map<String, Integer>> byAct = new EnumMap<>(Act.class);
            for (Act act : Act.values()) {
                byAct.put(act, Trial.calls(job, UP_TO.getOrDefault(act, List.of())));
                byAct.get(act)
                        .keySet()
                        .forEach(operation -> faults(operation).forEach(fault -> all.add(new Pair(operation, fault))));
            }
            calls.put(job, byAct);
        }
        this.pairs = shuffled(new ArrayList<>(all));
    }

    private static List<Fault> faults(String operation) {
        return List.of(Fault.values()).stream()
                .filter(fault -> fault.appliesTo(operation))
                .toList();
    }

    /** Neighbouring seeds take neighbouring pairs, which shall not all be of one call. */
    private static List<Pair> shuffled(List<Pair> list) {
        SplittableRandom random = new SplittableRandom(list.size());
        for (int i = list.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            Pair swapped = list.get(i);
            list.set(i, list.get(j));
            list.set(j, swapped);
        }
        return List.copyOf(list);
    }

    List<Pair> pairs() {
        return pairs;
    }

    /** The schedule of a seed: one pair in its turn, up to three more by chance. */
    Schedule schedule(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Pair pair = pair(seed);
        Place first = place(pair, random);
        List<Act> acts = UP_TO.getOrDefault(first.act, List.of());
        List<Stroke> strokes = new ArrayList<>();
        strokes.add(first.stroke(pair, random));
        for (int more = random.nextInt(4); more > 0; more--) {
            strokes.add(anyStroke(first.job, acts.get(acts.size() - 1 - random.nextInt(acts.size())), random));
        }
        int chance = random.nextInt(20);
        int appliers = chance < 3 ? 2 : chance < 4 ? 4 : 1;
        return new Schedule(first.job, acts, appliers, seed, strokes);
    }

    /** The pair whose turn it is. */
    Pair pair(long seed) {
        return pairs.get((int) Math.floorMod(seed, (long) pairs.size()));
    }

    /** The pair of a seed alone: other faults can keep a call from being made, but a process that nothing else befalls makes it. */
    Schedule alone(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Pair pair = pair(seed);
        Place place = place(pair, random);
        return new Schedule(
                place.job, UP_TO.getOrDefault(place.act, List.of()), 1, seed, List.of(place.stroke(pair, random)));
    }

    private Place place(Pair pair, SplittableRandom random) {
        List<Place> places = places(pair.operation());
        return places.get(random.nextInt(places.size()));
    }

    private Stroke anyStroke(Job job, Act act, SplittableRandom random) {
        Map<String, Integer> made = calls(job, act);
        int number =
                random.nextInt(made.values().stream().mapToInt(count -> count).sum());
        for (Map.Entry<String, Integer> call : made.entrySet()) {
            number -= call.getValue();
            if (number < 0) {
                List<Fault> faults = faults(call.getKey());
                return new Stroke(faults.get(random.nextInt(faults.size())), call.getKey(), -number, act);
            }
        }
        throw new IllegalStateException("the numbers of the calls do not add up");
    }

    private Map<String, Integer> calls(Job job, Act act) {
        Map<Act, Map<String, Integer>> byAct = calls.getOrDefault(job, Map.of());
        return byAct.getOrDefault(act, Map.of());
    }

    private List<Place> places(String operation) {
        List<Place> places = new ArrayList<>();
        calls.forEach((job, byAct) -> byAct.forEach((act, made) -> {
            if (made.containsKey(operation)) {
                places.add(new Place(job, act, made.getOrDefault(operation, 0)));
            }
        }));
        return places;
    }

    /** Where a call is made, and how often. */
    private record Place(Job job, Act act, int count) {

        Stroke stroke(Pair pair, SplittableRandom random) {
            return new Stroke(pair.fault(), pair.operation(), 1 + random.nextInt(count), act);
        }
    }
}
