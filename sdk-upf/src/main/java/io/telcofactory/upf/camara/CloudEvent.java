package io.telcofactory.upf.camara;

import io.telcofactory.api.internal.ValueStyle;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Something that an operator tells. The payload that fits the type is there; of types that this release does not know, none.
 *
 * <p><b>Source:</b> CAMARA Traffic Influence 0.10.0, Quality On Demand 1.1.0
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface CloudEvent permits ImmutableCloudEvent {

    /** {@return unique among the events of its source} */
    String id();

    /** {@return who tells it} */
    URI source();

    /** {@return what it is about} */
    EventType type();

    /** {@return when it happened} */
    Instant time();

    /** {@return of a traffic intent} */
    Optional<TrafficIntentChange> trafficIntentChange();

    /** {@return of a session with quality of service} */
    Optional<QosStatusChange> qosStatusChange();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableCloudEvent.Builder {
        Builder() {}
    }
}
