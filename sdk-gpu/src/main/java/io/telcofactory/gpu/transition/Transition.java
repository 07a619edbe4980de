package io.telcofactory.gpu.transition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The way from one use of a GPU to another: steps to do one after the other, each with a way back.
 *
 * @since 0.1
 */
public final class Transition {
    private final GpuUse from;
    private final GpuUse to;
    private final List<Step> steps;

    Transition(GpuUse from, GpuUse to, List<Step> steps) {
        this.from = from;
        this.to = to;
        this.steps = List.copyOf(steps);
    }

    /**
     * Returns where the way begins.
     *
     * @return the use before the first step
     */
    public GpuUse from() {
        return from;
    }

    /**
     * Returns where it ends.
     *
     * @return the use after the last step
     */
    public GpuUse to() {
        return to;
    }

    /**
     * Returns the steps.
     *
     * @return in order; empty if there is nothing to do
     */
    public List<Step> steps() {
        return steps;
    }

    /**
     * Counts what is disturbed.
     *
     * @return the cost
     */
    public TransitionCost cost() {
        return new TransitionCost(count(Step.Drain.class), count(Step.Destroy.class), count(Step.Create.class));
    }

    private int count(Class<? extends Step> kind) {
        return (int) steps.stream().filter(kind::isInstance).count();
    }

    /**
     * Returns the slices that no step is about: what runs there notices nothing.
     *
     * @return by ascending start; {@link TransitionChecker} proves it
     */
    public List<SliceUse> untouched() {
        return from.slices().stream()
                .filter(use -> steps.stream().noneMatch(step -> step.slice().equals(use.slice())))
                .toList();
    }

    /**
     * Returns what ends: workloads of the beginning that the target leaves no slice for.
     *
     * @return their names
     */
    public List<String> ending() {
        List<String> running =
                to.slices().stream().flatMap(use -> use.workload().stream()).toList();
        return from.slices().stream()
                .flatMap(use -> use.workload().stream())
                .filter(workload -> !running.contains(workload))
                .toList();
    }

    /**
     * Returns the way back after some of the steps.
     *
     * @param stepsDone how many steps were done, 0 to all
     * @return steps that lead to the beginning again
     * @throws IndexOutOfBoundsException if there are not so many steps
     */
    public List<Step> wayBack(int stepsDone) {
        Objects.checkFromToIndex(0, stepsDone, steps.size());
        List<Step> back = new ArrayList<>();
        for (int i = stepsDone - 1; i >= 0; i--) {
            back.add(steps.get(i).inverse());
        }
        return List.copyOf(back);
    }

    /**
     * Estimates how long the steps take, one after the other.
     *
     * @param times how long each kind of step takes
     * @return the sum
     */
    public Duration duration(StepTimes times) {
        return steps.stream().map(times::of).reduce(Duration.ZERO, Duration::plus);
    }

    /** Returns the steps, numbered, one a line. */
    @Override
    public String toString() {
        return steps.isEmpty()
                ? "nothing to do"
                : IntStream.range(0, steps.size())
                        .mapToObj(i -> (i + 1) + ". " + steps.get(i))
                        .collect(Collectors.joining(System.lineSeparator()));
    }
}
