package io.telcofactory.upf.mec;

/**
 * The releases of GS MEC 011 whose messages differ.
 *
 * @since 0.1
 */
public enum MecVersion {
    /** V2.1.1: a traffic rule has one destination interface. */
    V2_1_1,
    /** V2.2.1: a traffic rule has up to two, and priority 0 goes first. */
    V2_2_1
}
