package io.telcofactory.api.service;

/**
 * How an instance ends when its role shrinks or its service goes.
 *
 * @since 0.1
 */
public enum Shutdown {
    /** The guest is told to shut down; how long it may take for that is the hypervisor's to say. */
    GRACEFUL,

    /** At once, as if the power went. */
    HARD
}
