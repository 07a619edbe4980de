package io.telcofactory.upf.nef;

import java.util.Objects;

/**
 * An event that the NEF reports. The standard may add values; what this release does not know is kept as it came.
 *
 * @param value the text on the wire
 * @since 0.1
 */
public record SubscribedEvent(String value) {
    /** The user plane path of a PDU session changed. */
    public static final SubscribedEvent UP_PATH_CHANGE = new SubscribedEvent("UP_PATH_CHANGE");

    /** Checks that there is a text. */
    public SubscribedEvent {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
