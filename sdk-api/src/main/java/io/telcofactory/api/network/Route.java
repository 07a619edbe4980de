package io.telcofactory.api.network;

/**
 * Says by which neighbour a range is reached.
 *
 * @param destination where to
 * @param nextHop the neighbour, in the network's own subnet
 * @since 0.1
 */
public record Route(Cidr destination, Ipv4 nextHop) {

    /** Returns {@code 10.45.0.0/16 via 10.60.0.1}. */
    @Override
    public String toString() {
        return destination + " via " + nextHop;
    }
}
