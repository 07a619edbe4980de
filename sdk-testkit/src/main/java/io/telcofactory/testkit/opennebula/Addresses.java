package io.telcofactory.testkit.opennebula;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Arithmetic on IPv4 and MAC addresses. */
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

    /** The interface part that IPv6 addresses get from a MAC address, as oned prints it. */
    static String interfaceId(long mac) {
        long upper = (mac >> 32 & 0xFFFF) ^ 0x0200;
        long middle = mac >> 24 & 0xFF;
        long second = (mac >> 16 & 0xFF) | 0xfe00;
        return Long.toHexString(upper).replaceFirst("^0$", "") + ":" + Long.toHexString(middle << 8 | 0xff) + ":"
                + Long.toHexString(second) + ":" + Long.toHexString(mac & 0xFFFF);
    }
}
