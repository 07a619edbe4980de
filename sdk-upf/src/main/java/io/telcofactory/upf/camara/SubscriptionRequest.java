package io.telcofactory.upf.camara;

import io.telcofactory.api.internal.ValueStyle;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Where to be told of changes of a resource.
 *
 * <p><b>Source:</b> CAMARA Traffic Influence 0.10.0
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface SubscriptionRequest permits ImmutableSubscriptionRequest {

    /** {@return the address, https only} */
    URI sink();

    /** {@return the protocol of the sink} */
    SubscriptionProtocol protocol();

    /** {@return what the operator shows at the sink} */
    Optional<SinkCredential> sinkCredential();

    /** {@return the kind of event, exactly one} */
    List<EventType> types();

    /** {@return until when} */
    Optional<Instant> subscriptionExpireTime();

    /** {@return after how many events it ends} */
    Optional<Integer> subscriptionMaxEvents();

    /** {@return whether the present state is told at once} */
    Optional<Boolean> initialEvent();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableSubscriptionRequest.Builder {
        Builder() {}
    }
}
