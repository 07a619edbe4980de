package io.telcofactory.api.site;

import io.telcofactory.api.gpu.GpuClaim;
import io.telcofactory.api.internal.Checks;
import io.telcofactory.api.internal.HostNames;
import io.telcofactory.api.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How one kind of GPU claim shows as a PCI device at the site. A card and its slices may share all identification
 * numbers, so that the hosts which offer them must be told apart by name.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface GpuOffer permits ImmutableGpuOffer {

    /**
     * Returns the board's model, as claims name it.
     *
     * @return for example {@code H100-SXM-80GB}
     */
    String model();

    /**
     * Returns the slice.
     *
     * @return a MIG profile such as {@code 1g.10gb}, or empty for the whole card
     */
    Optional<String> slice();

    /**
     * Returns the vGPU type.
     *
     * @return as NVIDIA names it, or empty for an offer of another kind
     */
    Optional<String> vgpu();

    /**
     * Returns which devices these are.
     *
     * @return vendor, device and class
     */
    PciSelector pci();

    /**
     * Returns the vGPU type that makes the slice on a virtual function.
     *
     * @return the text that hosts report among the function's profiles, for example {@code 1131 (NVIDIA H100XM-1-10C)}
     */
    Optional<String> profile();

    /**
     * Returns which hosts offer it.
     *
     * @return a host name in which {@code *} stands for any characters
     */
    @Value.Default
    default String hosts() {
        return HostNames.ALL;
    }

    /**
     * Tells whether this is what a claim asks.
     *
     * @param claim any claim
     * @return true if model and slice are the same
     */
    default boolean serves(GpuClaim claim) {
        Optional<String> asked = claim instanceof GpuClaim.MigSlice mig ? Optional.of(mig.profile()) : Optional.empty();
        Optional<String> type = claim instanceof GpuClaim.VirtualGpu part ? Optional.of(part.type()) : Optional.empty();
        return model().equals(claim.model()) && slice().equals(asked) && vgpu().equals(type);
    }

    /**
     * Tells whether a host may offer it.
     *
     * @param host the host's name
     * @return true if the name fits {@link #hosts()}
     */
    default boolean onHost(String host) {
        return HostNames.fit(hosts(), host);
    }

    /** Checks that the host pattern can stand in a server's expression, and that the offer is of one kind. */
    @Value.Check
    default void check() {
        HostNames.check("gpu.hosts", hosts());
        Checks.require(
                slice().isEmpty() || vgpu().isEmpty(), model(), "gpu offer", "must be of a slice or a vGPU, not both");
        Checks.require(
                vgpu().isEmpty() || profile().isPresent(),
                model(),
                "gpu.profile",
                "must say what hosts call the vGPU type: cards and their functions are told apart by it");
    }

    /**
     * Starts an offer.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes of an offer. */
    final class Builder extends ImmutableGpuOffer.Builder {
        Builder() {}
    }
}
