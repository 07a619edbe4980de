package io.telcofactory.api.site;

import io.telcofactory.api.internal.HostNames;
import io.telcofactory.api.internal.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/**
 * How the virtual functions that lead into a fabric show as PCI devices. Servers take any free device with these numbers: where two
 * fabrics have equal cards, the hosts or the addresses must tell them apart.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface VirtualFunctions permits ImmutableVirtualFunctions {

    /**
     * Returns which devices these are.
     *
     * @return vendor, device and class
     */
    PciSelector pci();

    /**
     * Returns which hosts have them.
     *
     * @return a host name in which {@code *} stands for any characters
     */
    @Value.Default
    default String hosts() {
        return HostNames.ALL;
    }

    /**
     * Returns where they are, the same on each of these hosts.
     *
     * @return addresses as {@code lspci} prints them: the first interface of a machine in this fabric takes the first, and so on; none
     *     for any of {@link #pci()}
     */
    List<String> addresses();

    /** Checks that the host pattern can stand in a server's expression, and the addresses. */
    @Value.Check
    default void check() {
        HostNames.check("virtualFunctions.hosts", hosts());
        addresses().forEach(io.telcofactory.api.compute.PciClaim::at);
    }

    /**
     * Starts virtual functions.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes of virtual functions. */
    final class Builder extends ImmutableVirtualFunctions.Builder {
        Builder() {}
    }
}
