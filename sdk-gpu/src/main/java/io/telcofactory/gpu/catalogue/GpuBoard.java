package io.telcofactory.gpu.catalogue;

import io.telcofactory.api.internal.ValueStyle;
import io.telcofactory.gpu.internal.Errors;
import io.telcofactory.gpu.internal.Nearness;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * A kind of GPU: its memory, its placement axis and the MIG profiles it offers.
 *
 * <p><i>Shape</i>: a board without profiles has no MIG; a board whose profiles have no placements is known by name only,
 * and needs the listing of a live node before slices can be placed on it.
 *
 * <p><i>Threads</i>: immutable.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public abstract sealed class GpuBoard permits ImmutableGpuBoard {
    GpuBoard() {}

    /**
     * Returns the name in the catalogue.
     *
     * @return for example {@code GH200-96GB}
     */
    public abstract String name();

    /**
     * Returns the architecture.
     *
     * @return for example {@code Hopper}; empty text when it is not known
     */
    @Value.Default
    public String architecture() {
        return "";
    }

    /**
     * Returns the memory the product is sold with.
     *
     * @return gigabytes; for unified memory the whole pool; 0 when it is not known
     */
    @Value.Default
    public int memoryGb() {
        return 0;
    }

    /**
     * Returns how the memory relates to that of the host.
     *
     * @return the kind; {@link MemoryKind#DISCRETE} unless set
     */
    @Value.Default
    public MemoryKind memoryKind() {
        return MemoryKind.DISCRETE;
    }

    /**
     * Returns where the profiles come from.
     *
     * @return the evidence; {@link Evidence#DECLARED} unless set
     */
    @Value.Default
    public Evidence evidence() {
        return Evidence.DECLARED;
    }

    /**
     * Returns the length of the placement axis.
     *
     * @return memory units, 1 to 32: 8 on most boards, 4 on A30, 12 on RTX PRO 6000; empty when slices can't be placed
     */
    public abstract OptionalInt axisUnits();

    /**
     * Returns the streaming multiprocessors of the whole board.
     *
     * @return the count, or empty when it is not known
     */
    public abstract OptionalInt streamingMultiprocessors();

    /**
     * Returns the first driver branch with MIG on this board.
     *
     * @return for example 525 for R525, or empty
     */
    public abstract OptionalInt minimumDriver();

    /**
     * Returns the PCI device ids of vendor {@code 10de}.
     *
     * @return four hexadecimal digits each
     */
    public abstract List<String> pciDeviceIds();

    /**
     * Returns other names of the board, such as the product name {@code nvidia-smi} prints.
     *
     * @return the names
     */
    public abstract List<String> aliases();

    /**
     * Returns the names by which vGPU types know the board.
     *
     * @return for example {@code H100XM}
     */
    public abstract List<String> vgpuBoards();

    /**
     * Returns what is worth knowing about the data of this board.
     *
     * @return sentences
     */
    public abstract List<String> notes();

    /**
     * Returns the profiles.
     *
     * @return in the order of the listing; empty for a board without MIG
     */
    public abstract List<MigProfile> profiles();

    /**
     * Starts a board.
     *
     * @param name its name in the catalogue, for example {@code H100-SXM5-80GB}
     * @return a builder
     */
    public static Builder builder(String name) {
        return new Builder().name(name);
    }

    /**
     * Starts a board from this one.
     *
     * @return a builder with these values
     */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    /**
     * Tells whether the board can be cut into slices at all.
     *
     * @return true if it offers profiles
     */
    public boolean supportsMig() {
        return !profiles().isEmpty();
    }

    /**
     * Finds a profile.
     *
     * @param profile its name; the memory in it may be rounded as other drivers do
     * @return the profile, or empty if the board does not offer it
     */
    public Optional<MigProfile> findProfile(ProfileName profile) {
        ProfileName wanted = profile.gpuInstance();
        return profiles().stream()
                .filter(p -> p.name().equals(wanted))
                .findFirst()
                .or(() -> profiles().stream()
                        .filter(p -> p.name().matches(wanted))
                        .findFirst());
    }

    /**
     * Finds a profile by its number.
     *
     * @param id the number {@code nvidia-smi} prints
     * @return the profile, or empty if no profile of this board has that number
     */
    public Optional<MigProfile> findProfile(ProfileId id) {
        return profiles().stream().filter(p -> p.id().equals(Optional.of(id))).findFirst();
    }

    /**
     * Returns a profile.
     *
     * @param profile its full name ({@code 1g.12gb+me}), or the short form ({@code 1g}, {@code 1g+me}) that stands for the
     *     profile with so many slices, these attributes and the least memory
     * @return the profile
     * @throws io.telcofactory.api.error.InvalidRequestException if the board does not offer it; the message names the
     *     nearest, and lists what the board does offer
     */
    public MigProfile profile(String profile) {
        int g = profile.indexOf('g');
        boolean shortForm = g > 0 && (g == profile.length() - 1 || "+-".indexOf(profile.charAt(g + 1)) >= 0);
        if (!shortForm) {
            ProfileName name = ProfileName.parse(profile);
            return findProfile(name).orElseThrow(() -> notOffered(name, name.toString()));
        }
        ProfileName pattern = ProfileName.parse(profile.substring(0, g + 1) + ".0gb" + profile.substring(g + 1));
        return profiles().stream()
                .filter(p -> p.name().gpuSlices() == pattern.gpuSlices()
                        && p.name().attributes().equals(pattern.attributes()))
                .min(Comparator.comparing(MigProfile::name))
                .orElseThrow(() -> notOffered(pattern, profile));
    }

    /**
     * Finds what comes nearest to a profile: the smallest that lacks nothing of it or, if there is none, the largest.
     *
     * @param profile a name, on offer or not
     * @return the nearest profile on offer, or empty if the board has no MIG
     */
    public Optional<MigProfile> nearest(ProfileName profile) {
        return profiles().stream().min(Comparator.comparing(MigProfile::name, Nearness.to(profile)));
    }

    private RuntimeException notOffered(ProfileName wanted, String asked) {
        if (!supportsMig()) {
            return Errors.invalid(
                    "profile",
                    name(),
                    "%s has no MIG, so no slice %s: claim the whole GPU, or another board",
                    name(),
                    asked);
        }
        return Errors.invalid(
                "profile",
                name(),
                "%s does not offer the profile %s; the nearest is %s, of %s",
                name(),
                asked,
                nearest(wanted).orElseThrow(),
                profiles());
    }

    /**
     * Checks that the profiles agree with each other and with the axis.
     *
     * @throws io.telcofactory.api.error.InvalidRequestException if two profiles share a name or an id, or a placement leaves
     *     the axis
     */
    @Value.Check
    void check() {
        if (name().isBlank()) {
            throw new IllegalArgumentException("a board needs a name");
        }
        int axis = axisUnits().orElse(0);
        if (axisUnits().isPresent() && (axis < 1 || axis > Integer.SIZE)) {
            throw Errors.invalid(
                    "board", name(), "the placement axis of %s has 1 to %d units, not %d", name(), Integer.SIZE, axis);
        }
        for (int i = 0; i < profiles().size(); i++) {
            checkUnique(profiles().get(i), profiles().subList(0, i));
            checkPlaces(profiles().get(i), axis);
        }
    }

    private void checkUnique(MigProfile profile, List<MigProfile> before) {
        if (before.stream().anyMatch(p -> p.name().equals(profile.name()))) {
            throw Errors.invalid("board", name(), "%s lists the profile %s twice", name(), profile);
        }
        profile.id().ifPresent(id -> {
            if (before.stream().anyMatch(p -> p.id().equals(profile.id()))) {
                throw Errors.invalid("board", name(), "%s gives the id %s to two profiles", name(), id);
            }
        });
    }

    private void checkPlaces(MigProfile profile, int axis) {
        for (int start : profile.starts()) {
            if (start + profile.size() > axis) {
                throw Errors.invalid(
                        "board",
                        name(),
                        "%s@%d covers the units %d to %d, but the placement axis of %s has %d units",
                        profile,
                        start,
                        start,
                        start + profile.size() - 1,
                        name(),
                        axis);
            }
        }
    }

    /** Returns the name in the catalogue. */
    @Override
    public String toString() {
        return name();
    }

    /** Collects the attributes of a board. */
    public static final class Builder extends ImmutableGpuBoard.Builder {
        Builder() {}

        /**
         * Sets the memory of the product and how it relates to the host's.
         *
         * @param gigabytes the memory
         * @param kind the kind
         * @return this builder
         */
        public Builder memory(int gigabytes, MemoryKind kind) {
            return memoryGb(gigabytes).memoryKind(kind);
        }
    }
}
