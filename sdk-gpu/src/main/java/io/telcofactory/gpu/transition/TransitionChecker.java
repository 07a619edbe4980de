package io.telcofactory.gpu.transition;

import io.telcofactory.gpu.catalogue.Engine;
import io.telcofactory.gpu.catalogue.GpuBoard;
import io.telcofactory.gpu.catalogue.MigProfile;
import io.telcofactory.gpu.geometry.SlicePlacement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks steps by doing them on a model of the GPU that shares no code with the planner: units are counted one by one,
 * and so are engines.
 *
 * @since 0.1
 */
public final class TransitionChecker {
    private final GpuBoard board;
    private final Map<SlicePlacement, Optional<String>> slices = new LinkedHashMap<>();
    private final Set<SlicePlacement> pinned = new LinkedHashSet<>();
    private final List<String> violations = new ArrayList<>();

    private TransitionChecker(GpuUse from) {
        this.board = from.layout().geometry().board();
        for (SliceUse use : from.slices()) {
            slices.put(use.slice(), use.workload());
            if (use.pinned()) {
                pinned.add(use.slice());
            }
        }
    }

    /**
     * Checks a whole transition: every step possible, pinned slices and those said to be untouched never named, the end
     * as promised.
     *
     * @param transition the transition
     * @return what is wrong, empty if nothing is
     */
    public static List<String> check(Transition transition) {
        TransitionChecker checker = new TransitionChecker(transition.from());
        checker.run(transition.steps());
        checker.expect(transition.to());
        for (SliceUse untouched : transition.untouched()) {
            if (transition.to().find(untouched.slice()).isEmpty()
                    || !transition.to().workload(untouched.slice()).equals(untouched.workload())) {
                checker.violations.add(untouched + " is said to be untouched, but is not the same in the end");
            }
        }
        return List.copyOf(checker.violations);
    }

    /**
     * Checks that steps lead from one use to another.
     *
     * @param from the use before
     * @param steps the steps
     * @param to the use after
     * @return what is wrong, empty if nothing is
     */
    public static List<String> check(GpuUse from, List<Step> steps, GpuUse to) {
        TransitionChecker checker = new TransitionChecker(from);
        checker.run(steps);
        checker.expect(to);
        return List.copyOf(checker.violations);
    }

    private void run(List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            String name = "step " + (i + 1) + " (" + step + ")";
            if (pinned.contains(step.slice())) {
                violations.add(name + " touches a pinned slice");
            }
            if (step instanceof Step.Create) {
                create(step.slice(), name);
            } else if (!slices.containsKey(step.slice())) {
                violations.add(name + ": there is no such slice");
            } else if (step instanceof Step.Destroy) {
                requireIdle(step.slice(), name);
                slices.remove(step.slice());
            } else if (step instanceof Step.Drain drain) {
                if (!Optional.of(drain.workload()).equals(slices.get(step.slice()))) {
                    violations.add(name + ": that does not run there");
                }
                slices.put(step.slice(), Optional.empty());
            } else if (step instanceof Step.Start start) {
                requireIdle(step.slice(), name);
                if (slices.containsValue(Optional.of(start.workload()))) {
                    violations.add(name + ": it runs already");
                }
                slices.put(step.slice(), Optional.of(start.workload()));
            }
        }
    }

    private void requireIdle(SlicePlacement slice, String name) {
        if (slices.getOrDefault(slice, Optional.empty()).isPresent()) {
            violations.add(name + ": something runs there");
        }
    }

    private void create(SlicePlacement slice, String name) {
        Set<Integer> used = new TreeSet<>();
        for (SlicePlacement other : slices.keySet()) {
            for (int unit = 0; unit < other.profile().size(); unit++) {
                used.add(other.start() + unit);
            }
        }
        for (int unit = 0; unit < slice.profile().size(); unit++) {
            if (used.contains(slice.start() + unit)) {
                violations.add(name + ": unit " + (slice.start() + unit) + " is in use");
            }
        }
        if (!slice.profile().starts().contains(slice.start())) {
            violations.add(name + ": not a start of this profile");
        }
        slices.put(slice, Optional.empty());
        for (Engine engine : Engine.values()) {
            int sum = slices.keySet().stream()
                    .mapToInt(s -> s.profile().engines().count(engine).orElse(0))
                    .sum();
            if (sum > capacity(engine)) {
                violations.add(name + ": " + sum + " of the engine " + engine + " are more than the board has");
            }
        }
    }

    private int capacity(Engine engine) {
        int most = 0;
        for (MigProfile profile : board.profiles()) {
            most = Math.max(
                    most,
                    profile.maxInstances() * profile.engines().count(engine).orElse(0));
        }
        return most;
    }

    private void expect(GpuUse to) {
        Map<SlicePlacement, Optional<String>> wanted = new LinkedHashMap<>();
        to.slices().forEach(use -> wanted.put(use.slice(), use.workload()));
        if (!wanted.equals(slices)) {
            violations.add("in the end there is " + slices + " and not " + wanted);
        }
    }
}
