package io.telcofactory.upf.connection;

import io.telcofactory.api.internal.ValueStyle;
import io.telcofactory.api.spi.CallListener;
import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.api.spi.Time;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * How a client reaches the other side; the same for all clients of this module.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface ConnectionSettings permits ImmutableConnectionSettings {

    /** {@return the HTTP stack to use, never closed by the client; empty for one of its own} */
    Optional<HttpTransport> transport();

    /** {@return whom to trust and how to prove itself; only for a transport of its own} */
    @Value.Default
    default TlsSettings tls() {
        return TlsSettings.system();
    }

    /** {@return the credentials, none by default} */
    @Value.Default
    default Authorization authorization() {
        return Authorization.none();
    }

    /** {@return the longest time for all attempts of a call together, 30 seconds by default} */
    @Value.Default
    default Duration deadline() {
        return Duration.ofSeconds(30);
    }

    /** {@return the most attempts of a call that may be repeated, 3 by default} */
    @Value.Default
    default int maxAttempts() {
        return 3;
    }

    /**
     * {@return hosts besides the configured one to which a redirect may lead, with the credentials; names without port}
     */
    Set<String> redirectHosts();

    /** {@return the source of time} */
    @Value.Default
    default Time time() {
        return Time.system();
    }

    /** {@return hears of every attempt} */
    @Value.Default
    default CallListener listener() {
        return CallListener.NONE;
    }

    /** {@return settings with all defaults} */
    static ConnectionSettings defaults() {
        return builder().build();
    }

    /** {@return a builder with the defaults} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of these settings} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableConnectionSettings.Builder {
        Builder() {}
    }
}
