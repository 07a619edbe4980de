package io.telcofactory.api.nf;

/**
 * How many of a network function there are.
 *
 * @since 0.1
 */
public enum Redundancy {
    /** One. */
    SINGLE,
    /** Two on different hosts, which agree among themselves which of them works. */
    ACTIVE_STANDBY
}
