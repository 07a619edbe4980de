package io.telcofactory.opennebula;

import io.telcofactory.api.internal.ValueStyle;
import io.telcofactory.api.spi.CallListener;
import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.api.spi.Time;
import io.telcofactory.opennebula.xml.XmlLimits;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.immutables.value.Value;

/**
 * How a client makes its calls; the same settings serve {@link OpenNebula} and {@link
 * io.telcofactory.opennebula.flow.OneFlow}.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface ClientSettings permits ImmutableClientSettings {

    /**
     * {@return what carries the HTTP exchanges, never closed by a client; empty for one that the client opens and closes itself,
     * an {@link io.telcofactory.opennebula.transport.OkHttpTransport} with its defaults}
     */
    Optional<HttpTransport> transport();

    /** {@return the longest time of a call, over all attempts; 30 seconds by default} */
    @Value.Default
    default Duration deadline() {
        return Duration.ofSeconds(30);
    }

    /**
     * {@return how often a call is tried at most; 3 by default, which finds a living server of five; a zone that elects its leader
     * is asked until the deadline, which does not count as attempts}
     */
    @Value.Default
    default int maxAttempts() {
        return 3;
    }

    /** {@return the source of time for deadlines and pauses} */
    @Value.Default
    default Time time() {
        return Time.system();
    }

    /** {@return the source of jitter, safe for concurrent use} */
    @Value.Default
    default RandomGenerator random() {
        return new SecureRandom();
    }

    /** {@return hears of every attempt of every call} */
    @Value.Default
    default CallListener listener() {
        return CallListener.NONE;
    }

    /** {@return what an XML answer may cost} */
    @Value.Default
    default XmlLimits limits() {
        return XmlLimits.DEFAULT;
    }

    /** Refuses what could never make an attempt. */
    @Value.Check
    default void check() {
        if (deadline().isNegative() || deadline().isZero()) {
            throw new IllegalArgumentException("deadline must be positive, was " + deadline());
        }
        if (maxAttempts() < 1) {
            throw new IllegalArgumentException("maxAttempts must be at least 1, was " + maxAttempts());
        }
    }

    /** {@return settings with all defaults} */
    static ClientSettings defaults() {
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
    final class Builder extends ImmutableClientSettings.Builder {
        Builder() {}
    }
}
