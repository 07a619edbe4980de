package io.telcofactory.gpu.catalogue;

/**
 * Where the profiles of a board come from; the later constant is the better evidence.
 *
 * @since 0.1
 */
public enum Evidence {
    /** Taken over from the board's family or from documents; verify on the hardware before relying on the last detail. */
    INFERRED,
    /** Seen in the output of {@code nvidia-smi} on such a board. */
    LISTED,
    /** Given by the user of the SDK. */
    DECLARED,
    /** Read from the node at hand. */
    LIVE
}
