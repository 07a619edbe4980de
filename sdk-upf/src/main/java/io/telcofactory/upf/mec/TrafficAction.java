package io.telcofactory.upf.mec;

import java.util.Objects;

/**
 * What happens to the traffic of a rule. What this release does not know is kept as it came.
 *
 * @param value the text on the wire
 * @since 0.1
 */
public record TrafficAction(String value) {
    /** It is dropped. */
    public static final TrafficAction DROP = new TrafficAction("DROP");
    /** It is forwarded without its tunnel. */
    public static final TrafficAction FORWARD_DECAPSULATED = new TrafficAction("FORWARD_DECAPSULATED");
    /** It is forwarded in its tunnel. */
    public static final TrafficAction FORWARD_ENCAPSULATED = new TrafficAction("FORWARD_ENCAPSULATED");
    /** It passes unchanged. */
    public static final TrafficAction PASSTHROUGH = new TrafficAction("PASSTHROUGH");
    /** A copy without its tunnel is forwarded. */
    public static final TrafficAction DUPLICATE_DECAPSULATED = new TrafficAction("DUPLICATE_DECAPSULATED");
    /** A copy in its tunnel is forwarded. */
    public static final TrafficAction DUPLICATE_ENCAPSULATED = new TrafficAction("DUPLICATE_ENCAPSULATED");

    /** Checks that there is a text. */
    public TrafficAction {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
