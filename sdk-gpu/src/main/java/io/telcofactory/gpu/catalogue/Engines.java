package io.telcofactory.gpu.catalogue;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How many engines of each kind one slice owns. A kind that no listing tells stays unknown and constrains nothing.
 *
 * @since 0.1
 */
public final class Engines {
    private static final Engines UNKNOWN = new Engines(new EnumMap<>(Engine.class));

    private final EnumMap<Engine, Integer> counts;

    private Engines(EnumMap<Engine, Integer> counts) {
        this.counts = counts;
    }

    /**
     * Returns engines of which nothing is known.
     *
     * @return the empty value
     */
    public static Engines unknown() {
        return UNKNOWN;
    }

    /**
     * Returns a copy with one kind known.
     *
     * @param engine the kind
     * @param count how many a slice owns, 0 to 127
     * @return the copy
     * @throws IllegalArgumentException if the count is out of range
     */
    public Engines with(Engine engine, int count) {
        if (count < 0 || count > 127) {
            throw new IllegalArgumentException(engine + " engines of a slice are 0 to 127, not " + count);
        }
        EnumMap<Engine, Integer> copy = new EnumMap<>(counts);
        copy.put(engine, count);
        return new Engines(copy);
    }

    /**
     * Returns the count of one kind.
     *
     * @param engine the kind
     * @return the count, or empty when it is not known
     */
    public OptionalInt count(Engine engine) {
        Integer count = counts.get(engine);
        return count == null ? OptionalInt.empty() : OptionalInt.of(count);
    }

    /**
     * Returns the known counts.
     *
     * @return an immutable copy
     */
    public Map<Engine, Integer> known() {
        return Map.copyOf(counts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Engines engines && engines.counts.equals(counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    /** Returns the known counts, for example {@code {COPY=3, DECODER=2}}. */
    @Override
    public String toString() {
        return counts.toString();
    }
}
