package io.telcofactory.gpu.transition;

import io.telcofactory.gpu.geometry.Layout;
import io.telcofactory.gpu.geometry.SlicePlacement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which workload goes onto which slice of one possible layout. What the target names stays where it is if its slice does;
 * other named workloads take idle slices before they take one from somebody; what the target does not name stays if its
 * slice is not needed, or moves to one left over.
 */
final class Assignment {
    private final GpuUse from;
    private final Layout layout;
    private final Map<SlicePlacement, String> workloads = new HashMap<>();
    private final List<SlicePlacement> left;

    private Assignment(GpuUse from, Layout layout) {
        this.from = from;
        this.layout = layout;
        this.left = new ArrayList<>(layout.slices());
    }

    /** Returns the assignment, or empty if the layout breaks a pin or a wanted start. */
    static Optional<Assignment> of(GpuUse from, Target target, Layout layout) {
        Assignment assignment = new Assignment(from, layout);
        boolean possible = assignment.keepPinned(target) && assignment.placeNamed(target);
        if (possible) {
            assignment.placeOthers(target);
        }
        return possible ? Optional.of(assignment) : Optional.empty();
    }

    TransitionCost cost() {
        int restarts = 0;
        int destroys = 0;
        for (SliceUse use : from.slices()) {
            Optional<String> workload = use.workload();
            boolean stays = workload.isPresent() && workload.get().equals(workloads.get(use.slice()));
            restarts += workload.isPresent() && !stays ? 1 : 0;
            destroys += layout.contains(use.slice()) ? 0 : 1;
        }
        int kept = from.slices().size() - destroys;
        return new TransitionCost(restarts, destroys, layout.slices().size() - kept);
    }

    /** Counts the new slices that can't be made before an old one is gone; the fewer, the shorter the interruptions. */
    int squeezes() {
        return (int) layout.slices().stream()
                .filter(slice -> !from.layout().contains(slice))
                .filter(slice ->
                        from.slices().stream().anyMatch(old -> old.slice().overlaps(slice)))
                .count();
    }

    GpuUse use() {
        List<SliceUse> uses = new ArrayList<>();
        for (SlicePlacement slice : layout.slices()) {
            boolean pinned = from.find(slice).map(SliceUse::pinned).orElse(false);
            uses.add(new SliceUse(slice, Optional.ofNullable(workloads.get(slice)), pinned));
        }
        return GpuUse.of(layout.geometry(), uses);
    }

    private boolean keepPinned(Target target) {
        for (SliceUse use : from.slices()) {
            if (use.pinned()) {
                if (!layout.contains(use.slice())) {
                    return false;
                }
                Optional<Target.Slice> named = target.slices().stream()
                        .filter(wanted -> wanted.workload().isPresent()
                                && wanted.workload().equals(use.workload()))
                        .findFirst();
                if (named.isPresent() && !matches(named.get(), use.slice())) {
                    return false;
                }
                left.remove(use.slice());
                use.workload().ifPresent(workload -> workloads.put(use.slice(), workload));
            }
        }
        return true;
    }

    private boolean placeNamed(Target target) {
        List<Target.Slice> moving = new ArrayList<>();
        for (Target.Slice wanted : target.slices()) {
            if (wanted.workload().isPresent()
                    && !workloads.containsValue(wanted.workload().get())) {
                Optional<SlicePlacement> present = from.slices().stream()
                        .filter(use -> use.workload().equals(wanted.workload()))
                        .map(SliceUse::slice)
                        .filter(slice -> left.contains(slice) && matches(wanted, slice))
                        .findFirst();
                if (present.isPresent()) {
                    take(present.get(), wanted.workload().get());
                } else {
                    moving.add(wanted);
                }
            }
        }
        moving.sort((a, b) -> Boolean.compare(b.start().isPresent(), a.start().isPresent()));
        for (Target.Slice wanted : moving) {
            Optional<SlicePlacement> slice = left.stream()
                    .filter(candidate -> matches(wanted, candidate))
                    .min((a, b) -> Boolean.compare(
                            from.workload(a).isPresent(), from.workload(b).isPresent()));
            if (slice.isEmpty()) {
                return false;
            }
            take(slice.get(), wanted.workload().orElseThrow());
        }
        return true;
    }

    private void placeOthers(Target target) {
        List<SliceUse> homeless = new ArrayList<>();
        for (SliceUse use : from.slices()) {
            boolean named = target.slices().stream()
                    .anyMatch(wanted ->
                            wanted.workload().isPresent() && wanted.workload().equals(use.workload()));
            if (use.workload().isPresent() && !named && !use.pinned()) {
                if (left.contains(use.slice())) {
                    take(use.slice(), use.workload().get());
                } else {
                    homeless.add(use);
                }
            }
        }
        for (SliceUse use : homeless) {
            left.stream()
                    .filter(slice -> slice.profile().equals(use.slice().profile()))
                    .findFirst()
                    .ifPresent(slice -> take(slice, use.workload().orElseThrow()));
        }
    }

    private void take(SlicePlacement slice, String workload) {
        left.remove(slice);
        workloads.put(slice, workload);
    }

    private static boolean matches(Target.Slice wanted, SlicePlacement slice) {
        return slice.profile().name().equals(wanted.profile())
                && (wanted.start().isEmpty() || wanted.start().getAsInt() == slice.start());
    }
}
