package io.telcofactory.gpu.internal;

import io.telcofactory.gpu.catalogue.Engine;
import io.telcofactory.gpu.catalogue.GpuBoard;
import io.telcofactory.gpu.catalogue.MigProfile;

/**
 * The engines of one board as counters packed into a long, so that "is enough of every kind left?" is one subtraction: a
 * byte per kind, whose top bit stays set unless the byte runs below zero.
 *
 * <p>A kind's capacity is what the listing itself promises: the most that {@code maxInstances} slices of one profile own
 * together. The count in the row of the largest profile is no capacity: on B200 it prints one decoder for 7g and for each
 * of seven 1g.
 */
public final class EngineCounters {
    private static final Engine[] KINDS = Engine.values();
    private static final long GUARDS = 0x8080_8080_80L;
    private static final int LARGEST = 127;

    private final long capacity;

    private EngineCounters(long capacity) {
        this.capacity = capacity;
    }

    /** Returns the counters of a board. */
    public static EngineCounters of(GpuBoard board) {
        long capacity = 0;
        for (Engine kind : KINDS) {
            int most = 0;
            for (MigProfile profile : board.profiles()) {
                most = Math.max(
                        most,
                        profile.maxInstances() * profile.engines().count(kind).orElse(0));
            }
            capacity |= field(kind, Math.min(LARGEST, most));
        }
        return new EngineCounters(capacity);
    }

    /** Returns counters that watch the given kind no longer. */
    public EngineCounters without(Engine kind) {
        return new EngineCounters(capacity & ~field(kind, 0xff));
    }

    /** Returns what a slice of a profile takes, kinds that are not watched left out. */
    public long need(MigProfile profile) {
        long need = 0;
        for (Engine kind : KINDS) {
            if (capacity(kind) > 0) {
                need |= field(kind, profile.engines().count(kind).orElse(0));
            }
        }
        return need;
    }

    /** Tells whether the need is left when so much is used. */
    public boolean leaves(long used, long need) {
        return (((capacity | GUARDS) - used - need) & GUARDS) == GUARDS;
    }

    /** Returns how many of a kind the board has; 0 for a kind that constrains nothing. */
    public int capacity(Engine kind) {
        return count(capacity, kind);
    }

    /** Returns one counter out of a packed value. */
    public static int count(long packed, Engine kind) {
        return (int) (packed >>> shift(kind)) & LARGEST;
    }

    private static long field(Engine kind, int value) {
        return (long) value << shift(kind);
    }

    private static int shift(Engine kind) {
        return switch (kind) {
            case COPY -> 0;
            case DECODER -> 8;
            case ENCODER -> 16;
            case JPEG -> 24;
            case OFA -> 32;
        };
    }
}
