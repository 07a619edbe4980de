package io.telcofactory.api.network;

/**
 * How a network is kept apart from others on the wire. Source: ETSI GS NFV-IFA 006 (network type).
 *
 * @since 0.1
 */
public enum NetworkType {
    /** A VLAN tag (IEEE 802.1Q). */
    VLAN,
    /** A tunnel between hosts (RFC 7348), for sites whose switches know no tenants. */
    VXLAN,
    /** Nothing: the fabric itself is the network, so that it carries only this one. */
    FLAT
}
