package io.telcofactory.testkit.steering;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Addresses as text, of which IPv6 has many for one. Names are none: nothing is looked up. */
final class IpText {
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F.:]*[.:][0-9a-fA-F.:]*");
    private static final int PREFIX_BYTES = 8;

    private IpText() {}

    /** Returns the bytes of an address, four or sixteen. */
    static byte[] bytes(String address) {
        if (!LITERAL.matcher(address).matches()) {
            throw new IllegalArgumentException("'" + address + "' is no IP address");
        }
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("'" + address + "' is no IP address", e);
        }
    }

    /** Returns one text for all of an address; what is no address stays as it is. */
    static String canonical(String address) {
        try {
            return print(bytes(address));
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    static boolean same(String one, String other) {
        return canonical(one).equals(canonical(other));
    }

    /** Returns the /64 that a session of IPv6 has, around one of its addresses. */
    static String sessionPrefix(String address) {
        byte[] raw = bytes(address);
        for (int i = PREFIX_BYTES; i < raw.length; i++) {
            raw[i] = 0;
        }
        return print(raw).replaceFirst(":0:0:0:0$", "::") + "/64";
    }

    static String print(byte[] raw) {
        try {
            return InetAddress.getByAddress(raw).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
