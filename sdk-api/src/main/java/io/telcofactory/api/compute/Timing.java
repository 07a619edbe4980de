package io.telcofactory.api.compute;

/**
 * By what a host's clock is kept, which a virtual machine on it may depend on.
 *
 * @since 0.1
 */
public enum Timing {
    /** Phase and time by the Precision Time Protocol. Source: IEEE 1588, ITU-T G.8275.1. */
    PTP,
    /** Frequency by Synchronous Ethernet. Source: ITU-T G.8262. */
    SYNCE
}
