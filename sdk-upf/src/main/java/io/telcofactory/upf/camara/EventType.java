package io.telcofactory.upf.camara;

import java.util.Objects;

/**
 * What an event is about. What this release does not know is kept as it came.
 *
 * @param value the text on the wire
 * @since 0.1
 */
public record EventType(String value) {
    /** A traffic intent changed. */
    public static final EventType TRAFFIC_INFLUENCE_CHANGE =
            new EventType("org.camaraproject.traffic-influence.v1.traffic-influence-change");
    /** A session with quality of service changed. */
    public static final EventType QOS_STATUS_CHANGED =
            new EventType("org.camaraproject.quality-on-demand.v1.qos-status-changed");

    /** Checks that there is a text. */
    public EventType {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
