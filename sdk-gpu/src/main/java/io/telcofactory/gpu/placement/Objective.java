package io.telcofactory.gpu.placement;

/**
 * What a fleet is good at in the long run.
 *
 * @since 0.1
 */
public enum Objective {
    /** As many claims as possible are accepted; learns which profiles are asked for, and keeps room for the scarce ones. */
    MOST_ACCEPTED,
    /** As few GPUs as possible are in use, so that the others can sleep or be claimed whole. */
    FEWEST_GPUS,
    /** Every profile keeps as many places as possible, whatever is asked for. */
    LEAST_FRAGMENTATION
}
