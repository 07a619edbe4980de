package io.telcofactory.api.network;

/**
 * The protocols that rules tell apart.
 *
 * @since 0.1
 */
public enum Protocol {
    /** Every protocol. */
    ANY,
    /** Transmission Control Protocol, IP protocol 6. */
    TCP,
    /** User Datagram Protocol, IP protocol 17. */
    UDP,
    /** Internet Control Message Protocol, IP protocol 1. */
    ICMP;

    /**
     * Tells whether packets of this protocol carry ports.
     *
     * @return true for TCP and UDP
     */
    public boolean hasPorts() {
        return this == TCP || this == UDP;
    }
}
