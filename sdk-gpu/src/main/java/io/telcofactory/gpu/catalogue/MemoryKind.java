package io.telcofactory.gpu.catalogue;

/**
 * How the memory of a GPU relates to that of its host.
 *
 * @since 0.1
 */
public enum MemoryKind {
    /** The GPU has its own memory behind PCIe. */
    DISCRETE,
    /** The GPU has its own memory and reads the host's coherently over NVLink-C2C: GH200, GB200, GB300. */
    COHERENT,
    /** CPU and GPU share one pool: DGX Spark (GB10), Jetson Thor. What programs and system use is missing to the GPU. */
    UNIFIED
}
