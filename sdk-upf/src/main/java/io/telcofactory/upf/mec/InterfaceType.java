package io.telcofactory.upf.mec;

import java.util.Objects;

/**
 * What leads to the application. What this release does not know is kept as it came.
 *
 * @param value the text on the wire
 * @since 0.1
 */
public record InterfaceType(String value) {
    /** A tunnel. */
    public static final InterfaceType TUNNEL = new InterfaceType("TUNNEL");
    /** An Ethernet address. */
    public static final InterfaceType MAC = new InterfaceType("MAC");
    /** An IP address. */
    public static final InterfaceType IP = new InterfaceType("IP");

    /** Checks that there is a text. */
    public InterfaceType {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
