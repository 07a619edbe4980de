package io.telcofactory.api;

/**
 * How a resource is right now, judged by what carries it: a service by its machines, not by the state that its controller gives.
 *
 * @since 0.1
 */
public enum Health {
    /** It does what it is there for. */
    READY,
    /** It is on its way there, or on its way out. */
    PROGRESSING,
    /** It works with less than what was asked, and may mend itself. */
    DEGRADED,
    /** It does not work, and will not by waiting. */
    FAILED,
    /** It is not there. */
    MISSING
}
