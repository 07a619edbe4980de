package io.telcofactory.upf.mec;

import java.util.Objects;

/**
 * What a traffic filter looks at. What this release does not know is kept as it came.
 *
 * @param value the text on the wire
 * @since 0.1
 */
public record FilterType(String value) {
    /** The packets of a flow and their answers. */
    public static final FilterType FLOW = new FilterType("FLOW");
    /** Each packet. */
    public static final FilterType PACKET = new FilterType("PACKET");

    /** Checks that there is a text. */
    public FilterType {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
