package io.telcofactory.api.service;

/**
 * When an instance counts as ready.
 *
 * @since 0.1
 */
public enum Readiness {
    /** When its virtual machine runs. */
    RUNNING,
    /** When the guest itself reports READY=YES through OneGate. */
    REPORTED
}
