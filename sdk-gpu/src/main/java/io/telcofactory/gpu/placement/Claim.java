package io.telcofactory.gpu.placement;

import io.telcofactory.gpu.catalogue.ProfileName;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What one workload asks of a fleet: a slice, or one or more whole GPUs of one host, and under which conditions.
 *
 * @since 0.1
 */
public final class Claim {
    private final String name;
    private final @Nullable ProfileName profile;
    private final int wholeGpus;
    private final String tenant;
    private final Isolation isolation;
    private final @Nullable String board;
    private final @Nullable String site;
    private final @Nullable String host;
    private final int numaNode;
    private final @Nullable String group;
    private final Spread spread;

    private Claim(Builder builder) {
        this.name = builder.name;
        this.profile = builder.profile;
        this.wholeGpus = builder.wholeGpus;
        this.tenant = builder.tenant;
        this.isolation = builder.isolation;
        this.board = builder.board;
        this.site = builder.site;
        this.host = builder.host;
        this.numaNode = builder.numaNode;
        this.group = builder.group;
        this.spread = builder.spread;
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
        return new Builder(name, profile.gpuInstance(), 0);
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
        if (count < 1 || count > 64) {
            throw new IllegalArgumentException("a claim asks for 1 to 64 whole GPUs, not " + count);
        }
        return new Builder(name, null, count);
    }

    /**
     * Returns what the claim is for.
     *
     * @return the name, unique in a fleet
     */
    public String name() {
        return name;
    }

    /**
     * Returns the profile.
     *
     * @return the profile of the slice, or empty for whole GPUs
     */
    public Optional<ProfileName> profile() {
        return Optional.ofNullable(profile);
    }

    /**
     * Returns the number of whole GPUs.
     *
     * @return 0 for a slice
     */
    public int wholeGpus() {
        return wholeGpus;
    }

    /**
     * Returns whose claim it is.
     *
     * @return the tenant, empty text for none
     */
    public String tenant() {
        return tenant;
    }

    /**
     * Returns with whom the GPU is shared.
     *
     * @return the isolation
     */
    public Isolation isolation() {
        return isolation;
    }

    /**
     * Returns the board it must be.
     *
     * @return the name in the catalogue, or empty for any that offers the profile
     */
    public Optional<String> board() {
        return Optional.ofNullable(board);
    }

    /**
     * Returns the site it must be at.
     *
     * @return the site, or empty for any
     */
    public Optional<String> site() {
        return Optional.ofNullable(site);
    }

    /**
     * Returns the host it must be on.
     *
     * @return the host, or empty for any
     */
    public Optional<String> host() {
        return Optional.ofNullable(host);
    }

    /**
     * Returns the NUMA node the GPU must hang on.
     *
     * @return the node, or empty for any
     */
    public OptionalInt numaNode() {
        return numaNode < 0 ? OptionalInt.empty() : OptionalInt.of(numaNode);
    }

    /**
     * Returns the group whose members keep apart.
     *
     * @return the group, or empty for none
     */
    public Optional<String> group() {
        return Optional.ofNullable(group);
    }

    /**
     * Returns what the members of the group must not share.
     *
     * @return meaningless without a group
     */
    public Spread spread() {
        return spread;
    }

    @Nullable ProfileName profileOrNull() {
        return profile;
    }

    @Nullable String boardOrNull() {
        return board;
    }

    @Nullable String siteOrNull() {
        return site;
    }

    @Nullable String hostOrNull() {
        return host;
    }

    @Nullable String groupOrNull() {
        return group;
    }

    int numaNodeOrMinus() {
        return numaNode;
    }

    /** Returns what is asked, in words. */
    @Override
    public String toString() {
        return name + " (" + (profile == null ? wholeGpus + " whole GPU(s)" : profile) + ")";
    }

    /** Collects the conditions of a {@link Claim}. */
    public static final class Builder {
        private final String name;
        private final @Nullable ProfileName profile;
        private final int wholeGpus;
        private String tenant = "";
        private Isolation isolation = Isolation.SHARED;
        private @Nullable String board;
        private @Nullable String site;
        private @Nullable String host;
        private int numaNode = -1;
        private @Nullable String group;
        private Spread spread = Spread.GPUS;

        private Builder(String name, @Nullable ProfileName profile, int wholeGpus) {
            this.name = Objects.requireNonNull(name, "name");
            this.profile = profile;
            this.wholeGpus = wholeGpus;
        }

        /**
         * Sets whose claim it is.
         *
         * @param tenant the tenant
         * @param isolation with whom its GPU is shared
         * @return this builder
         */
        public Builder tenant(String tenant, Isolation isolation) {
            this.tenant = Objects.requireNonNull(tenant, "tenant");
            this.isolation = Objects.requireNonNull(isolation, "isolation");
            return this;
        }

        /**
         * Asks for one kind of board.
         *
         * @param board its name in the catalogue
         * @return this builder
         */
        public Builder board(String board) {
            this.board = Objects.requireNonNull(board, "board");
            return this;
        }

        /**
         * Asks for a site.
         *
         * @param site the site
         * @return this builder
         */
        public Builder site(String site) {
            this.site = Objects.requireNonNull(site, "site");
            return this;
        }

        /**
         * Asks for a host.
         *
         * @param host the host
         * @return this builder
         */
        public Builder host(String host) {
            this.host = Objects.requireNonNull(host, "host");
            return this;
        }

        /**
         * Asks for a GPU near certain cores and network ports.
         *
         * @param node the NUMA node of the host
         * @return this builder
         */
        public Builder numaNode(int node) {
            if (node < 0) {
                throw new IllegalArgumentException("a NUMA node is at least 0, not " + node);
            }
            this.numaNode = node;
            return this;
        }

        /**
         * Keeps the claim apart from the other members of a group.
         *
         * @param group the group
         * @param spread what its members must not share
         * @return this builder
         */
        public Builder apart(String group, Spread spread) {
            this.group = Objects.requireNonNull(group, "group");
            this.spread = Objects.requireNonNull(spread, "spread");
            return this;
        }

        /**
         * Makes the claim.
         *
         * @return the claim
         */
        public Claim build() {
            return new Claim(this);
        }
    }
}
