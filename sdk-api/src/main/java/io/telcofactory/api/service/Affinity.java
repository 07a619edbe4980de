package io.telcofactory.api.service;

/**
 * How instances stand to each other when hosts are chosen for them.
 *
 * @since 0.1
 */
public enum Affinity {
    /** Together on one host. */
    AFFINED,

    /** Each on another host, so that the failure of a host takes at most one of them. */
    ANTI_AFFINED
}
