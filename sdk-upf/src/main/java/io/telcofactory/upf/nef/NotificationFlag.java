package io.telcofactory.upf.nef;

import java.util.Objects;

/**
 * Whether events are sent at once. The standard may add values; what this release does not know is kept as it came.
 *
 * @param value the text on the wire
 * @since 0.1
 */
public record NotificationFlag(String value) {
    /** They are sent. */
    public static final NotificationFlag ACTIVATE = new NotificationFlag("ACTIVATE");
    /** They are stored and not sent. */
    public static final NotificationFlag DEACTIVATE = new NotificationFlag("DEACTIVATE");
    /** Stored events are sent, then muted again. */
    public static final NotificationFlag RETRIEVAL = new NotificationFlag("RETRIEVAL");

    /** Checks that there is a text. */
    public NotificationFlag {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
