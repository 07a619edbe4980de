package io.telcofactory.api.compute;

import io.telcofactory.api.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
     * Returns the virtual NUMA nodes, if they are not equal.
     *
     * @return what each gets, together what the role has; empty for {@link #numaNodes()} equal ones
     */
    List<NumaShare> nodes();

    /**
     * Returns the cores of each virtual socket; a virtual NUMA node is a socket.
     *
     * @return 1 to 1024, or empty for what the server chooses
     */
    Optional<Integer> cores();

    /**
     * Returns the threads of each virtual core.
     *
     * @return 1, 2, 4 or 8, or empty for what the server chooses
     */
    Optional<Integer> threads();

    /**
     * Returns the host's NUMA node to which an unpinned role is bound.
     *
     * @return 0 to 63, or empty for any; pinned roles are placed by the server
     */
    Optional<Integer> numaAffinity();

    /**
     * Returns who else may map the memory.
     *
     * @return the access, or empty for the server's default; needs hugepages
     */
    Optional<MemoryAccess> memoryAccess();

    /**
     * Returns the CPU model that the guest sees.
     *
     * @return {@code host-passthrough} or a name that libvirt knows, or empty for the server's default
     */
    Optional<String> cpuModel();

    /**
     * Returns the CPU features that the guest needs; it is only placed on hosts that have them.
     *
     * @return names as libvirt spells them, for example {@code avx512f}; needs a CPU model
     */
    Set<String> cpuFeatures();

    /**
     * Returns the machine type.
     *
     * @return for example {@code q35}, or empty for the server's default
     */
    Optional<String> machine();

    /**
     * Returns the number of threads that do disk I/O beside the virtual CPUs.
     *
     * @return 1 to 64, or empty for none
     */
    Optional<Integer> ioThreads();

    /**
     * Returns how the hosts must be prepared: it is only placed on those of which the site document declares it.
     *
     * @return none by default
     */
    Set<HostTuning> hostTuning();

    /**
     * Tells whether virtual CPUs are tied to hardware threads.
     *
     * @return true unless the policy is {@link PinPolicy#NONE}
     */
    default boolean pinned() {
        return pinning() != PinPolicy.NONE;
    }

    /**
     * Returns into how many virtual NUMA nodes the role is divided.
     *
     * @return the number of explicit nodes, or of equal ones
     */
    default int nodeCount() {
        return nodes().isEmpty() ? numaNodes() : nodes().size();
    }

    /** Checks sizes and their combination. */
    @Value.Check
    default void check() {
        EpaRules.check(this);
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
     * Returns the profile for work that moves much and may wait a little: a hardware thread for each virtual CPU, 1 GiB pages.
     *
     * @return the profile
     */
    static EpaProfile throughput() {
        return builder()
                .pinning(PinPolicy.THREAD)
                .hugepages(DataSize.gibibytes(1))
                .build();
    }

    /**
     * Returns the profile for work beside others of the same machine: all virtual CPUs share a fixed set of hardware threads, ordinary
     * pages.
     *
     * @return the profile
     */
    static EpaProfile shared() {
        return builder().pinning(PinPolicy.SHARED).build();
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
