package io.telcofactory.api.network;

/**
 * How the user plane function hands traffic over at N6. Source: 3GPP TS 23.501 clauses 5.6.10 (session types) and 5.8.2.
 *
 * @since 0.1
 */
public enum N6Mode {
    /** Devices keep their addresses, and the edge knows the way back to them. */
    ROUTED,
    /** Devices hide behind the user plane function's own address: only they can start traffic. */
    NAT,
    /** Frames are handed over as they are (Ethernet sessions); addresses are the tenant's own matter. */
    ETHERNET
}
