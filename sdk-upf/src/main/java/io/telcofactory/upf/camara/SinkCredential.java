package io.telcofactory.upf.camara;

import io.telcofactory.api.internal.ValueStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What the operator shows at the sink of events; of the kinds that CAMARA lists, only access tokens are allowed.
 *
 * <p><b>Source:</b> CAMARA Traffic Influence 0.10.0, Quality On Demand 1.1.0
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface SinkCredential permits ImmutableSinkCredential {

    /** {@return the kind} */
    CredentialType credentialType();

    /** {@return the token, hidden in texts} */
    @Value.Redacted
    Optional<String> accessToken();

    /** {@return until when it is valid} */
    Optional<Instant> accessTokenExpiresUtc();

    /** {@return {@code bearer}} */
    Optional<String> accessTokenType();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableSinkCredential.Builder {
        Builder() {}
    }
}
