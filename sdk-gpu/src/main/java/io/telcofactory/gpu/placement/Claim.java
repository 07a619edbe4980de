package io.telcofactory.gpu.placement;

import io.telcofactory.api.internal.ValueStyle;
import io.telcofactory.gpu.catalogue.ProfileName;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What one workload asks of a fleet: a slice, or one or more whole GPUs of one host, and under which conditions.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public abstract sealed class Claim permits ImmutableClaim {
    private static final int MOST_GPUS = 64;

    Claim() {}

    /**
     * Returns what the claim is for.
     *
     * @return the name, unique in a fleet
     */
    public abstract String name();

    /**
     * Returns the profile.
     *
     * @return the profile of the slice, or empty for whole GPUs
     */
    public abstract Optional<ProfileName> profile();

    /**
     * Returns the number of whole GPUs, all in one host.
     *
     * @return 1 to 64, or 0 for a slice
     */
    @Value.Default
    public int wholeGpus() {
        return 0;
    }

    /**
     * Returns whose claim it is.
     *
     * @return the tenant, empty text for none
     */
    @Value.Default
    public String tenant() {
        return "";
    }

    /**
     * Returns with whom the GPU is shared.
     *
     * @return the isolation; {@link Isolation#SHARED} unless set
     */
    @Value.Default
    public Isolation isolation() {
        return Isolation.SHARED;
    }

    /**
     * Returns the board it must be.
     *
     * @return the name in the catalogue, or empty for any that offers the profile
     */
    public abstract Optional<String> board();

    /**
     * Returns the site it must be at.
     *
     * @return the site, or empty for any
     */
    public abstract Optional<String> site();

    /**
     * Returns the host it must be on.
     *
     * @return the host, or empty for any
     */
    public abstract Optional<String> host();

    /**
     * Returns the NUMA node the GPU must hang on, near certain cores and network ports.
     *
     * @return the node, or empty for any
     */
    public abstract OptionalInt numaNode();

    /**
     * Returns the group whose members keep apart.
     *
     * @return the group, or empty for none
     */
    public abstract Optional<String> group();

    /**
     * Returns what the members of the group must not share.
     *
     * @return meaningless without a group
     */
    @Value.Default
    public Spread spread() {
        return Spread.GPUS;
    }

    /**
     * Starts a claim of a slice.
     *
     * @param name what the claim is for, unique in a fleet
     * @param profile the profile, for example {@code 1g.10gb}
     * @return a builder
     * @throws io.telcofactory.api.error.InvalidRequestException if the profile is not one
     */
    public static Builder slice(String name, String profile) {
        return slice(name, ProfileName.parse(profile));
    }

    /**
     * Starts a claim of a slice.
     *
     * @param name what the claim is for, unique in a fleet
     * @param profile the profile
     * @return a builder
     */
    public static Builder slice(String name, ProfileName profile) {
        return new Builder().name(name).profile(profile.gpuInstance());
    }

    /**
     * Starts a claim of whole GPUs, all in one host: no traffic between GPUs crosses a slice, so a model that needs more
     * than a slice needs whole GPUs.
     *
     * @param name what the claim is for, unique in a fleet
     * @param count how many, 1 to 64
     * @return a builder
     */
    public static Builder wholeGpus(String name, int count) {
        return new Builder().name(name).wholeGpus(count);
    }

    /**
     * Starts a claim from this one.
     *
     * @return a builder with these values
     */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    @Value.Check
    void check() {
        int least = profile().isPresent() ? 0 : 1;
        int most = profile().isPresent() ? 0 : MOST_GPUS;
        require(wholeGpus() >= least && wholeGpus() <= most, "asks for a slice or for 1 to 64 whole GPUs", wholeGpus());
        require(
                numaNode().orElse(0) >= 0,
                "asks for a NUMA node from 0 on",
                numaNode().orElse(0));
    }

    private void require(boolean ok, String rule, int value) {
        if (!ok) {
            throw new IllegalArgumentException("a claim " + rule + ", not " + value + ": " + name());
        }
    }

    @Nullable ProfileName profileOrNull() {
        return profile().orElse(null);
    }

    @Nullable String boardOrNull() {
        return board().orElse(null);
    }

    @Nullable String siteOrNull() {
        return site().orElse(null);
    }

    @Nullable String hostOrNull() {
        return host().orElse(null);
    }

    @Nullable String groupOrNull() {
        return group().orElse(null);
    }

    /** Returns what is asked, in words. */
    @Override
    public String toString() {
        return name() + " (" + profile().map(ProfileName::toString).orElseGet(() -> wholeGpus() + " whole GPU(s)")
                + ")";
    }

    /** Collects the conditions of a claim. */
    public static final class Builder extends ImmutableClaim.Builder {
        Builder() {}

        /**
         * Sets whose claim it is.
         *
         * @param tenant the tenant
         * @param isolation with whom its GPU is shared
         * @return this builder
         */
        public Builder tenant(String tenant, Isolation isolation) {
            return tenant(tenant).isolation(isolation);
        }

        /**
         * Keeps the claim apart from the other members of a group.
         *
         * @param group the group
         * @param spread what its members must not share
         * @return this builder
         */
        public Builder apart(String group, Spread spread) {
            return group(group).spread(spread);
        }
    }
}
