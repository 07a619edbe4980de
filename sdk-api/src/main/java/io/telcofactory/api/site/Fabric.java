package io.telcofactory.api.site;

import io.telcofactory.api.internal.Checks;
import io.telcofactory.api.internal.ValueStyle;
import io.telcofactory.api.network.NetworkType;
import io.telcofactory.api.network.TenantNetwork;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * Wires and switches between the hosts, as the hosts see them: an interface and the driver that puts networks on it.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface Fabric permits ImmutableFabric {
    /** The driver that gives each network a bridge and a tagged interface of its own. */
    String TAGGED = "802.1Q";

    /** The driver that puts the ports of all networks on one Open vSwitch bridge, with tags. */
    String OPEN_VSWITCH = "ovswitch";

    /** How much longer a packet gets in a VXLAN tunnel over IPv4. Source: RFC 7348 clause 5. */
    int VXLAN_OVERHEAD = 50;

    /**
     * Returns the fabric's name.
     *
     * @return a DNS label of at most 40 characters, by which networks name it
     */
    String name();

    /**
     * Returns the network driver.
     *
     * @return the server's name for it, {@value #TAGGED} by default
     */
    @Value.Default
    default String driver() {
        return TAGGED;
    }

    /**
     * Returns the hosts' interface that leads into the fabric.
     *
     * @return for example {@code ens1f0}
     */
    String physicalDevice();

    /**
     * Returns the hosts' bridge, for drivers that do not make one for each network.
     *
     * @return for example {@code br0}, or empty
     */
    Optional<String> bridge();

    /**
     * Returns the longest packet that all its wires and switches carry.
     *
     * @return bytes of IP, 1280 to 9216, 1500 by default
     */
    @Value.Default
    default int mtu() {
        return 1500;
    }

    /**
     * Returns the virtual functions of network cards that lead into it.
     *
     * @return how they show, or empty if there are none
     */
    Optional<VirtualFunctions> virtualFunctions();

    /**
     * Returns the driver that puts a network on this fabric.
     *
     * @param type how the network is kept apart
     * @return the server's name for it
     */
    default String driver(NetworkType type) {
        return type == NetworkType.VXLAN ? "vxlan" : driver();
    }

    /**
     * Tells whether networks of a type can be kept apart here: tags need a driver that sets them, and a flat network one
     * that sets none.
     *
     * @param type how the network is kept apart
     * @return true if they can
     */
    default boolean carries(NetworkType type) {
        boolean tags = Set.of(TAGGED, OPEN_VSWITCH).contains(driver());
        return switch (type) {
            case VLAN -> tags;
            case FLAT -> !tags;
            case VXLAN -> true;
        };
    }

    /**
     * Returns the longest packet that fits in a network here.
     *
     * @param network a network on this fabric
     * @return bytes of IP
     */
    default int mtuFor(TenantNetwork network) {
        return network.type() == NetworkType.VXLAN ? mtu() - VXLAN_OVERHEAD : mtu();
    }

    /** Checks name and size. */
    @Value.Check
    default void check() {
        Checks.name("fabric.name", name());
        Checks.range("fabric.mtu", mtu(), 1280, 9216);
    }

    /**
     * Starts a fabric.
     *
     * @param name a DNS label of at most 40 characters
     * @return a builder
     */
    static Builder builder(String name) {
        return new Builder().name(name);
    }

    /** Collects the attributes of a fabric. */
    final class Builder extends ImmutableFabric.Builder {
        Builder() {}
    }
}
