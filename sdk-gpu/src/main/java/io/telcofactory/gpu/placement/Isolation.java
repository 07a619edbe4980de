package io.telcofactory.gpu.placement;

/**
 * With whom a claim shares a GPU.
 *
 * @since 0.1
 */
public enum Isolation {
    /** With any tenant. MIG keeps memory and compute apart; power, PCIe and a reset stay common. */
    SHARED,
    /** With the claim's own tenant only. */
    TENANT
}
