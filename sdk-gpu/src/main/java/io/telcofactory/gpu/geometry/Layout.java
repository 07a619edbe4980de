package io.telcofactory.gpu.geometry;

import io.telcofactory.gpu.catalogue.ProfileName;
import io.telcofactory.gpu.internal.Errors;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The slices that exist on one GPU, each at its place. A layout that can't be built can't be made.
 *
 * <p><i>Threads</i>: immutable.
 *
 * @since 0.1
 */
public final class Layout {
    /** The order in which drivers take slices without refusing one they could hold: see NVIDIA MIG User Guide, notes. */
    private static final Comparator<SlicePlacement> LARGEST_FIRST = Comparator.comparingInt(
                    (SlicePlacement slice) -> slice.profile().size())
            .thenComparingInt(slice -> slice.profile().computeSlices())
            .reversed()
            .thenComparingInt(SlicePlacement::start);

    private final MigGeometry geometry;
    private final long bits;

    Layout(MigGeometry geometry, long bits) {
        this.geometry = geometry;
        this.bits = bits;
    }

    /**
     * Returns the geometry that rules this layout.
     *
     * @return the geometry
     */
    public MigGeometry geometry() {
        return geometry;
    }

    /**
     * Returns the slices.
     *
     * @return by ascending start
     */
    public List<SlicePlacement> slices() {
        return geometry.slots().slices(bits);
    }

    /**
     * Returns the slices in the order in which to create them.
     *
     * @return the largest first, because some drivers refuse a large slice that comes after small ones
     */
    public List<SlicePlacement> creationOrder() {
        return slices().stream().sorted(LARGEST_FIRST).toList();
    }

    /**
     * Counts the slices of each profile.
     *
     * @return profile to count, smallest profile first
     */
    public SortedMap<ProfileName, Integer> counts() {
        SortedMap<ProfileName, Integer> counts = new TreeMap<>();
        slices().forEach(slice -> counts.merge(slice.profile().name(), 1, Integer::sum));
        return counts;
    }

    /**
     * Tells whether no slice exists.
     *
     * @return true for the empty GPU
     */
    public boolean isEmpty() {
        return bits == 0;
    }

    /**
     * Tells whether a slice exists at its place.
     *
     * @param slice the slice
     * @return true if it is part of the layout
     */
    public boolean contains(SlicePlacement slice) {
        return (bits & geometry.bit(slice)) != 0;
    }

    /**
     * Tells whether no slice can be added.
     *
     * @return true if the GPU is full for every profile of the geometry
     */
    public boolean isMaximal() {
        return geometry.slots().isMaximal(bits);
    }

    /**
     * Counts the memory units no slice covers.
     *
     * @return 0 up to the length of the axis
     */
    public int freeUnits() {
        return geometry.axisUnits() - Integer.bitCount(geometry.slots().occupancy(bits));
    }

    /**
     * Tells what keeps a slice from being added.
     *
     * @param slice the slice
     * @return the reason in words, or empty if it fits
     */
    public Optional<String> obstacleTo(SlicePlacement slice) {
        long bit = geometry.bit(slice);
        return (bits & bit) != 0
                ? Optional.of("it exists already")
                : geometry.slots().obstacle(bits, slice);
    }

    /**
     * Returns this layout with one more slice.
     *
     * @param slice the slice
     * @return the larger layout
     * @throws io.telcofactory.api.error.InvalidRequestException if the slice does not fit; the message says why
     */
    public Layout with(SlicePlacement slice) {
        obstacleTo(slice).ifPresent(reason -> {
            throw Errors.invalid(
                    "layout",
                    geometry.board().name(),
                    "%s does not fit on this %s: %s",
                    slice,
                    geometry.board(),
                    reason);
        });
        return new Layout(geometry, bits | geometry.bit(slice));
    }

    /**
     * Returns this layout with one slice less.
     *
     * @param slice a slice of this layout
     * @return the smaller layout
     * @throws IllegalArgumentException if the slice is not part of the layout
     */
    public Layout without(SlicePlacement slice) {
        if (!contains(slice)) {
            throw new IllegalArgumentException(slice + " is not part of " + this);
        }
        return new Layout(geometry, bits & ~geometry.bit(slice));
    }

    /**
     * Draws the axis as text, one box per slice, dots for free units.
     *
     * @return one line, for example {@code |4g.48gb        |1g.12gb|......|}
     */
    public String draw() {
        return draw(slice -> slice.profile().toString());
    }

    /**
     * Draws the axis as text with a label in each slice, cut to its width.
     *
     * @param label gives the text for a slice
     * @return one line, to scale
     */
    public String draw(Function<SlicePlacement, String> label) {
        return LayoutDrawing.draw(this, label);
    }

    long bits() {
        return bits;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Layout layout && layout.bits == bits && layout.geometry.equals(geometry);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(bits);
    }

    /** Returns the slices by start, for example {@code [4g.40gb@0, 3g.40gb@4]}. */
    @Override
    public String toString() {
        return slices().stream().map(SlicePlacement::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}
