package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import java.net.URI;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What the NEF tells when the user plane path of a UE changes.
 *
 * <p><b>Source:</b> 3GPP TS 29.522 (TrafficInfluence, Release 17)
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface EventNotification permits ImmutableEventNotification {

    /** {@return the transaction of the subscription it belongs to} */
    Optional<String> afTransId();

    /** {@return whether it comes before or after the change} */
    DnaiChangeType dnaiChgType();

    /** {@return the route left} */
    Optional<RouteToLocation> sourceTrafficRoute();

    /** {@return the event} */
    SubscribedEvent subscribedEvent();

    /** {@return the route taken} */
    Optional<RouteToLocation> targetTrafficRoute();

    /** {@return the access left} */
    Optional<String> sourceDnai();

    /** {@return the access taken} */
    Optional<String> targetDnai();

    /** {@return the UE} */
    Optional<String> gpsi();

    /** {@return its IPv4 address before} */
    Optional<String> srcUeIpv4Addr();

    /** {@return its IPv6 prefix before} */
    Optional<String> srcUeIpv6Prefix();

    /** {@return its IPv4 address after} */
    Optional<String> tgtUeIpv4Addr();

    /** {@return its IPv6 prefix after} */
    Optional<String> tgtUeIpv6Prefix();

    /** {@return its MAC address} */
    Optional<String> ueMac();

    /** {@return where to acknowledge, when the subscription asked for it} */
    Optional<URI> afAckUri();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableEventNotification.Builder {
        Builder() {}
    }
}
