package io.telcofactory.upf.mec;

import java.util.Objects;

/**
 * A kind of tunnel. What this release does not know is kept as it came.
 *
 * @param value the text on the wire
 * @since 0.1
 */
public record TunnelType(String value) {
    /** GPRS tunnelling protocol, user plane. */
    public static final TunnelType GTP_U = new TunnelType("GTP_U");
    /** Generic routing encapsulation. */
    public static final TunnelType GRE = new TunnelType("GRE");

    /** Checks that there is a text. */
    public TunnelType {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
