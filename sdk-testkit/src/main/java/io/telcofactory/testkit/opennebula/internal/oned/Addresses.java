package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.api.network.Ipv6;
import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Arithmetic on IP and MAC addresses. */
final class Addresses {

    private Addresses() {}

    /** Reads an IPv4 address, or returns null. */
    static @Nullable Long ip4(String text) {
        if (!text.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
            return null;
        }
        long value = 0;
        for (String part : text.split("\\.")) {
            int octet = Integer.parseInt(part);
            if (octet > 255) {
                return null;
            }
            value = value << 8 | octet;
        }
        return value;
    }

    static String ip4(long value) {
        return (value >> 24 & 255) + "." + (value >> 16 & 255) + "." + (value >> 8 & 255) + "." + (value & 255);
    }

    /** Reads a MAC address, or returns null. */
    static @Nullable Long mac(String text) {
        if (!text.matches("[0-9a-fA-F]{1,2}(:[0-9a-fA-F]{1,2}){5}")) {
            return null;
        }
        long value = 0;
        for (String part : text.split(":")) {
            value = value << 8 | Integer.parseInt(part, 16);
        }
        return value;
    }

    static String mac(long value) {
        StringBuilder text = new StringBuilder();
        for (int shift = 40; shift >= 0; shift -= 8) {
            text.append(text.isEmpty() ? "" : ":").append(String.format(Locale.ROOT, "%02x", value >> shift & 255));
        }
        return text.toString();
    }

    /** The MAC address that oned derives from an IPv4 address: prefix 02:00. */
    static long macOf(long ip4) {
        return 0x0200L << 32 | ip4;
    }

    /** The IPv6 address of a prefix and the interface part that a MAC address gives. */
    static String ip6(String prefix, long mac) {
        long upper = ((mac >> 24) ^ 0x0200_00L) << 8 | 0xff;
        long identifier = upper << 32 | 0xfe00_0000L | (mac & 0xFF_FFFF);
        BigInteger network = Ipv6.parse(prefix).number().shiftRight(64).shiftLeft(64);
        return new Ipv6(network.add(new BigInteger(Long.toUnsignedString(identifier)))).toString();
    }

    /** Whether a text is an IPv6 prefix, or nothing. */
    static boolean isPrefix6(String text) {
        try {
            return text.isEmpty() || Ipv6.parse(text).number().signum() >= 0;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
