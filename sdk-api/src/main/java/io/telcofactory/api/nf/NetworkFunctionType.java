package io.telcofactory.api.nf;

/**
 * What a network function is. Source: 3GPP TS 23.501 for the core, TS 38.401 for the radio access network.
 *
 * @since 0.1
 */
public enum NetworkFunctionType {
    /** User plane function: carries the devices' traffic, and breaks it out at N6. */
    UPF,
    /** Distributed unit: the lower layers of a base station. */
    DU,
    /** Central unit: the upper layers of a base station. */
    CU
}
