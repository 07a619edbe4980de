package io.telcofactory.upf.connection;

import java.util.function.Supplier;

/**
 * How a client proves to an API that it may call it. Secrets are asked for when they are needed and not kept.
 *
 * @since 0.1
 */
public sealed interface Authorization permits Authorization.None, Authorization.Bearer, ClientCredentials {

    /**
     * Sends no credentials; the network knows the caller by TLS, or trusts everybody.
     *
     * @return the authorization
     */
    static Authorization none() {
        return None.INSTANCE;
    }

    /**
     * Sends a token that the embedding program gets by itself, for example a three-legged CAMARA token.
     *
     * @param token asked before each call
     * @return the authorization
     */
    static Authorization bearer(Supplier<String> token) {
        return new Bearer(token);
    }

    /** No credentials. */
    enum None implements Authorization {
        /** The only one. */
        INSTANCE
    }

    /**
     * A token from outside.
     *
     * @param token asked before each call
     */
    record Bearer(Supplier<String> token) implements Authorization {
        @Override
        public String toString() {
            return "Bearer";
        }
    }
}
