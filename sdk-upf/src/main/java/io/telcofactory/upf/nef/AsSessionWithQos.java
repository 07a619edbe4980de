package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import io.telcofactory.api.network.Snssai;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A request that a session of a UE get a certain QoS.
 *
 * <p><b>Source:</b> 3GPP TS 29.122 (AsSessionWithQoS, Release 17).
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface AsSessionWithQos permits ImmutableAsSessionWithQos {

    /** {@return the address, set by the NEF} */
    Optional<URI> self();

    /** {@return the optional features understood, a hexadecimal bit mask} */
    Optional<String> supportedFeatures();

    /** {@return the data network} */
    Optional<String> dnn();

    /** {@return the slice} */
    Optional<Snssai> snssai();

    /** {@return where to send notifications} */
    URI notificationDestination();

    /** {@return the application whose traffic is meant} */
    Optional<String> exterAppId();

    /** {@return the IP flows meant} */
    List<FlowInfo> flowInfo();

    /** {@return the Ethernet flows meant} */
    List<EthFlowDescription> ethFlowInfo();

    /** {@return the Ethernet flows meant, with numbers} */
    List<EthFlowInfo> enEthFlowInfo();

    /** {@return the QoS that was agreed on with the operator} */
    Optional<String> qosReference();

    /** {@return the QoS to fall back to, best first} */
    List<String> altQoSReferences();

    /** {@return the QoS to fall back to as numbers, best first} */
    List<AlternativeServiceRequirements> altQosReqs();

    /** {@return true if the UE is not told of a fallback} */
    Optional<Boolean> disUeNotif();

    /** {@return the UE by its IPv4 address} */
    Optional<String> ueIpv4Addr();

    /** {@return the domain of the IPv4 address} */
    Optional<String> ipDomain();

    /** {@return the UE by its IPv6 address} */
    Optional<String> ueIpv6Addr();

    /** {@return the UE by its MAC address} */
    Optional<String> macAddr();

    /** {@return the usage to be reported} */
    Optional<UsageThreshold> usageThreshold();

    /** {@return who pays} */
    Optional<SponsorInformation> sponsorInfo();

    /** {@return what to measure} */
    Optional<QosMonitoringInformation> qosMonInfo();

    /** {@return true if the UPF may report by itself} */
    Optional<Boolean> directNotifInd();

    /** {@return the QoS as numbers} */
    Optional<TscQosRequirement> tscQosReq();

    /** {@return true to get a notification as a test} */
    Optional<Boolean> requestTestNotification();

    /** {@return delivery over a WebSocket} */
    Optional<WebsockNotifConfig> websockNotifConfig();

    /** {@return the events to be told of} */
    List<UserPlaneEvent> events();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableAsSessionWithQos.Builder {
        Builder() {}
    }
}
