package io.telcofactory.upf.camara;

import java.util.Objects;

/**
 * How events reach a sink. What this release does not know is kept as it came.
 *
 * @param value the text on the wire
 * @since 0.1
 */
public record SubscriptionProtocol(String value) {
    /** By POST; the only one that is allowed yet. */
    public static final SubscriptionProtocol HTTP = new SubscriptionProtocol("HTTP");

    /** Checks that there is a text. */
    public SubscriptionProtocol {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
