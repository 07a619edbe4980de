package io.telcofactory.gpu.geometry;

import io.telcofactory.gpu.catalogue.MigProfile;
import java.util.Objects;

/**
 * A slice at its place on the axis, printed {@code 3g.40gb@4}.
 *
 * @param profile the profile
 * @param start the first memory unit, one of the profile's starts
 * @since 0.1
 */
public record SlicePlacement(MigProfile profile, int start) {

    /**
     * Checks the start.
     *
     * @throws IllegalArgumentException if slices of this profile can't start there
     */
    public SlicePlacement {
        Objects.requireNonNull(profile, "profile");
        if (!profile.starts().contains(start)) {
            throw new IllegalArgumentException(
                    profile + " can't start at unit " + start + ", only at " + profile.starts());
        }
    }

    /**
     * Returns the unit behind the slice.
     *
     * @return start plus size
     */
    public int end() {
        return start + profile.size();
    }

    /**
     * Tells whether two slices share a unit.
     *
     * @param other another slice of the same GPU
     * @return true if they can't exist together
     */
    public boolean overlaps(SlicePlacement other) {
        return start < other.end() && other.start < end();
    }

    /** Returns profile and start. */
    @Override
    public String toString() {
        return profile + "@" + start;
    }
}
