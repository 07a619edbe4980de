package io.telcofactory.api.network;

import io.telcofactory.api.internal.Checks;

/**
 * Says by which neighbour a range is reached.
 *
 * @param destination where to
 * @param nextHop the neighbour, in the network's own subnet and of the destination's family
 * @since 0.1
 */
public record Route(Cidr destination, IpAddress nextHop) {

    /** Checks that both are of one family. */
    public Route {
        Checks.require(
                destination.isIpv6() == nextHop.isIpv6(),
                nextHop,
                "route.nextHop",
                "must be of the same family as the destination " + destination);
    }

    /** Returns {@code 10.45.0.0/16 via 10.60.0.1}. */
    @Override
    public String toString() {
        return destination + " via " + nextHop;
    }
}
