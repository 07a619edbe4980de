package io.telcofactory.api.network;

import io.telcofactory.api.internal.Checks;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much traffic passes in a second. Units are decimal: 1 Gbit/s = 1000 Mbit/s = 1,000,000,000 bit/s.
 *
 * @param bitsPerSecond at least 1
 * @since 0.1
 */
public record Bitrate(long bitsPerSecond) implements Comparable<Bitrate> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,15}) ?(bit/s|kbit/s|Mbit/s|Gbit/s)");
    private static final String[] UNITS = {"bit/s", "kbit/s", "Mbit/s", "Gbit/s"};

    /** Checks that something passes. */
    public Bitrate {
        Checks.require(bitsPerSecond >= 1, bitsPerSecond, "bit rate in bit/s", "must be at least 1");
    }

    /**
     * Returns a rate in megabits per second.
     *
     * @param count how many times 1,000,000 bit/s
     * @return the rate
     */
    public static Bitrate megabits(long count) {
        return new Bitrate(Math.multiplyExact(count, 1_000_000L));
    }

    /**
     * Reads a whole number and a unit.
     *
     * @param text for example {@code 1 Gbit/s}, with or without the blank; bit/s, kbit/s, Mbit/s or Gbit/s
     * @return the rate
     * @throws IllegalArgumentException if the text has another shape
     */
    public static Bitrate parse(String text) {
        Matcher form = FORM.matcher(text.trim());
        Checks.require(
                form.matches(), text, "bit rate", "must be a whole number and a unit: bit/s, kbit/s, Mbit/s or Gbit/s");
        long bits = Long.parseLong(form.group(1));
        for (int i = 0; !UNITS[i].equals(form.group(2)); i++) {
            bits = Math.multiplyExact(bits, 1000L);
        }
        return new Bitrate(bits);
    }

    @Override
    public int compareTo(Bitrate other) {
        return Long.compare(bitsPerSecond, other.bitsPerSecond);
    }

    /** Returns the rate in the largest unit in which it is a whole number. */
    @Override
    public String toString() {
        long count = bitsPerSecond;
        int unit = 0;
        while (unit < UNITS.length - 1 && count % 1000 == 0) {
            count /= 1000;
            unit++;
        }
        return count + " " + UNITS[unit];
    }
}
