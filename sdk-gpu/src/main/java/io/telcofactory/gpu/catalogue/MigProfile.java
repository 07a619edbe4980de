package io.telcofactory.gpu.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A profile of one board: what a slice of it owns and where on the board it may start.
 *
 * <p><i>Units</i>: starts and size count memory units of the board's placement axis, memory is GiB as a program sees it.
 *
 * @since 0.1
 */
public final class MigProfile {
    private final ProfileName name;
    private final @Nullable ProfileId id;
    private final int maxInstances;
    private final @Nullable Double memoryGib;
    private final List<Integer> starts;
    private final int size;
    private final @Nullable Integer streamingMultiprocessors;
    private final Engines engines;

    private MigProfile(Builder builder) {
        this.name = builder.name;
        this.id = builder.id;
        this.memoryGib = builder.memoryGib;
        this.starts = builder.starts;
        this.size = builder.size;
        this.streamingMultiprocessors = builder.streamingMultiprocessors;
        this.engines = builder.engines;
        this.maxInstances = builder.maxInstances;
    }

    /**
     * Starts a profile.
     *
     * @param name its name, that of a GPU instance
     * @return a builder
     */
    public static Builder builder(ProfileName name) {
        return new Builder(name);
    }

    /**
     * Returns a builder that holds this profile's values.
     *
     * @return a builder
     */
    public Builder toBuilder() {
        Builder copy = new Builder(name);
        copy.id = id;
        copy.maxInstances = maxInstances;
        copy.memoryGib = memoryGib;
        copy.starts = starts;
        copy.size = size;
        copy.streamingMultiprocessors = streamingMultiprocessors;
        copy.engines = engines;
        return copy;
    }

    /**
     * Returns the name.
     *
     * @return for example {@code 3g.40gb}
     */
    public ProfileName name() {
        return name;
    }

    /**
     * Returns the number by which {@code nvidia-smi} knows the profile.
     *
     * @return the id, or empty when no listing told it
     */
    public Optional<ProfileId> id() {
        return Optional.ofNullable(id);
    }

    /**
     * Returns how many slices of this profile one GPU holds at most.
     *
     * @return at least 1
     */
    public int maxInstances() {
        return maxInstances;
    }

    /**
     * Returns the memory a program in the slice can use.
     *
     * @return GiB, or empty when no listing told it
     */
    public OptionalDouble memoryGib() {
        return memoryGib == null ? OptionalDouble.empty() : OptionalDouble.of(memoryGib);
    }

    /**
     * Returns the compute slices.
     *
     * @return the {@code G} of the name
     */
    public int computeSlices() {
        return name.gpuSlices();
    }

    /**
     * Returns the units at which a slice may start.
     *
     * @return ascending; empty when no listing told the placements
     */
    public List<Integer> starts() {
        return starts;
    }

    /**
     * Returns the memory units a slice covers from its start on.
     *
     * @return at least 1, or 0 when no listing told the placements
     */
    public int size() {
        return size;
    }

    /**
     * Returns the streaming multiprocessors of the slice.
     *
     * @return the count, or empty when no listing told it
     */
    public OptionalInt streamingMultiprocessors() {
        return streamingMultiprocessors == null ? OptionalInt.empty() : OptionalInt.of(streamingMultiprocessors);
    }

    /**
     * Returns the engines a slice owns.
     *
     * @return the engines, unknown kinds left out
     */
    public Engines engines() {
        return engines;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MigProfile that
                && name.equals(that.name)
                && Objects.equals(id, that.id)
                && maxInstances == that.maxInstances
                && Objects.equals(memoryGib, that.memoryGib)
                && starts.equals(that.starts)
                && size == that.size
                && Objects.equals(streamingMultiprocessors, that.streamingMultiprocessors)
                && engines.equals(that.engines);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, id, starts, size);
    }

    /** Returns the name of the profile. */
    @Override
    public String toString() {
        return name.toString();
    }

    /** Collects the values of a {@link MigProfile}. */
    public static final class Builder {
        private final ProfileName name;
        private @Nullable ProfileId id;
        private int maxInstances = 1;
        private @Nullable Double memoryGib;
        private List<Integer> starts = List.of();
        private int size;
        private @Nullable Integer streamingMultiprocessors;
        private Engines engines = Engines.unknown();

        private Builder(ProfileName name) {
            if (name.computeSlices().isPresent()) {
                throw new IllegalArgumentException(
                        name + " names a compute instance; a board offers GPU instances such as " + name.gpuInstance());
            }
            this.name = name;
        }

        /**
         * Sets the number {@code nvidia-smi} prints.
         *
         * @param id the number
         * @return this builder
         */
        public Builder id(int id) {
            this.id = new ProfileId(id);
            return this;
        }

        /**
         * Sets how many slices of this profile one GPU holds.
         *
         * @param maxInstances at least 1
         * @return this builder
         */
        public Builder maxInstances(int maxInstances) {
            if (maxInstances < 1) {
                throw new IllegalArgumentException(name + ": maxInstances is at least 1, not " + maxInstances);
            }
            this.maxInstances = maxInstances;
            return this;
        }

        /**
         * Sets the usable memory.
         *
         * @param gib GiB, above 0
         * @return this builder
         */
        public Builder memoryGib(double gib) {
            if (!(gib > 0)) {
                throw new IllegalArgumentException(name + ": memory is above 0 GiB, not " + gib);
            }
            this.memoryGib = gib;
            return this;
        }

        /**
         * Sets where slices may be.
         *
         * @param starts the units at which a slice may start
         * @param size the units a slice covers
         * @return this builder
         */
        public Builder placements(List<Integer> starts, int size) {
            if (size < 1 || starts.isEmpty() || starts.stream().anyMatch(s -> s < 0)) {
                throw new IllegalArgumentException(name
                        + ": placements need starts from 0 on and a size of at least 1, not " + starts + ":" + size);
            }
            this.starts = starts.stream().sorted().distinct().toList();
            this.size = size;
            return this;
        }

        /**
         * Sets the streaming multiprocessors of a slice.
         *
         * @param count at least 1
         * @return this builder
         */
        public Builder streamingMultiprocessors(int count) {
            this.streamingMultiprocessors = count;
            return this;
        }

        /**
         * Sets the engines a slice owns.
         *
         * @param engines the engines
         * @return this builder
         */
        public Builder engines(Engines engines) {
            this.engines = engines;
            return this;
        }

        /**
         * Makes the profile.
         *
         * @return the profile
         */
        public MigProfile build() {
            return new MigProfile(this);
        }
    }
}
