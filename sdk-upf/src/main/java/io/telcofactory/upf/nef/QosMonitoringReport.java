package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Measured delays.
 *
 * <p><b>Source:</b> 3GPP TS 29.122 (AsSessionWithQoS, Release 17).
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface QosMonitoringReport permits ImmutableQosMonitoringReport {

    /** {@return uplink, in milliseconds} */
    List<Integer> ulDelays();

    /** {@return downlink, in milliseconds} */
    List<Integer> dlDelays();

    /** {@return there and back, in milliseconds} */
    List<Integer> rtDelays();

    /** {@return true if measuring failed} */
    Optional<Boolean> pdmf();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableQosMonitoringReport.Builder {
        Builder() {}
    }
}
