package io.telcofactory.upf.camara;

import io.telcofactory.api.internal.ValueStyle;
import java.util.Optional;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * What traffic should take the shortest way to an application at the edge: of all users, or of one device. The API calls the
 * resource a {@code TrafficInfluence}.
 *
 * <p>There is no range of devices, no data network, no slice and no server address in it: the operator knows the servers by
 * the application. Another device, zone or port is another resource.
 *
 * <p><b>Source:</b> CAMARA Traffic Influence 0.10.0
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface TrafficIntent permits ImmutableTrafficIntent {

    /** {@return the id that the operator gave it} */
    Optional<String> trafficInfluenceID();

    /** {@return who asks, as agreed with the operator} */
    String apiConsumerId();

    /** {@return the application, as the operator named it when it was onboarded} */
    UUID appId();

    /** {@return one running instance of it, empty for the nearest} */
    Optional<UUID> appInstanceId();

    /** {@return only in this region} */
    Optional<String> edgeCloudRegion();

    /** {@return only in this zone} */
    Optional<UUID> edgeCloudZoneId();

    /** {@return how far the operator is; set by it} */
    Optional<IntentState> state();

    /** {@return only traffic from this public port of the device, 0 to 65535} */
    Optional<Integer> sourcePort();

    /** {@return only traffic to this port of the application, 0 to 65535} */
    Optional<Integer> destinationPort();

    /** {@return only traffic of this protocol, by the keyword that IANA lists, for example {@code TCP}} */
    Optional<String> destinationProtocol();

    /** {@return one device, empty for all users; never with a token that names the device} */
    Optional<Device> device();

    /** {@return where to be told of changes} */
    Optional<SubscriptionRequest> subscriptionRequest();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableTrafficIntent.Builder {
        Builder() {}
    }
}
