package io.telcofactory.upf.camara;

import java.util.Objects;

/**
 * Whether a quality of service is granted. What this release does not know is kept as it came.
 *
 * @param value the text on the wire
 * @since 0.1
 */
public record QosStatus(String value) {
    /** It is asked for. */
    public static final QosStatus REQUESTED = new QosStatus("REQUESTED");
    /** It is granted. */
    public static final QosStatus AVAILABLE = new QosStatus("AVAILABLE");
    /** It is not, or no longer. */
    public static final QosStatus UNAVAILABLE = new QosStatus("UNAVAILABLE");

    /** Checks that there is a text. */
    public QosStatus {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
