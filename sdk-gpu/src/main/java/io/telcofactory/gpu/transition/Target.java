package io.telcofactory.gpu.transition;

import io.telcofactory.gpu.catalogue.GpuBoard;
import io.telcofactory.gpu.catalogue.ProfileName;
import io.telcofactory.gpu.geometry.SlicePlacement;
import io.telcofactory.gpu.internal.Errors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What a GPU shall hold: its slices, some with what shall run on them, some with where they shall start. The planner
 * chooses what is left open so that the least is disturbed.
 *
 * @since 0.1
 */
public final class Target {
    private final List<Slice> slices;

    private Target(List<Slice> slices) {
        this.slices = slices;
    }

    /**
     * A slice that shall exist.
     *
     * @param profile its profile
     * @param workload what shall run on it; empty to keep what runs there, or have the slice idle
     * @param start where it shall start; empty for anywhere
     */
    public record Slice(ProfileName profile, Optional<String> workload, OptionalInt start) {

        boolean isServedBy(SlicePlacement slice) {
            return slice.profile().name().equals(profile) && (start.isEmpty() || start.getAsInt() == slice.start());
        }

        /** Returns the slice in words, for example {@code 3g.48gb@4 for chat}. */
        @Override
        public String toString() {
            return profile
                    + (start.isPresent() ? "@" + start.getAsInt() : "")
                    + workload.map(w -> " for " + w).orElse("");
        }
    }

    /**
     * Starts a target.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the target of a GPU that is as it should be.
     *
     * @param use slices and workloads
     * @return a target that leaves nothing open
     */
    public static Target exactly(GpuUse use) {
        Builder builder = builder();
        use.slices()
                .forEach(s -> builder.slices.add(new Slice(
                        s.slice().profile().name(),
                        s.workload(),
                        OptionalInt.of(s.slice().start()))));
        return builder.build();
    }

    /**
     * Returns the slices.
     *
     * @return in the order given
     */
    public List<Slice> slices() {
        return slices;
    }

    /** Returns the target in the names of a board. */
    Target on(GpuBoard board) {
        return new Target(slices.stream()
                .map(slice ->
                        new Slice(board.profile(slice.profile().toString()).name(), slice.workload(), slice.start()))
                .toList());
    }

    /** Finds what the target says of a workload. */
    Optional<Slice> find(String workload) {
        return slices.stream()
                .filter(slice -> slice.workload().filter(workload::equals).isPresent())
                .findFirst();
    }

    Map<ProfileName, Integer> counts() {
        Map<ProfileName, Integer> counts = new TreeMap<>();
        slices.forEach(slice -> counts.merge(slice.profile(), 1, Integer::sum));
        return counts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Target target && target.slices.equals(slices);
    }

    @Override
    public int hashCode() {
        return slices.hashCode();
    }

    /** Returns the slices. */
    @Override
    public String toString() {
        return slices.toString();
    }

    /** Collects the slices of a {@link Target}. */
    public static final class Builder {
        private final List<Slice> slices = new ArrayList<>();

        private Builder() {}

        /**
         * Asks for a slice, whatever runs on it.
         *
         * @param profile for example {@code 1g.12gb}
         * @return this builder
         */
        public Builder slice(String profile) {
            slices.add(new Slice(ProfileName.parse(profile), Optional.empty(), OptionalInt.empty()));
            return this;
        }

        /**
         * Asks for a slice at a certain place, whatever runs on it.
         *
         * @param profile for example {@code 1g.12gb}
         * @param start the first memory unit
         * @return this builder
         */
        public Builder slice(String profile, int start) {
            slices.add(new Slice(ProfileName.parse(profile), Optional.empty(), OptionalInt.of(start)));
            return this;
        }

        /**
         * Asks for a slice for a workload.
         *
         * @param profile for example {@code 3g.48gb}
         * @param workload what shall run on it
         * @return this builder
         */
        public Builder slice(String profile, String workload) {
            slices.add(new Slice(ProfileName.parse(profile), Optional.of(workload), OptionalInt.empty()));
            return this;
        }

        /**
         * Asks for a slice for a workload at a certain place.
         *
         * @param profile for example {@code 4g.48gb}
         * @param start the first memory unit
         * @param workload what shall run on it
         * @return this builder
         */
        public Builder slice(String profile, int start, String workload) {
            slices.add(new Slice(ProfileName.parse(profile), Optional.of(workload), OptionalInt.of(start)));
            return this;
        }

        /**
         * Makes the target.
         *
         * @return the target
         * @throws io.telcofactory.api.error.InvalidRequestException if two slices are for the same workload, or shall start
         *     at the same unit
         */
        public Target build() {
            requireDistinct(
                    slices.stream().flatMap(s -> s.workload().stream()).toList(), "two slices are for the workload %s");
            requireDistinct(
                    slices.stream()
                            .flatMapToInt(s -> s.start().stream())
                            .boxed()
                            .toList(),
                    "two slices shall start at unit %s");
            return new Target(List.copyOf(slices));
        }

        private static void requireDistinct(List<?> values, String message) {
            for (Object value : values) {
                if (values.indexOf(value) != values.lastIndexOf(value)) {
                    throw Errors.invalid("target", value.toString(), message, value);
                }
            }
        }
    }
}
