package io.telcofactory.gpu.catalogue;

import io.telcofactory.gpu.internal.Errors;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A kind of GPU: its memory, its placement axis and the MIG profiles it offers.
 *
 * <p><i>Shape</i>: a board without profiles has no MIG; a board whose profiles have no placements is known by name only,
 * and needs the listing of a live node before slices can be placed on it.
 *
 * @since 0.1
 */
public final class GpuBoard {
    private final String name;
    private final String architecture;
    private final int memoryGb;
    private final MemoryKind memoryKind;
    private final Evidence evidence;
    private final @Nullable Integer axisUnits;
    private final @Nullable Integer streamingMultiprocessors;
    private final @Nullable Integer minimumDriver;
    private final List<String> pciDeviceIds;
    private final List<String> aliases;
    private final List<String> vgpuBoards;
    private final List<String> notes;
    private final List<MigProfile> profiles;

    private GpuBoard(Builder builder) {
        this.name = builder.name;
        this.architecture = builder.architecture;
        this.memoryGb = builder.memoryGb;
        this.memoryKind = builder.memoryKind;
        this.evidence = builder.evidence;
        this.axisUnits = builder.axisUnits;
        this.streamingMultiprocessors = builder.streamingMultiprocessors;
        this.minimumDriver = builder.minimumDriver;
        this.pciDeviceIds = builder.pciDeviceIds;
        this.aliases = builder.aliases;
        this.vgpuBoards = builder.vgpuBoards;
        this.notes = builder.notes;
        this.profiles = builder.profiles;
    }

    /**
     * Starts a board.
     *
     * @param name its name in the catalogue, for example {@code H100-SXM5-80GB}
     * @return a builder
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /**
     * Returns a builder that holds this board's values.
     *
     * @return a builder
     */
    public Builder toBuilder() {
        Builder copy = new Builder(name);
        copy.architecture = architecture;
        copy.memoryGb = memoryGb;
        copy.memoryKind = memoryKind;
        copy.evidence = evidence;
        copy.axisUnits = axisUnits;
        copy.streamingMultiprocessors = streamingMultiprocessors;
        copy.minimumDriver = minimumDriver;
        copy.pciDeviceIds = pciDeviceIds;
        copy.aliases = aliases;
        copy.vgpuBoards = vgpuBoards;
        copy.notes = notes;
        copy.profiles = profiles;
        return copy;
    }

    /**
     * Returns the name in the catalogue.
     *
     * @return for example {@code GH200-96GB}
     */
    public String name() {
        return name;
    }

    /**
     * Returns the architecture.
     *
     * @return for example {@code Hopper}; empty text when it is not known
     */
    public String architecture() {
        return architecture;
    }

    /**
     * Returns the memory the product is sold with.
     *
     * @return gigabytes; for unified memory the whole pool
     */
    public int memoryGb() {
        return memoryGb;
    }

    /**
     * Returns how the memory relates to that of the host.
     *
     * @return the kind
     */
    public MemoryKind memoryKind() {
        return memoryKind;
    }

    /**
     * Returns where the profiles come from.
     *
     * @return the evidence
     */
    public Evidence evidence() {
        return evidence;
    }

    /**
     * Returns the length of the placement axis.
     *
     * @return memory units: 8 on most boards, 4 on A30, 12 on RTX PRO 6000; empty when slices can't be placed
     */
    public OptionalInt axisUnits() {
        return axisUnits == null ? OptionalInt.empty() : OptionalInt.of(axisUnits);
    }

    /**
     * Returns the streaming multiprocessors of the whole board.
     *
     * @return the count, or empty when it is not known
     */
    public OptionalInt streamingMultiprocessors() {
        return streamingMultiprocessors == null ? OptionalInt.empty() : OptionalInt.of(streamingMultiprocessors);
    }

    /**
     * Returns the first driver branch with MIG on this board.
     *
     * @return for example 525 for R525, or empty
     */
    public OptionalInt minimumDriver() {
        return minimumDriver == null ? OptionalInt.empty() : OptionalInt.of(minimumDriver);
    }

    /**
     * Returns the PCI device ids of vendor {@code 10de}.
     *
     * @return four hexadecimal digits each, in lower case
     */
    public List<String> pciDeviceIds() {
        return pciDeviceIds;
    }

    /**
     * Returns other names of the board, such as the product name {@code nvidia-smi} prints.
     *
     * @return the names
     */
    public List<String> aliases() {
        return aliases;
    }

    /**
     * Returns the names by which vGPU types know the board.
     *
     * @return for example {@code H100XM}
     */
    public List<String> vgpuBoards() {
        return vgpuBoards;
    }

    /**
     * Returns what is worth knowing about the data of this board.
     *
     * @return sentences
     */
    public List<String> notes() {
        return notes;
    }

    /**
     * Returns the profiles.
     *
     * @return in the order of the listing; empty for a board without MIG
     */
    public List<MigProfile> profiles() {
        return profiles;
    }

    /**
     * Tells whether the board can be cut into slices at all.
     *
     * @return true if it offers profiles
     */
    public boolean supportsMig() {
        return !profiles.isEmpty();
    }

    /**
     * Finds a profile.
     *
     * @param profile its name
     * @return the profile, or empty if the board does not offer it
     */
    public Optional<MigProfile> findProfile(ProfileName profile) {
        ProfileName wanted = profile.gpuInstance();
        return profiles.stream().filter(p -> p.name().equals(wanted)).findFirst();
    }

    /**
     * Finds a profile by its number.
     *
     * @param id the number {@code nvidia-smi} prints
     * @return the profile, or empty if no profile of this board has that number
     */
    public Optional<MigProfile> findProfile(ProfileId id) {
        return profiles.stream().filter(p -> p.id().equals(Optional.of(id))).findFirst();
    }

    /**
     * Returns a profile.
     *
     * @param profile its full name ({@code 1g.12gb+me}), or the short form ({@code 1g}, {@code 1g+me}) that stands for the
     *     profile with so many slices, these attributes and the least memory
     * @return the profile
     * @throws io.telcofactory.api.error.InvalidRequestException if the board does not offer it; the message lists what it
     *     does
     */
    public MigProfile profile(String profile) {
        int g = profile.indexOf('g');
        boolean shortForm = g > 0 && (g == profile.length() - 1 || "+-".indexOf(profile.charAt(g + 1)) >= 0);
        if (!shortForm) {
            ProfileName name = ProfileName.parse(profile);
            return findProfile(name).orElseThrow(() -> notOffered(name.toString()));
        }
        ProfileName pattern = ProfileName.parse(profile.substring(0, g + 1) + ".0gb" + profile.substring(g + 1));
        return profiles.stream()
                .filter(p -> p.name().gpuSlices() == pattern.gpuSlices()
                        && p.name().attributes().equals(pattern.attributes()))
                .min((a, b) -> a.name().compareTo(b.name()))
                .orElseThrow(() -> notOffered(profile));
    }

    private RuntimeException notOffered(String profile) {
        if (!supportsMig()) {
            return Errors.invalid(
                    "profile",
                    name,
                    "%s has no MIG, so no slice %s: claim the whole GPU, or another board",
                    name,
                    profile);
        }
        return Errors.invalid(
                "profile",
                name,
                "%s does not offer the profile %s; it offers %s",
                name,
                profile,
                profiles.stream().map(MigProfile::toString).collect(Collectors.joining(", ")));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GpuBoard that
                && name.equals(that.name)
                && memoryGb == that.memoryGb
                && evidence == that.evidence
                && memoryKind == that.memoryKind
                && Objects.equals(axisUnits, that.axisUnits)
                && pciDeviceIds.equals(that.pciDeviceIds)
                && aliases.equals(that.aliases)
                && vgpuBoards.equals(that.vgpuBoards)
                && profiles.equals(that.profiles);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, evidence, profiles);
    }

    /** Returns the name in the catalogue. */
    @Override
    public String toString() {
        return name;
    }

    /** Collects the values of a {@link GpuBoard}. */
    public static final class Builder {
        private final String name;
        private String architecture = "";
        private int memoryGb;
        private MemoryKind memoryKind = MemoryKind.DISCRETE;
        private Evidence evidence = Evidence.DECLARED;
        private @Nullable Integer axisUnits;
        private @Nullable Integer streamingMultiprocessors;
        private @Nullable Integer minimumDriver;
        private List<String> pciDeviceIds = List.of();
        private List<String> aliases = List.of();
        private List<String> vgpuBoards = List.of();
        private List<String> notes = List.of();
        private List<MigProfile> profiles = List.of();

        private Builder(String name) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a board needs a name");
            }
            this.name = name;
        }

        /**
         * Sets the architecture.
         *
         * @param architecture for example {@code Hopper}
         * @return this builder
         */
        public Builder architecture(String architecture) {
            this.architecture = architecture;
            return this;
        }

        /**
         * Sets the memory of the product and how it relates to the host's.
         *
         * @param gigabytes the memory
         * @param kind the kind
         * @return this builder
         */
        public Builder memory(int gigabytes, MemoryKind kind) {
            this.memoryGb = gigabytes;
            this.memoryKind = kind;
            return this;
        }

        /**
         * Sets where the data comes from; {@link Evidence#DECLARED} unless set.
         *
         * @param evidence the evidence
         * @return this builder
         */
        public Builder evidence(Evidence evidence) {
            this.evidence = evidence;
            return this;
        }

        /**
         * Sets the length of the placement axis.
         *
         * @param units memory units, 1 to 32
         * @return this builder
         */
        public Builder axisUnits(int units) {
            if (units < 1 || units > 32) {
                throw new IllegalArgumentException(name + ": the placement axis has 1 to 32 units, not " + units);
            }
            this.axisUnits = units;
            return this;
        }

        /**
         * Sets the streaming multiprocessors of the whole board.
         *
         * @param count the count
         * @return this builder
         */
        public Builder streamingMultiprocessors(int count) {
            this.streamingMultiprocessors = count;
            return this;
        }

        /**
         * Sets the first driver branch with MIG on this board.
         *
         * @param branch for example 525
         * @return this builder
         */
        public Builder minimumDriver(int branch) {
            this.minimumDriver = branch;
            return this;
        }

        /**
         * Sets the PCI device ids.
         *
         * @param ids four hexadecimal digits each
         * @return this builder
         */
        public Builder pciDeviceIds(List<String> ids) {
            this.pciDeviceIds =
                    ids.stream().map(id -> id.toLowerCase(Locale.ROOT)).toList();
            return this;
        }

        /**
         * Sets other names of the board.
         *
         * @param aliases the names
         * @return this builder
         */
        public Builder aliases(List<String> aliases) {
            this.aliases = List.copyOf(aliases);
            return this;
        }

        /**
         * Sets the names by which vGPU types know the board.
         *
         * @param boards the names
         * @return this builder
         */
        public Builder vgpuBoards(List<String> boards) {
            this.vgpuBoards = List.copyOf(boards);
            return this;
        }

        /**
         * Sets remarks on the data.
         *
         * @param notes sentences
         * @return this builder
         */
        public Builder notes(List<String> notes) {
            this.notes = List.copyOf(notes);
            return this;
        }

        /**
         * Sets the profiles.
         *
         * @param profiles the profiles, no name twice
         * @return this builder
         */
        public Builder profiles(List<MigProfile> profiles) {
            this.profiles = List.copyOf(profiles);
            return this;
        }

        /**
         * Makes the board.
         *
         * @return the board
         * @throws io.telcofactory.api.error.InvalidRequestException if two profiles share a name or an id, or a placement
         *     leaves the axis
         */
        public GpuBoard build() {
            for (int i = 0; i < profiles.size(); i++) {
                check(profiles.get(i), profiles.subList(0, i));
            }
            return new GpuBoard(this);
        }

        private void check(MigProfile profile, List<MigProfile> before) {
            if (before.stream().anyMatch(p -> p.name().equals(profile.name()))) {
                throw Errors.invalid("board", name, "%s lists the profile %s twice", name, profile);
            }
            if (profile.id().isPresent() && before.stream().anyMatch(p -> p.id().equals(profile.id()))) {
                throw Errors.invalid(
                        "board",
                        name,
                        "%s gives the id %s to two profiles",
                        name,
                        profile.id().get());
            }
            int axis = axisUnits == null ? 0 : axisUnits;
            for (int start : profile.starts()) {
                if (start + profile.size() > axis) {
                    throw Errors.invalid(
                            "board",
                            name,
                            "%s@%d covers the units %d to %d, but the placement axis of %s has %d units",
                            profile,
                            start,
                            start,
                            start + profile.size() - 1,
                            name,
                            axis);
                }
            }
        }
    }
}
