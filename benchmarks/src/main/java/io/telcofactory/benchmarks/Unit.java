package io.telcofactory.benchmarks;

import java.util.List;
import java.util.Locale;

/** A unit of measure, and how people read it. */
public enum Unit {
    /** Nanoseconds. */
    TIME(1000, List.of("ns", "us", "ms", "s")),
    /** Bytes. */
    BYTES(1024, List.of("B", "KiB", "MiB", "GiB")),
    /** Events in a second. */
    RATE(1000, List.of("/s", "k/s", "M/s")),
    /** Things counted. */
    COUNT(1, List.of(""));

    private final int step;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> names;

    Unit(int step, List<String> names) {
        this.step = step;
        this.names = names;
    }

    /** Returns the value with three significant digits or more, in the largest unit that keeps it above one. */
    public String print(double value) {
        double scaled = value;
        int name = 0;
        while (Math.abs(scaled) >= step && name < names.size() - 1) {
            scaled /= step;
            name++;
        }
        return String.format(Locale.ROOT, pattern(scaled), scaled, names.get(name))
                .strip();
    }

    private static String pattern(double scaled) {
        double size = Math.abs(scaled);
        if (size >= 100 || scaled == Math.rint(scaled)) {
            return "%.0f %s";
        }
        return size >= 10 ? "%.1f %s" : "%.2f %s";
    }
}
