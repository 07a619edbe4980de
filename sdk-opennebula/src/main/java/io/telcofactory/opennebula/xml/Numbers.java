package io.telcofactory.opennebula.xml;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Reads numbers without throwing: OpenNebula leaves numeric elements empty, or puts a hyphen. */
final class Numbers {
    private static final int MAX_DIGITS = 18;

    private Numbers() {}

    static OptionalLong whole(byte[] text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && text[from] <= ' ' && text[from] >= 0) {
            from++;
        }
        while (to > from && text[to - 1] <= ' ' && text[to - 1] >= 0) {
            to--;
        }
        boolean negative = from < to && text[from] == '-';
        int at = negative ? from + 1 : from;
        if (at == to || to - at > MAX_DIGITS) {
            return OptionalLong.empty();
        }
        long value = 0;
        for (; at < to; at++) {
            int digit = text[at] - '0';
            if (digit < 0 || digit > 9) {
                return OptionalLong.empty();
            }
            value = value * 10 + digit;
        }
        return OptionalLong.of(negative ? -value : value);
    }

    static OptionalDouble decimal(String text) {
        String trimmed = text.trim();
        if (trimmed.isEmpty() || !isDecimal(trimmed)) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(trimmed);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private static boolean isDecimal(String text) {
        return text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0);
    }
}
