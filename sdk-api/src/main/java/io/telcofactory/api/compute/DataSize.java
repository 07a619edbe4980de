package io.telcofactory.api.compute;

import io.telcofactory.api.internal.Checks;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of memory or storage. Units are binary: 1 GiB = 1024 MiB = 1,073,741,824 bytes.
 *
 * @param bytes at least 0
 * @since 0.1
 */
public record DataSize(long bytes) implements Comparable<DataSize> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,15}) ?(B|KiB|MiB|GiB|TiB)");
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    /** Checks that the amount is not negative. */
    public DataSize {
        Checks.require(bytes >= 0, bytes, "size in bytes", "must be at least 0");
    }

    /**
     * Returns a size in kibibytes.
     *
     * @param count how many times 1024 bytes
     * @return the size
     */
    public static DataSize kibibytes(long count) {
        return new DataSize(Math.multiplyExact(count, 1024L));
    }

    /**
     * Returns a size in mebibytes.
     *
     * @param count how many times 1024 KiB
     * @return the size
     */
    public static DataSize mebibytes(long count) {
        return kibibytes(Math.multiplyExact(count, 1024L));
    }

    /**
     * Returns a size in gibibytes.
     *
     * @param count how many times 1024 MiB
     * @return the size
     */
    public static DataSize gibibytes(long count) {
        return mebibytes(Math.multiplyExact(count, 1024L));
    }

    /**
     * Reads a whole number and a unit.
     *
     * @param text for example {@code 512 GiB}, with or without the blank; B, KiB, MiB, GiB or TiB
     * @return the size
     * @throws IllegalArgumentException if the text has another shape
     */
    public static DataSize parse(String text) {
        Matcher form = FORM.matcher(text.trim());
        Checks.require(form.matches(), text, "size", "must be a whole number and a unit: B, KiB, MiB, GiB or TiB");
        long bytes = Long.parseLong(form.group(1));
        for (int i = 0; !UNITS[i].equals(form.group(2)); i++) {
            bytes = Math.multiplyExact(bytes, 1024L);
        }
        return new DataSize(bytes);
    }

    /**
     * Returns whole mebibytes.
     *
     * @return the size in MiB, rounded down
     */
    public long toMebibytes() {
        return bytes >> 20;
    }

    /**
     * Returns whole kibibytes.
     *
     * @return the size in KiB, rounded down
     */
    public long toKibibytes() {
        return bytes >> 10;
    }

    /**
     * Checks that no fraction of a mebibyte is asked, since servers count memory in MiB.
     *
     * @param field what is checked, for the message
     * @return this size
     * @throws IllegalArgumentException if it is not a whole number of MiB
     */
    public DataSize requireWholeMebibytes(String field) {
        return Checks.require(bytes % (1L << 20) == 0, this, field, "must be a whole number of MiB");
    }

    @Override
    public int compareTo(DataSize other) {
        return Long.compare(bytes, other.bytes);
    }

    /** Returns the largest unit that needs no fraction: {@code 512 GiB}. */
    @Override
    public String toString() {
        long count = bytes;
        int unit = 0;
        while (count != 0 && count % 1024 == 0 && unit < UNITS.length - 1) {
            count /= 1024;
            unit++;
        }
        return count + " " + UNITS[unit];
    }
}
