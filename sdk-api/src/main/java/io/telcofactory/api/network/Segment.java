package io.telcofactory.api.network;

import io.telcofactory.api.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What an interface must know of its network, where the site does not tell it by itself. A plan fills it in; nobody else needs to.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface Segment permits ImmutableSegment {

    /**
     * Returns which of the site's fabrics carries the network.
     *
     * @return its name, or empty for the site's own network
     */
    Optional<String> fabric();

    /**
     * Returns the network's subnets.
     *
     * @return one or two, or none for an Ethernet network
     */
    List<Cidr> subnets();

    /**
     * Returns the default router for IPv6.
     *
     * @return an address in the IPv6 subnet, or empty for none
     */
    Optional<Ipv6> gateway6();

    /**
     * Returns the longest packet.
     *
     * @return bytes of IP, or empty for the guest's own default
     */
    Optional<Integer> mtu();

    /**
     * Returns the routes that the guest needs besides the default one.
     *
     * @return the network's routes, those back to the devices of its breakouts among them
     */
    List<Route> routes();

    /**
     * Starts a segment.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes of a segment. */
    final class Builder extends ImmutableSegment.Builder {
        Builder() {}
    }
}
