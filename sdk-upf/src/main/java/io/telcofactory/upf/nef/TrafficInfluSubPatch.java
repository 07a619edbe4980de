package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A change of a subscription. Only what can be changed without making the subscription anew is here: application, data
 * network, slice and UEs are not.
 *
 * <p><b>Source:</b> 3GPP TS 29.522 (TrafficInfluence, Release 17)
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface TrafficInfluSubPatch permits ImmutableTrafficInfluSubPatch {

    /** {@return what to do with the permission to relocate} */
    @Value.Default
    default Merge<Boolean> appReloInd() {
        return Merge.keep();
    }

    /** {@return the new IP flows, all of them; empty to keep the old} */
    List<FlowInfo> trafficFilters();

    /** {@return the new Ethernet flows, all of them; empty to keep the old} */
    List<EthFlowDescription> ethTrafficFilters();

    /** {@return the new routes, all of them; empty to keep the old} */
    List<RouteToLocation> trafficRoutes();

    /** {@return what to do with the common access of a group} */
    @Value.Default
    default Merge<Boolean> tfcCorrInd() {
        return Merge.keep();
    }

    /** {@return what to do with the times of validity} */
    @Value.Default
    default Merge<List<TemporalValidity>> tempValidities() {
        return Merge.keep();
    }

    /** {@return what to do with the zones} */
    @Value.Default
    default Merge<List<String>> validGeoZoneIds() {
        return Merge.keep();
    }

    /** {@return what to do with the areas} */
    @Value.Default
    default Merge<List<GeographicalArea>> geoAreas() {
        return Merge.keep();
    }

    /** {@return what to do with the acknowledgements} */
    @Value.Default
    default Merge<Boolean> afAckInd() {
        return Merge.keep();
    }

    /** {@return what to do with the preservation of addresses} */
    @Value.Default
    default Merge<Boolean> addrPreserInd() {
        return Merge.keep();
    }

    /** {@return whether both paths are kept for a while; empty to keep} */
    Optional<Boolean> simConnInd();

    /** {@return how long, in seconds; empty to keep} */
    Optional<Integer> simConnTerm();

    /** {@return what to do with the longest latency, in milliseconds} */
    @Value.Default
    default Merge<Integer> maxAllowedUpLat() {
        return Merge.keep();
    }

    /** {@return what to do with the replaced addresses} */
    @Value.Default
    default Merge<List<EasIpReplacementInfo>> easIpReplaceInfos() {
        return Merge.keep();
    }

    /** {@return whether the UE must look for its server again; empty to keep} */
    Optional<Boolean> easRedisInd();

    /** {@return where to send notifications; empty to keep} */
    Optional<URI> notificationDestination();

    /** {@return when events are reported; empty to keep} */
    Optional<ReportingInformation> eventReq();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableTrafficInfluSubPatch.Builder {
        Builder() {}
    }
}
