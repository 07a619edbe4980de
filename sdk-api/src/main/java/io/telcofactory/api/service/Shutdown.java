package io.telcofactory.api.service;

/**
 * How an instance ends when its role shrinks or its service goes.
 *
 * @since 0.1
 */
public enum Shutdown {
    /** The guest is told to shut down, and may finish what it has begun: that is where draining is done. */
    GRACEFUL,

    /** At once, as if the power went. */
    HARD
}
