package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A change of a session with QoS; what is absent stays.
 *
 * <p><b>Source:</b> 3GPP TS 29.122 (AsSessionWithQoS, Release 17).
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface AsSessionWithQosPatch permits ImmutableAsSessionWithQosPatch {

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

    /** {@return what to do with the usage to be reported} */
    @Value.Default
    default Merge<UsageThreshold> usageThreshold() {
        return Merge.keep();
    }

    /** {@return what to measure} */
    Optional<QosMonitoringInformation> qosMonInfo();

    /** {@return whether the UPF may report by itself} */
    Optional<Boolean> directNotifInd();

    /** {@return where to send notifications} */
    Optional<URI> notificationDestination();

    /** {@return the QoS as numbers} */
    Optional<TscQosRequirement> tscQosReq();

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
    final class Builder extends ImmutableAsSessionWithQosPatch.Builder {
        Builder() {}
    }
}
