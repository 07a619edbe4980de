package io.telcofactory.api.network;

import io.telcofactory.api.internal.Checks;

/**
 * Neighbouring ports.
 *
 * @param first 1 to 65535
 * @param last not less than {@code first}
 * @since 0.1
 */
public record PortRange(int first, int last) {

    /** Checks both ends. */
    public PortRange {
        Checks.range("first port", first, 1, 65535);
        Checks.range("last port", last, first, 65535);
    }

    /**
     * Reads a port or a range.
     *
     * @param text {@code 8554} or {@code 8000-8100}
     * @return the range
     * @throws IllegalArgumentException if the text has another shape
     */
    public static PortRange parse(String text) {
        Checks.require(text.matches("\\d{1,5}(-\\d{1,5})?"), text, "ports", "must look like 8554 or 8000-8100");
        String[] ends = text.split("-");
        int first = Integer.parseInt(ends[0]);
        return new PortRange(first, ends.length == 1 ? first : Integer.parseInt(ends[1]));
    }

    /** Returns {@code 8554} or {@code 8000-8100}. */
    @Override
    public String toString() {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}
