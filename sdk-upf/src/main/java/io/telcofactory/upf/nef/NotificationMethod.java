package io.telcofactory.upf.nef;

import java.util.Objects;

/**
 * How often events are reported. The standard may add values; what this release does not know is kept as it came.
 *
 * @param value the text on the wire
 * @since 0.1
 */
public record NotificationMethod(String value) {
    /** At fixed intervals. */
    public static final NotificationMethod PERIODIC = new NotificationMethod("PERIODIC");
    /** Once. */
    public static final NotificationMethod ONE_TIME = new NotificationMethod("ONE_TIME");
    /** Each time. */
    public static final NotificationMethod ON_EVENT_DETECTION = new NotificationMethod("ON_EVENT_DETECTION");

    /** Checks that there is a text. */
    public NotificationMethod {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
