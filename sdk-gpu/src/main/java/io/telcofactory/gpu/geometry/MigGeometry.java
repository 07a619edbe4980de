package io.telcofactory.gpu.geometry;

import io.telcofactory.gpu.catalogue.GpuBoard;
import io.telcofactory.gpu.catalogue.MigProfile;
import io.telcofactory.gpu.catalogue.ProfileName;
import io.telcofactory.gpu.internal.Errors;
import io.telcofactory.gpu.internal.StateTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The rules by which one kind of board can be cut: which slices may exist together, and where.
 *
 * <p>Two rules are all there is. No two slices share a memory unit, and no engine is handed out more often than the board
 * has it. That the compute slices suffice follows from the starts each profile is allowed.
 *
 * <p><i>Threads</i>: immutable.
 *
 * <p><i>Source</i>: NVML, {@code nvmlGpuInstancePlacement_t} and {@code nvmlDeviceGetGpuInstancePossiblePlacements}.
 *
 * @since 0.1
 */
public final class MigGeometry {
    private final GpuBoard board;
    private final int axisUnits;
    private final Slots slots;

    private MigGeometry(GpuBoard board) {
        StateTable table = StateTable.of(board);
        this.board = board;
        this.axisUnits = table.axisUnits();
        this.slots = new Slots(table);
    }

    /**
     * Returns the geometry of a board.
     *
     * @param board the board
     * @return its geometry
     * @throws io.telcofactory.api.error.UnsupportedFeatureException if the board has no MIG, its placements are not known,
     *     or it can be cut in too many ways
     */
    public static MigGeometry of(GpuBoard board) {
        if (!board.supportsMig()) {
            throw Errors.unsupported("geometry", board.name(), "%s has no MIG: claim it whole", board);
        }
        if (board.axisUnits().isEmpty()
                || board.profiles().stream().anyMatch(p -> p.starts().isEmpty())) {
            throw Errors.unsupported(
                    "geometry",
                    board.name(),
                    "where the slices of %s start is not known; read it from a node that holds one: Catalogue.withLive with"
                            + " the output of nvidia-smi mig -lgip and -lgipp",
                    board);
        }
        if (board.profiles().stream().mapToInt(p -> p.starts().size()).sum() > Long.SIZE) {
            throw Errors.unsupported("geometry", board.name(), "%s has more than %d placements", board, Long.SIZE);
        }
        return new MigGeometry(board);
    }

    /**
     * Returns a geometry that offers fewer profiles.
     *
     * @param offered tells which profiles stay
     * @return the smaller geometry
     */
    public MigGeometry restrictedTo(Predicate<MigProfile> offered) {
        return of(board.toBuilder()
                .profiles(board.profiles().stream().filter(offered).toList())
                .build());
    }

    /**
     * Returns the board.
     *
     * @return the board
     */
    public GpuBoard board() {
        return board;
    }

    /**
     * Returns the length of the placement axis.
     *
     * @return memory units
     */
    public int axisUnits() {
        return axisUnits;
    }

    /**
     * Returns every slice that can exist alone.
     *
     * @return profile by profile, by ascending start
     */
    public List<SlicePlacement> placements() {
        return slots.placements();
    }

    /**
     * Returns the layout without slices.
     *
     * @return the empty layout
     */
    public Layout empty() {
        return new Layout(this, 0);
    }

    /**
     * Returns a slice by its printed form.
     *
     * @param text profile and start, for example {@code 3g.40gb@4} or, for the profile with the least memory, {@code 3g@4}
     * @return the slice
     * @throws io.telcofactory.api.error.InvalidRequestException if the board does not offer it, or not there
     */
    public SlicePlacement placement(String text) {
        int at = text.indexOf('@');
        if (at < 1 || !text.substring(at + 1).matches("\\d{1,2}")) {
            throw Errors.invalid(
                    "placement",
                    board.name(),
                    "'%s' is not a placement: expected PROFILE@START, for example 3g.40gb@4",
                    text);
        }
        MigProfile profile = board.profile(text.substring(0, at));
        int start = Integer.parseInt(text.substring(at + 1));
        if (!profile.starts().contains(start)) {
            throw Errors.invalid(
                    "placement",
                    board.name(),
                    "%s can't start at unit %d of %s, only at %s",
                    profile,
                    start,
                    board,
                    profile.starts());
        }
        return new SlicePlacement(profile, start);
    }

    /**
     * Makes a layout of slices in their printed form.
     *
     * @param slices for example {@code 4g.40gb@0} and {@code 3g.40gb@4}
     * @return the layout
     * @throws io.telcofactory.api.error.InvalidRequestException if a slice is not offered, or two exclude each other
     */
    public Layout layout(String... slices) {
        Layout layout = empty();
        for (String slice : slices) {
            layout = layout.with(placement(slice));
        }
        return layout;
    }

    /**
     * Makes a layout of slices.
     *
     * @param slices the slices
     * @return the layout
     * @throws io.telcofactory.api.error.InvalidRequestException if two exclude each other
     */
    public Layout layout(Collection<SlicePlacement> slices) {
        Layout layout = empty();
        for (SlicePlacement slice : slices) {
            layout = layout.with(slice);
        }
        return layout;
    }

    /**
     * Returns every layout, the empty one included. The 8-unit boards have 298 of the five plain profiles and 723 with the
     * 1g slice of double memory.
     *
     * @return all layouts, each once
     */
    public List<Layout> layouts() {
        List<Layout> all = new ArrayList<>();
        slots.enumerate(bits -> all.add(new Layout(this, bits)));
        return all;
    }

    /**
     * Returns every layout to which no slice can be added. The 8-unit boards have 19 of the five plain profiles, the
     * number commonly cited.
     *
     * @return the full layouts, each once
     */
    public List<Layout> maximalLayouts() {
        return layouts().stream().filter(Layout::isMaximal).toList();
    }

    /**
     * Finds a layout that holds the wanted slices beside those that exist.
     *
     * @param existing slices that stay where they are
     * @param wanted profiles to add, a name once for each slice
     * @return the layout, or empty if there is none; the search is exhaustive
     * @throws io.telcofactory.api.error.InvalidRequestException if the board does not offer a profile
     */
    public Optional<Layout> findLayout(Layout existing, Collection<ProfileName> wanted) {
        List<MigProfile> largestFirst = wanted.stream()
                .map(name -> board.profile(name.toString()))
                .sorted(Comparator.comparingInt(MigProfile::size)
                        .thenComparingInt(MigProfile::computeSlices)
                        .reversed()
                        .thenComparing(MigProfile::name))
                .toList();
        return Optional.ofNullable(slots.extend(existing.bits(), largestFirst)).map(bits -> new Layout(this, bits));
    }

    Slots slots() {
        return slots;
    }

    /** Returns the bit of a slice of this board. */
    long bit(SlicePlacement slice) {
        long bit = slots.bit(slice);
        if (bit == 0) {
            throw Errors.invalid(
                    "placement",
                    board.name(),
                    "%s is a slice of another board; %s offers %s",
                    slice,
                    board,
                    placements());
        }
        return bit;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MigGeometry geometry && geometry.board.equals(board);
    }

    @Override
    public int hashCode() {
        return board.hashCode();
    }

    /** Returns the board and the number of placements. */
    @Override
    public String toString() {
        return board + " with " + placements().size() + " placements on " + axisUnits + " units";
    }
}
