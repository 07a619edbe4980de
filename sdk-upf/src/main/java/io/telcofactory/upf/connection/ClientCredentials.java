package io.telcofactory.upf.connection;

import io.telcofactory.api.internal.ValueStyle;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.immutables.value.Value;

/**
 * The client credentials grant of OAuth 2.0: a token is fetched when it is first needed and renewed before it expires, by
 * one request however many calls wait for it.
 *
 * <p>The northbound interfaces of 3GPP leave token address and scope to the operator.
 *
 * <p><b>Source:</b> RFC 6749 section 4.4; 3GPP TS 29.122 clause 6, TS 29.510 for the NRF's extra parameters.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface ClientCredentials extends Authorization permits ImmutableClientCredentials {

    /** {@return the address of the token endpoint} */
    URI tokenUri();

    /** {@return the client's id} */
    String clientId();

    /** {@return gives the client's secret, asked before each token request; never kept} */
    @Value.Redacted
    Supplier<String> secret();

    /** {@return the scopes asked for, separated by blanks; empty to send none} */
    Optional<String> scope();

    /** {@return true to send id and secret in the body, false for the Authorization header} */
    @Value.Default
    default boolean inBody() {
        return false;
    }

    /** {@return further form fields, for example {@code nfInstanceId} for an NRF} */
    Map<String, String> parameters();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableClientCredentials.Builder {
        Builder() {}
    }
}
