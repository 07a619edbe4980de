package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What is to be measured, and when it is reported.
 *
 * <p><b>Source:</b> 3GPP TS 29.122 (AsSessionWithQoS, Release 17).
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface QosMonitoringInformation permits ImmutableQosMonitoringInformation {

    /** {@return the delays to measure} */
    List<QosMonitoringParameter> reqQosMonParams();

    /** {@return when to report} */
    List<ReportingFrequency> repFreqs();

    /** {@return the downlink threshold in milliseconds} */
    Optional<Integer> repThreshDl();

    /** {@return the uplink threshold in milliseconds} */
    Optional<Integer> repThreshUl();

    /** {@return the round trip threshold in milliseconds} */
    Optional<Integer> repThreshRp();

    /** {@return the shortest time between reports in seconds} */
    Optional<Integer> waitTime();

    /** {@return the interval in seconds} */
    Optional<Integer> repPeriod();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableQosMonitoringInformation.Builder {
        Builder() {}
    }
}
