package io.telcofactory.api.compute;

import io.telcofactory.api.internal.Checks;
import io.telcofactory.api.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Enhanced platform awareness: how strictly a role holds its processors and memory.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface EpaProfile permits ImmutableEpaProfile {

    /**
     * Returns how virtual CPUs are tied to hardware threads.
     *
     * @return the policy, {@link PinPolicy#NONE} by default
     */
    @Value.Default
    default PinPolicy pinning() {
        return PinPolicy.NONE;
    }

    /**
     * Returns the size of the memory pages.
     *
     * @return 2 MiB or 1 GiB, or empty for ordinary pages
     */
    Optional<DataSize> hugepages();

    /**
     * Returns on how many NUMA nodes the role is spread; its CPUs and memory are divided equally among them.
     *
     * @return 1 to 8, 1 by default
     */
    @Value.Default
    default int numaNodes() {
        return 1;
    }

    /**
     * Tells whether virtual CPUs are tied to hardware threads.
     *
     * @return true unless the policy is {@link PinPolicy#NONE}
     */
    default boolean pinned() {
        return pinning() != PinPolicy.NONE;
    }

    /** Checks sizes and their combination. */
    @Value.Check
    default void check() {
        Checks.range("epa.numaNodes", numaNodes(), 1, 8);
        hugepages()
                .ifPresent(size -> Checks.require(
                        size.equals(DataSize.mebibytes(2)) || size.equals(DataSize.gibibytes(1)),
                        size,
                        "epa.hugepages",
                        "must be 2 MiB or 1 GiB"));
        Checks.require(
                pinned() || numaNodes() == 1,
                numaNodes(),
                "epa.numaNodes",
                "needs pinning CORE, THREAD or SHARED: the server places unpinned roles on one node");
    }

    /**
     * Returns the profile for work with deadlines: a core for each virtual CPU, 1 GiB pages, one NUMA node.
     *
     * @return the profile
     */
    static EpaProfile realtime() {
        return builder()
                .pinning(PinPolicy.CORE)
                .hugepages(DataSize.gibibytes(1))
                .build();
    }

    /**
     * Starts a profile.
     *
     * @return a builder without pinning and with ordinary pages
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes of a profile. */
    final class Builder extends ImmutableEpaProfile.Builder {
        Builder() {}
    }
}
