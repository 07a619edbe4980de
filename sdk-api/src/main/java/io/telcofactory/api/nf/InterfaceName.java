package io.telcofactory.api.nf;

/**
 * The standard names of interfaces of network functions. Source: 3GPP TS 23.501 clause 4.2.7, TS 38.401 clause 6, O-RAN.WG4.CUS.
 *
 * @since 0.1
 */
public enum InterfaceName {
    /** Base station to access and mobility management. */
    N2,
    /** Base station to user plane function: the devices' traffic in tunnels. */
    N3,
    /** Session management to user plane function. */
    N4,
    /** User plane function to the data network: the devices' traffic itself. */
    N6,
    /** Between two user plane functions. */
    N9,
    /** Between control plane and user plane of a central unit. */
    E1,
    /** Between central and distributed unit. */
    F1,
    /** Between two base stations. */
    XN,
    /** Distributed unit to radio unit. */
    FRONTHAUL,
    /** To those who operate the function. */
    MANAGEMENT
}
