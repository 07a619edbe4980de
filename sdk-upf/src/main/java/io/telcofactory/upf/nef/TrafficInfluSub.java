package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import io.telcofactory.api.network.Snssai;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A request of an application that traffic take a certain way: which traffic, of which UEs, to which access of the
 * data network.
 *
 * <p><b>Source:</b> 3GPP TS 29.522 (TrafficInfluence, Release 17)
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface TrafficInfluSub permits ImmutableTrafficInfluSub {

    /** {@return the service on whose behalf the application asks; the network may map it to a DNN and a slice} */
    Optional<String> afServiceId();

    /** {@return the application whose traffic is meant; one of the three selectors} */
    Optional<String> afAppId();

    /** {@return the transaction, chosen by the application and echoed in notifications} */
    Optional<String> afTransId();

    /** {@return whether the application may be relocated} */
    Optional<Boolean> appReloInd();

    /** {@return the data network, labels separated by dots} */
    Optional<String> dnn();

    /** {@return the slice} */
    Optional<Snssai> snssai();

    /** {@return the group of UEs, {@code local@domain}} */
    Optional<String> externalGroupId();

    /** {@return true if all UEs are meant} */
    Optional<Boolean> anyUeInd();

    /** {@return the events to be told of; then {@link #notificationDestination()} is mandatory} */
    List<SubscribedEvent> subscribedEvents();

    /** {@return the one UE, {@code msisdn-...} or {@code extid-...}} */
    Optional<String> gpsi();

    /** {@return the one UE by its IPv4 address} */
    Optional<String> ipv4Addr();

    /** {@return the domain of {@link #ipv4Addr()} where addresses are used more than once} */
    Optional<String> ipDomain();

    /** {@return the one UE by its IPv6 address} */
    Optional<String> ipv6Addr();

    /** {@return the one UE by its MAC address, hexadecimal with hyphens} */
    Optional<String> macAddr();

    /** {@return when to be told of a change} */
    Optional<DnaiChangeType> dnaiChgType();

    /** {@return where to send notifications} */
    Optional<URI> notificationDestination();

    /** {@return true to get a notification as a test} */
    Optional<Boolean> requestTestNotification();

    /** {@return delivery over a WebSocket} */
    Optional<WebsockNotifConfig> websockNotifConfig();

    /** {@return the address of the subscription, set by the NEF} */
    Optional<URI> self();

    /** {@return the IP flows meant; one of the three selectors} */
    List<FlowInfo> trafficFilters();

    /** {@return the Ethernet flows meant; one of the three selectors} */
    List<EthFlowDescription> ethTrafficFilters();

    /** {@return where the traffic is to leave the network} */
    List<RouteToLocation> trafficRoutes();

    /** {@return true if all UEs of the group shall use one common access} */
    Optional<Boolean> tfcCorrInd();

    /** {@return when the request is valid; always if empty} */
    List<TemporalValidity> tempValidities();

    /** {@return the zones in which it is valid; replaced by {@link #geoAreas()} in Release 17} */
    List<String> validGeoZoneIds();

    /** {@return the areas in which it is valid; everywhere if empty} */
    List<GeographicalArea> geoAreas();

    /** {@return true if the application will acknowledge notifications} */
    Optional<Boolean> afAckInd();

    /** {@return true if the UE must keep its address} */
    Optional<Boolean> addrPreserInd();

    /** {@return true if old and new path are to be kept side by side for a while} */
    Optional<Boolean> simConnInd();

    /** {@return how long both are kept, in seconds} */
    Optional<Integer> simConnTerm();

    /** {@return the longest latency of the user plane, in milliseconds} */
    Optional<Integer> maxAllowedUpLat();

    /** {@return addresses that the network replaces} */
    List<EasIpReplacementInfo> easIpReplaceInfos();

    /** {@return true if the UE must look for its server again} */
    Optional<Boolean> easRedisInd();

    /** {@return when events are reported} */
    Optional<ReportingInformation> eventReq();

    /** {@return events reported in the answer itself} */
    List<EventNotification> eventReports();

    /** {@return the optional features understood, a hexadecimal bit mask} */
    Optional<String> suppFeat();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableTrafficInfluSub.Builder {
        Builder() {}
    }
}
