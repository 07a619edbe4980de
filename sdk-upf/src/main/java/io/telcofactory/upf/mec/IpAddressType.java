package io.telcofactory.upf.mec;

import java.util.Objects;

/**
 * A family of addresses. What this release does not know is kept as it came.
 *
 * @param value the text on the wire
 * @since 0.1
 */
public record IpAddressType(String value) {
    /** IPv4. */
    public static final IpAddressType IP_V4 = new IpAddressType("IP_V4");
    /** IPv6. */
    public static final IpAddressType IP_V6 = new IpAddressType("IP_V6");

    /** Checks that there is a text. */
    public IpAddressType {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
