package io.telcofactory.gpu.transition;

import io.telcofactory.gpu.geometry.Layout;
import io.telcofactory.gpu.geometry.SlicePlacement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which workload goes onto which slice of one possible layout. What the target names stays where it is if its slice does;
 * other named workloads take idle slices before they take one from somebody; what the target does not name stays if its
 * slice is not needed, or moves to one left over.
 */
final class Assignment {
    private final GpuUse from;
    private final Target target;
    private final Layout layout;
    private final Map<SlicePlacement, String> workloads = new HashMap<>();
    private final List<SlicePlacement> left;

    /** Slices the target wants at certain starts, whatever runs there. */
    private final List<SlicePlacement> unnamedOnly = new ArrayList<>();

    private Assignment(GpuUse from, Target target, Layout layout) {
        this.from = from;
        this.target = target;
        this.layout = layout;
        this.left = new ArrayList<>(layout.slices());
    }

    /** Returns the assignment, or empty if the layout breaks a pin or a wanted start. */
    static Optional<Assignment> of(GpuUse from, Target target, Layout layout) {
        Assignment assignment = new Assignment(from, target, layout);
        return assignment.place() ? Optional.of(assignment) : Optional.empty();
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

    private boolean place() {
        if (!keepPinned() || !placeAtStarts()) {
            return false;
        }
        keepNamed();
        if (!placeNamed()) {
            return false;
        }
        placeUnnamed();
        return true;
    }

    private boolean keepPinned() {
        for (SliceUse use : from.slices()) {
            if (use.pinned()) {
                Optional<Target.Slice> named = use.workload().flatMap(target::find);
                if (!layout.contains(use.slice())
                        || named.filter(wanted -> !wanted.isServedBy(use.slice()))
                                .isPresent()) {
                    return false;
                }
                left.remove(use.slice());
                use.workload().ifPresent(workload -> workloads.put(use.slice(), workload));
            }
        }
        return true;
    }

    /** Settles what the target puts at certain starts; there is no choice. */
    private boolean placeAtStarts() {
        for (Target.Slice wanted : target.slices()) {
            if (wanted.start().isPresent()) {
                Optional<SlicePlacement> slice =
                        layout.slices().stream().filter(wanted::isServedBy).findFirst();
                if (slice.isEmpty() || !settle(wanted.workload(), slice.get())) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean settle(Optional<String> workload, SlicePlacement slice) {
        String holder = workloads.get(slice);
        if (!left.contains(slice)) {
            boolean unnamed = holder == null || target.find(holder).isEmpty();
            return workload.isPresent() ? workload.get().equals(holder) : unnamed;
        }
        workload.ifPresentOrElse(named -> take(slice, named), () -> {
            left.remove(slice);
            unnamedOnly.add(slice);
        });
        return true;
    }

    /** Leaves named workloads where they are, if their slice serves them. */
    private void keepNamed() {
        for (SliceUse use : from.slices()) {
            Optional<Target.Slice> wanted = use.workload().flatMap(target::find);
            if (wanted.isPresent()
                    && !workloads.containsValue(use.workload().orElseThrow())
                    && wanted.get().isServedBy(use.slice())
                    && left.contains(use.slice())) {
                take(use.slice(), use.workload().orElseThrow());
            }
        }
    }

    /** Moves the other named workloads, onto slices that nobody would keep if there are such. */
    private boolean placeNamed() {
        for (Target.Slice wanted : target.slices()) {
            String workload = wanted.workload().orElse(null);
            if (workload != null && !workloads.containsValue(workload)) {
                Optional<SlicePlacement> slice =
                        left.stream().filter(wanted::isServedBy).min(Comparator.comparing(this::isKeptByUnnamed));
                if (slice.isEmpty()) {
                    return false;
                }
                take(slice.get(), workload);
            }
        }
        return true;
    }

    private boolean isKeptByUnnamed(SlicePlacement slice) {
        return from.workload(slice).filter(w -> target.find(w).isEmpty()).isPresent();
    }

    private void placeUnnamed() {
        List<SliceUse> unnamed = from.slices().stream()
                .filter(use -> !use.pinned() && isKeptByUnnamed(use.slice()))
                .toList();
        List<SliceUse> homeless = new ArrayList<>();
        for (SliceUse use : unnamed) {
            if (left.contains(use.slice()) || unnamedOnly.contains(use.slice())) {
                take(use.slice(), use.workload().orElseThrow());
            } else {
                homeless.add(use);
            }
        }
        for (SliceUse use : homeless) {
            Stream.concat(left.stream(), unnamedOnly.stream())
                    .filter(slice -> slice.profile().equals(use.slice().profile()))
                    .findFirst()
                    .ifPresent(slice -> take(slice, use.workload().orElseThrow()));
        }
    }

    private void take(SlicePlacement slice, String workload) {
        left.remove(slice);
        unnamedOnly.remove(slice);
        workloads.put(slice, workload);
    }
}
