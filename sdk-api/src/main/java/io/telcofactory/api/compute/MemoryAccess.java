package io.telcofactory.api.compute;

/**
 * Who else may map the memory of a virtual machine. Source: OpenNebula 7.4, TOPOLOGY/MEMORY_ACCESS.
 *
 * @since 0.1
 */
public enum MemoryAccess {
    /** Nobody. */
    PRIVATE,
    /** Processes of the host, as vhost-user and DPDK switches need it. */
    SHARED
}
