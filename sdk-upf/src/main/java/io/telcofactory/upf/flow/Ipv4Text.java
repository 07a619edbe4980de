package io.telcofactory.upf.flow;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dotted decimal IPv4 addresses, without the octal and short forms that {@code inet_aton} allows. */
final class Ipv4Text {
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern ADDRESS = Pattern.compile(OCTET + "\\." + OCTET + "\\." + OCTET + "\\." + OCTET);

    private Ipv4Text() {}

    static long parse(String text) {
        Matcher octets = ADDRESS.matcher(text);
        if (!octets.matches()) {
            throw new IllegalArgumentException("address = '" + text + "' must be an IPv4 or IPv6 address");
        }
        long address = 0;
        for (int group = 1; group <= 4; group++) {
            address = address << 8 | Integer.parseInt(octets.group(group));
        }
        return address;
    }

    static String print(long address) {
        return (address >> 24) + "." + (address >> 16 & 0xFF) + "." + (address >> 8 & 0xFF) + "." + (address & 0xFF);
    }
}
