package io.telcofactory.api.site;

import io.telcofactory.api.compute.PciClaim;
import java.util.List;
import java.util.OptionalInt;

/**
 * A PCI device of a host that may be given to a virtual machine.
 *
 * @param address as the server prints it, for example {@code 18:00.4}
 * @param pci vendor, device and class
 * @param virtualFunction whether it is an SR-IOV virtual function
 * @param profiles the vGPU types it can take, as the host reports them
 * @param numaNode the host's node it hangs on, or empty if the host does not tell
 * @param free whether no virtual machine holds it
 * @since 0.1
 */
public record PciDevice(
        String address,
        PciSelector pci,
        boolean virtualFunction,
        List<String> profiles,
        OptionalInt numaNode,
        boolean free) {

    /** Keeps the list unmodifiable. */
    public PciDevice {
        profiles = List.copyOf(profiles);
    }

    /**
     * Tells whether this device is what an offer means: the right identification numbers and, for a slice, a virtual
     * function that can take the profile; for a whole card, no virtual function.
     *
     * @param offer from the site document
     * @return true if it is
     */
    public boolean matches(GpuOffer offer) {
        boolean part = offer.slice().isPresent() || offer.vgpu().isPresent();
        boolean profile = offer.profile().map(profiles::contains).orElse(true);
        return pci.equals(offer.pci()) && part == virtualFunction && profile;
    }

    /**
     * Tells whether this device is what a claim means.
     *
     * @param claim any claim
     * @return true if kind or address fit
     */
    public boolean matches(PciClaim claim) {
        if (claim instanceof PciClaim.OfKind kind) {
            return kind.vendor().map(pci.vendor()::equals).orElse(true)
                    && kind.device().map(pci.device()::equals).orElse(true)
                    && kind.deviceClass().map(pci.deviceClass()::equals).orElse(true);
        }
        return claim instanceof PciClaim.At place && place.address().equals(address);
    }
}
