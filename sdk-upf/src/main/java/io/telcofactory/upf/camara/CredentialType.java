package io.telcofactory.upf.camara;

import java.util.Objects;

/**
 * What shows at a sink that an event comes from the operator. What this release does not know is kept as it came.
 *
 * @param value the text on the wire
 * @since 0.1
 */
public record CredentialType(String value) {
    /** Name and secret; not allowed. */
    public static final CredentialType PLAIN = new CredentialType("PLAIN");
    /** A bearer token. */
    public static final CredentialType ACCESSTOKEN = new CredentialType("ACCESSTOKEN");
    /** A token that can be renewed; not allowed. */
    public static final CredentialType REFRESHTOKEN = new CredentialType("REFRESHTOKEN");

    /** Checks that there is a text. */
    public CredentialType {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
