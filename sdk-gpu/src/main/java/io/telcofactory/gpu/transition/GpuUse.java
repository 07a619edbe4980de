package io.telcofactory.gpu.transition;

import io.telcofactory.gpu.geometry.Layout;
import io.telcofactory.gpu.geometry.MigGeometry;
import io.telcofactory.gpu.geometry.SlicePlacement;
import io.telcofactory.gpu.internal.Errors;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One GPU: the slices it has, and what runs on them.
 *
 * @since 0.1
 */
public final class GpuUse {
    private final Layout layout;
    private final List<SliceUse> slices;

    private GpuUse(Layout layout, List<SliceUse> slices) {
        this.layout = layout;
        this.slices = slices;
    }

    /**
     * Makes the use of a GPU.
     *
     * @param geometry the kind of GPU
     * @param slices its slices
     * @return the use
     * @throws io.telcofactory.api.error.InvalidRequestException if two slices exclude each other, or one workload runs on two
     */
    public static GpuUse of(MigGeometry geometry, List<SliceUse> slices) {
        Layout layout = geometry.layout(slices.stream().map(SliceUse::slice).toList());
        Set<String> seen = new HashSet<>();
        for (SliceUse use : slices) {
            if (use.workload().isPresent() && !seen.add(use.workload().get())) {
                throw Errors.invalid(
                        "gpu use",
                        use.workload().get(),
                        "the workload %s runs on two slices; give each replica its own name",
                        use.workload().get());
            }
        }
        return new GpuUse(
                layout,
                slices.stream()
                        .sorted(Comparator.comparingInt(use -> use.slice().start()))
                        .toList());
    }

    /**
     * Makes the use of a GPU.
     *
     * @param geometry the kind of GPU
     * @param slices its slices
     * @return the use
     * @throws io.telcofactory.api.error.InvalidRequestException if two slices exclude each other, or one workload runs on two
     */
    public static GpuUse of(MigGeometry geometry, SliceUse... slices) {
        return of(geometry, List.of(slices));
    }

    /**
     * Returns the slices without what runs on them.
     *
     * @return the layout
     */
    public Layout layout() {
        return layout;
    }

    /**
     * Returns the slices.
     *
     * @return by ascending start
     */
    public List<SliceUse> slices() {
        return slices;
    }

    /**
     * Returns what runs on a slice.
     *
     * @param slice the slice
     * @return the workload, or empty if the slice is idle or does not exist
     */
    public Optional<String> workload(SlicePlacement slice) {
        return find(slice).flatMap(SliceUse::workload);
    }

    /**
     * Finds a slice.
     *
     * @param slice its profile and start
     * @return the slice and its use, or empty if it does not exist
     */
    public Optional<SliceUse> find(SlicePlacement slice) {
        return slices.stream().filter(use -> use.slice().equals(slice)).findFirst();
    }

    /**
     * Draws the axis as text, with the workload in each slice.
     *
     * @return one line
     */
    public String draw() {
        return layout.draw(slice -> workload(slice).map(w -> w + " ").orElse("") + slice.profile());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GpuUse use && use.layout.equals(layout) && use.slices.equals(slices);
    }

    @Override
    public int hashCode() {
        return slices.hashCode();
    }

    /** Returns the slices by start. */
    @Override
    public String toString() {
        return slices.toString();
    }
}
