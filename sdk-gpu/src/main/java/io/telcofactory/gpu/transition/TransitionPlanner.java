package io.telcofactory.gpu.transition;

import io.telcofactory.gpu.catalogue.ProfileName;
import io.telcofactory.gpu.geometry.Layout;
import io.telcofactory.gpu.geometry.MigGeometry;
import io.telcofactory.gpu.geometry.SlicePlacement;
import io.telcofactory.gpu.internal.Errors;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the cheapest way from what a GPU holds to what it shall hold. Every layout with the wanted slices is looked at, so
 * the cost is the least there is: occupied slices that must stop, then slices removed, then slices made.
 *
 * <p><i>Threads</i>: immutable; make one per kind of board and keep it.
 *
 * @since 0.1
 */
public final class TransitionPlanner {
    private static final Comparator<Assignment> ORDER =
            Comparator.comparing(Assignment::cost).thenComparingInt(Assignment::squeezes);

    private final MigGeometry geometry;
    private final Map<Map<ProfileName, Integer>, List<Layout>> byCounts;

    private TransitionPlanner(MigGeometry geometry) {
        this.geometry = geometry;
        this.byCounts = geometry.layouts().stream().collect(Collectors.groupingBy(l -> Map.copyOf(l.counts())));
    }

    /**
     * Makes a planner.
     *
     * @param geometry the kind of GPU
     * @return the planner
     */
    public static TransitionPlanner of(MigGeometry geometry) {
        return new TransitionPlanner(geometry);
    }

    /**
     * Plans the way to a target. Pinned slices stay as they are; a workload keeps its slice where it can.
     *
     * @param from what the GPU holds
     * @param target what it shall hold
     * @return the cheapest transition
     * @throws io.telcofactory.api.error.InvalidRequestException if the board does not offer a profile, the slices don't exist
     *     together, or not beside a pinned one
     */
    public Transition plan(GpuUse from, Target target) {
        return planOnBoard(from, target.on(geometry.board()));
    }

    private Transition planOnBoard(GpuUse from, Target target) {
        List<Layout> layouts = byCounts.getOrDefault(target.counts(), List.of());
        if (layouts.isEmpty()) {
            throw Errors.invalid(
                    "transition",
                    geometry.board().name(),
                    "%s can't hold %s together: %s",
                    geometry.board(),
                    target,
                    largestPart(target));
        }
        Assignment best = null;
        for (Layout layout : layouts) {
            Optional<Assignment> assignment = Assignment.of(from, target, layout);
            if (assignment.isPresent() && (best == null || ORDER.compare(assignment.get(), best) < 0)) {
                best = assignment.get();
            }
        }
        if (best == null) {
            throw Errors.invalid(
                    "transition",
                    geometry.board().name(),
                    "%s can't be reached without touching a pinned slice, or not at the wanted starts: pinned are %s, and none"
                            + " of the %d layouts with these slices agrees with both",
                    target,
                    from.slices().stream().filter(SliceUse::pinned).toList(),
                    layouts.size());
        }
        return new Transition(from, best.use(), new StepOrder(from, best.use()).steps());
    }

    /**
     * Plans the way to a layout, whatever runs on it: each slice that exists at its place stays.
     *
     * @param from what the GPU holds
     * @param layout the slices it shall have, and where
     * @return the cheapest transition
     * @throws io.telcofactory.api.error.InvalidRequestException if a pinned slice is not part of the layout
     */
    public Transition plan(GpuUse from, Layout layout) {
        Target.Builder target = Target.builder();
        for (SlicePlacement slice : layout.slices()) {
            target.slice(slice.profile().toString());
        }
        Assignment assignment = Assignment.of(from, target.build(), layout)
                .orElseThrow(() -> Errors.invalid(
                        "transition", geometry.board().name(), "%s lacks a pinned slice of %s", layout, from));
        return new Transition(from, assignment.use(), new StepOrder(from, assignment.use()).steps());
    }

    private String largestPart(Target target) {
        List<ProfileName> wanted = target.slices().stream()
                .map(Target.Slice::profile)
                .sorted((a, b) -> b.compareTo(a))
                .toList();
        for (int keep = wanted.size() - 1; keep > 0; keep--) {
            Optional<Layout> part = geometry.findLayout(geometry.empty(), wanted.subList(0, keep));
            if (part.isPresent()) {
                return "beside " + wanted.subList(0, keep) + " there is no place for " + wanted.get(keep);
            }
        }
        return "there is no place for " + wanted;
    }
}
