package io.telcofactory.api.compute;

/**
 * How virtual CPUs are tied to hardware threads. Source: OpenNebula 7.4, TOPOLOGY/PIN_POLICY.
 *
 * @since 0.1
 */
public enum PinPolicy {
    /** Not tied: the host's scheduler moves them. */
    NONE,
    /** Each virtual CPU has a whole core of its own. */
    CORE,
    /** Each virtual CPU has a hardware thread of its own. */
    THREAD,
    /** All virtual CPUs share a fixed set of hardware threads. */
    SHARED
}
