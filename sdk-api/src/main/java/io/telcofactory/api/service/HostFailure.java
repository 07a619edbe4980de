package io.telcofactory.api.service;

/**
 * What becomes of the instances on a host that fails.
 *
 * @since 0.1
 */
public enum HostFailure {
    /** They are started on other hosts. */
    RESTART,

    /** They wait until the host is back. */
    LEAVE
}
