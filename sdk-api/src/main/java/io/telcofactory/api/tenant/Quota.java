package io.telcofactory.api.tenant;

import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.internal.Checks;
import io.telcofactory.api.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The most a tenant may hold at a time; what is absent is not limited.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface Quota permits ImmutableQuota {

    /**
     * Returns the number of virtual machines.
     *
     * @return at least 0, or empty for no limit
     */
    Optional<Integer> vms();

    /**
     * Returns the number of virtual CPUs. A pinned virtual CPU takes a whole hardware thread.
     *
     * @return at least 0, or empty for no limit
     */
    Optional<Integer> vcpus();

    /**
     * Returns the guest memory.
     *
     * @return whole mebibytes, or empty for no limit
     */
    Optional<DataSize> memory();

    /**
     * Returns the number of PCI devices: GPUs, whole cards and slices counted alike, and the other devices that roles claim. Network
     * interfaces are not counted.
     *
     * @return at least 0, or empty for no limit
     */
    Optional<Integer> gpus();

    /** Checks the limits. */
    @Value.Check
    default void check() {
        vms().ifPresent(n -> Checks.range("quota.vms", n, 0, Integer.MAX_VALUE));
        vcpus().ifPresent(n -> Checks.range("quota.vcpus", n, 0, Integer.MAX_VALUE));
        gpus().ifPresent(n -> Checks.range("quota.gpus", n, 0, Integer.MAX_VALUE));
        memory().ifPresent(m -> m.requireWholeMebibytes("quota.memory"));
    }

    /**
     * Returns a quota without limits.
     *
     * @return the empty quota
     */
    static Quota unlimited() {
        return builder().build();
    }

    /**
     * Starts a quota.
     *
     * @return a builder without limits
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects limits; what is not set is not limited. */
    final class Builder extends ImmutableQuota.Builder {
        Builder() {}
    }
}
