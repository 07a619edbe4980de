package io.telcofactory.gpu.transition;

import io.telcofactory.gpu.geometry.Layout;
import io.telcofactory.gpu.geometry.SlicePlacement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Orders the steps of a transition so that each is possible when its turn comes and a workload that moves is down for a
 * short time: slices are made first where there is room, and removed only when another needs the place.
 */
final class StepOrder {
    private final GpuUse to;
    private final List<Step> steps = new ArrayList<>();
    private final Map<SlicePlacement, String> running = new HashMap<>();
    private final List<SlicePlacement> doomed;
    private Layout layout;

    StepOrder(GpuUse from, GpuUse to) {
        this.to = to;
        this.layout = from.layout();
        from.slices().forEach(use -> use.workload().ifPresent(workload -> running.put(use.slice(), workload)));
        this.doomed = new ArrayList<>(from.layout().creationOrder().stream()
                .filter(slice -> !to.layout().contains(slice))
                .toList());
    }

    List<Step> steps() {
        Layout before = layout;
        List<SlicePlacement> missing = new ArrayList<>(to.layout().creationOrder().stream()
                .filter(slice -> !before.contains(slice))
                .toList());
        createWhatFits(missing);
        before.slices().stream().filter(to.layout()::contains).forEach(this::settle);
        while (!missing.isEmpty()) {
            makeRoom(missing.get(0));
            createWhatFits(missing);
        }
        while (!doomed.isEmpty()) {
            destroy(doomed.get(0));
        }
        return steps;
    }

    private void createWhatFits(List<SlicePlacement> missing) {
        for (SlicePlacement slice : List.copyOf(missing)) {
            if (layout.obstacleTo(slice).isEmpty()) {
                steps.add(new Step.Create(slice));
                layout = layout.with(slice);
                missing.remove(slice);
                settle(slice);
            }
        }
    }

    private void makeRoom(SlicePlacement wanted) {
        // what moves on stops last, so that it is away for the shortest time
        List<SlicePlacement> inTheWay = doomed.stream()
                .filter(slice -> slice.overlaps(wanted))
                .sorted(Comparator.comparing(this::movesOn))
                .toList();
        // nothing overlaps, so it is an engine that lacks: whoever goes anyway may hold it
        (inTheWay.isEmpty() ? List.of(doomed.get(0)) : inTheWay).forEach(this::destroy);
    }

    private boolean movesOn(SlicePlacement slice) {
        String workload = running.get(slice);
        return workload != null
                && to.slices().stream().anyMatch(use -> use.workload().equals(Optional.of(workload)));
    }

    private void destroy(SlicePlacement slice) {
        drain(slice);
        steps.add(new Step.Destroy(slice));
        layout = layout.without(slice);
        doomed.remove(slice);
    }

    /** Brings onto a slice what shall run there. */
    private void settle(SlicePlacement slice) {
        String wanted = to.workload(slice).orElse(null);
        if (wanted == null ? running.containsKey(slice) : !wanted.equals(running.get(slice))) {
            drain(slice);
            if (wanted != null) {
                running.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(wanted))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .ifPresent(this::drain);
                steps.add(new Step.Start(slice, wanted));
                running.put(slice, wanted);
            }
        }
    }

    private void drain(SlicePlacement slice) {
        String workload = running.remove(slice);
        if (workload != null) {
            steps.add(new Step.Drain(slice, workload));
        }
    }
}
