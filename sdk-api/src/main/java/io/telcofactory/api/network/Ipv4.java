package io.telcofactory.api.network;

import io.telcofactory.api.internal.Checks;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * An IPv4 address.
 *
 * @param bits the address as an unsigned 32-bit number, 0 to 4294967295
 * @since 0.1
 */
public record Ipv4(long bits) implements IpAddress {
    private static final Pattern DECIMAL = Pattern.compile("0|[1-9]\\d{0,2}");

    /** Checks the range. */
    public Ipv4 {
        Checks.require(bits >= 0 && bits <= 0xFFFFFFFFL, bits, "IPv4 address", "must fit in 32 bits");
    }

    /**
     * Reads a dotted address; leading zeros are refused, since programs disagree on them.
     *
     * @param text for example {@code 10.60.0.1}
     * @return the address
     * @throws IllegalArgumentException if the text has another shape
     */
    public static Ipv4 parse(String text) {
        String[] parts = text.split("\\.", -1);
        long bits = 0;
        boolean ok = parts.length == 4;
        for (String part : parts) {
            ok = ok && DECIMAL.matcher(part).matches() && Integer.parseInt(part) <= 255;
            bits = ok ? bits << 8 | Integer.parseInt(part) : 0;
        }
        Checks.require(
                ok, text, "IPv4 address", "must be four numbers of 0 to 255 without leading zeros, like 10.60.0.1");
        return new Ipv4(bits);
    }

    @Override
    public int width() {
        return Integer.SIZE;
    }

    @Override
    public BigInteger number() {
        return BigInteger.valueOf(bits);
    }

    @Override
    public Ipv4 plus(long distance) {
        return new Ipv4(bits + distance);
    }

    /** Returns the dotted form. */
    @Override
    public String toString() {
        return (bits >> 24) + "." + (bits >> 16 & 255) + "." + (bits >> 8 & 255) + "." + (bits & 255);
    }
}
