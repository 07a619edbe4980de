package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * When and how often events are reported.
 *
 * <p><b>Source:</b> 3GPP TS 29.523
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface ReportingInformation permits ImmutableReportingInformation {

    /** {@return true to be told the present state at once} */
    Optional<Boolean> immRep();

    /** {@return how often} */
    Optional<NotificationMethod> notifMethod();

    /** {@return the most reports} */
    Optional<Integer> maxReportNbr();

    /** {@return until when} */
    Optional<Instant> monDur();

    /** {@return the interval in seconds} */
    Optional<Integer> repPeriod();

    /** {@return the part of the UEs to report, 1 to 100 percent} */
    Optional<Integer> sampRatio();

    /** {@return what UEs are grouped by before sampling} */
    List<PartitioningCriteria> partitionCriteria();

    /** {@return the time in seconds for which reports are collected} */
    Optional<Integer> grpRepTime();

    /** {@return whether reports are muted} */
    Optional<NotificationFlag> notifFlag();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableReportingInformation.Builder {
        Builder() {}
    }
}
