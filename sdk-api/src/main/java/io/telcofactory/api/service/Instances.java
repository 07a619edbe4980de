package io.telcofactory.api.service;

import io.telcofactory.api.internal.Checks;

/**
 * How many instances of a role run. Between the bounds others, such as an operator or an autoscaler, may choose; the SDK
 * changes the number only when it lies outside.
 *
 * @param min 1 to 1000
 * @param max at least {@code min}, at most 1000
 * @since 0.1
 */
public record Instances(int min, int max) {

    /** Checks the bounds. */
    public Instances {
        Checks.range("instances.min", min, 1, 1000);
        Checks.range("instances.max", max, min, 1000);
    }

    /**
     * Returns a fixed number.
     *
     * @param count 1 to 1000
     * @return equal bounds
     */
    public static Instances exactly(int count) {
        return new Instances(count, count);
    }

    /**
     * Tells whether the number is fixed.
     *
     * @return true if both bounds are equal
     */
    public boolean fixed() {
        return min == max;
    }

    /** Returns {@code 2}, or {@code 1..4}. */
    @Override
    public String toString() {
        return fixed() ? Integer.toString(min) : min + ".." + max;
    }
}
