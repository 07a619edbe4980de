package io.telcofactory.gpu.placement;

/**
 * What the members of a group must not share.
 *
 * @since 0.1
 */
public enum Spread {
    /** No two members on one GPU. */
    GPUS,
    /** No two members on one host. */
    HOSTS
}
