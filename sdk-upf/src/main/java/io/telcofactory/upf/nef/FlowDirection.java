package io.telcofactory.upf.nef;

import java.util.Objects;

/**
 * The direction of a packet filter. The standard may add values; what this release does not know is kept as it came.
 *
 * @param value the text on the wire
 * @since 0.1
 */
public record FlowDirection(String value) {
    /** To the UE. */
    public static final FlowDirection DOWNLINK = new FlowDirection("DOWNLINK");
    /** From the UE. */
    public static final FlowDirection UPLINK = new FlowDirection("UPLINK");
    /** Both. */
    public static final FlowDirection BIDIRECTIONAL = new FlowDirection("BIDIRECTIONAL");
    /** To the UE, used for both; only in filters that the UE asked for. */
    public static final FlowDirection UNSPECIFIED = new FlowDirection("UNSPECIFIED");

    /** Checks that there is a text. */
    public FlowDirection {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
