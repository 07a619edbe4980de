package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One event.
 *
 * <p><b>Source:</b> 3GPP TS 29.122 (AsSessionWithQoS, Release 17).
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface UserPlaneEventReport permits ImmutableUserPlaneEventReport {

    /** {@return the event} */
    UserPlaneEvent event();

    /** {@return the usage so far} */
    Optional<UsageThreshold> accumulatedUsage();

    /** {@return the flows concerned; all if empty} */
    List<Integer> flowIds();

    /** {@return the fallback that is applied} */
    Optional<String> appliedQosRef();

    /** {@return the measured delays} */
    List<QosMonitoringReport> qosMonReports();

    /** {@return the network that serves the UE} */
    Optional<PlmnIdNid> plmnId();

    /** {@return the radio access} */
    Optional<String> ratType();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableUserPlaneEventReport.Builder {
        Builder() {}
    }
}
