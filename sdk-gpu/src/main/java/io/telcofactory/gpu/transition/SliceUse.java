package io.telcofactory.gpu.transition;

import io.telcofactory.gpu.geometry.SlicePlacement;
import java.util.Optional;

/**
 * A slice that exists, and what runs on it.
 *
 * @param slice the slice at its place
 * @param workload what runs on it, or empty if it is idle
 * @param pinned whether it must be left alone: a radio that serves a cell
 * @since 0.1
 */
public record SliceUse(SlicePlacement slice, Optional<String> workload, boolean pinned) {

    /**
     * Returns a slice on which nothing runs.
     *
     * @param slice the slice
     * @return the slice, idle
     */
    public static SliceUse idle(SlicePlacement slice) {
        return new SliceUse(slice, Optional.empty(), false);
    }

    /**
     * Returns a slice on which something runs.
     *
     * @param slice the slice
     * @param workload what runs on it
     * @return the slice, occupied
     */
    public static SliceUse of(SlicePlacement slice, String workload) {
        return new SliceUse(slice, Optional.of(workload), false);
    }

    /**
     * Returns a slice that no transition may touch.
     *
     * @param slice the slice
     * @param workload what runs on it
     * @return the slice, occupied and pinned
     */
    public static SliceUse pinned(SlicePlacement slice, String workload) {
        return new SliceUse(slice, Optional.of(workload), true);
    }

    /** Returns slice and workload, for example {@code 4g.48gb@0 radio (pinned)}. */
    @Override
    public String toString() {
        return slice + workload.map(w -> " " + w).orElse(" idle") + (pinned ? " (pinned)" : "");
    }
}
