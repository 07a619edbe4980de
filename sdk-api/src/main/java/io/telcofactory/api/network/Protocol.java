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
    /** Internet Control Message Protocol, IP protocol 1; for IPv4 only. */
    ICMP,
    /** Internet Control Message Protocol for IPv6, IP protocol 58. */
    ICMPV6;

    /**
     * Tells whether packets of this protocol carry ports.
     *
     * @return true for TCP and UDP
     */
    public boolean hasPorts() {
        return this == TCP || this == UDP;
    }

    /**
     * Tells whether packets of this protocol may carry addresses of a range.
     *
     * @param range any range
     * @return false for ICMP with IPv6 and for ICMPv6 with IPv4
     */
    public boolean carries(Cidr range) {
        return this != (range.isIpv6() ? ICMP : ICMPV6);
    }
}
