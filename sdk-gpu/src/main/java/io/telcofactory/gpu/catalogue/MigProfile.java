package io.telcofactory.gpu.catalogue;

import io.telcofactory.api.internal.ValueStyle;
import io.telcofactory.gpu.internal.Errors;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * A profile of one board: what a slice of it owns and where on the board it may start.
 *
 * <p><i>Units</i>: starts and size count memory units of the board's placement axis, memory is GiB as a program sees it.
 *
 * <p><i>Threads</i>: immutable.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public abstract sealed class MigProfile permits ImmutableMigProfile {
    MigProfile() {}

    /**
     * Returns the name.
     *
     * @return for example {@code 3g.40gb}
     */
    public abstract ProfileName name();

    /**
     * Returns the number by which {@code nvidia-smi} knows the profile.
     *
     * @return the id, or empty when no listing told it
     */
    public abstract Optional<ProfileId> id();

    /**
     * Returns how many slices of this profile one GPU holds at most.
     *
     * @return at least 1, which it is unless set
     */
    @Value.Default
    public int maxInstances() {
        return 1;
    }

    /**
     * Returns the memory a program in the slice can use.
     *
     * @return GiB, above 0; empty when no listing told it
     */
    public abstract OptionalDouble memoryGib();

    /**
     * Returns the compute slices.
     *
     * @return the {@code G} of the name
     */
    public int computeSlices() {
        return name().gpuSlices();
    }

    /**
     * Returns the units at which a slice may start.
     *
     * @return ascending; empty when no listing told the placements
     */
    public abstract List<Integer> starts();

    /**
     * Returns the memory units a slice covers from its start on.
     *
     * @return at least 1, or 0 when no listing told the placements
     */
    @Value.Default
    public int size() {
        return 0;
    }

    /**
     * Returns the streaming multiprocessors of the slice.
     *
     * @return the count, or empty when no listing told it
     */
    public abstract OptionalInt streamingMultiprocessors();

    /**
     * Returns the engines a slice owns.
     *
     * @return the engines, unknown kinds left out
     */
    @Value.Default
    public Engines engines() {
        return Engines.unknown();
    }

    /**
     * Starts a profile.
     *
     * @param name its name, that of a GPU instance
     * @return a builder
     */
    public static Builder builder(ProfileName name) {
        return new Builder().name(name);
    }

    /**
     * Starts a profile from this one.
     *
     * @return a builder with these values
     */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    /**
     * Checks the numbers.
     *
     * @throws io.telcofactory.api.error.InvalidRequestException if one is out of range, or the name is that of a compute
     *     instance
     */
    @Value.Check
    void check() {
        require(
                name().computeSlices().isEmpty(),
                "names a compute instance; a board offers GPU instances such as " + name().gpuInstance());
        require(maxInstances() >= 1, "maxInstances is at least 1, not " + maxInstances());
        require(
                memoryGib().orElse(1) > 0,
                "memory is above 0 GiB, not " + memoryGib().orElse(0));
        boolean none = starts().isEmpty() && size() == 0;
        boolean placed = !starts().isEmpty() && size() >= 1 && starts().get(0) >= 0;
        require(
                none || placed,
                "placements need starts from 0 on and a size of at least 1, not " + starts() + ":" + size());
    }

    private void require(boolean ok, String rule) {
        if (!ok) {
            throw Errors.invalid("profile", name().toString(), "%s: %s", name(), rule);
        }
    }

    /** Returns the name of the profile. */
    @Override
    public String toString() {
        return name().toString();
    }

    /** Collects the attributes of a profile. */
    public static final class Builder extends ImmutableMigProfile.Builder {
        Builder() {}

        /**
         * Sets the number {@code nvidia-smi} prints.
         *
         * @param id the number
         * @return this builder
         */
        public Builder id(int id) {
            return id(new ProfileId(id));
        }

        /**
         * Sets where slices may be.
         *
         * @param starts the units at which a slice may start, in any order
         * @param size the units a slice covers
         * @return this builder
         */
        public Builder placements(List<Integer> starts, int size) {
            return starts(starts.stream().sorted().distinct().toList()).size(size);
        }
    }
}
