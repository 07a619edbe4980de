package io.telcofactory.upf.nef;

import java.util.Objects;

/**
 * A delay to be measured. What this release does not know is kept as it came.
 *
 * @param value the text on the wire
 * @since 0.1
 */
public record QosMonitoringParameter(String value) {
    /** To the UE. */
    public static final QosMonitoringParameter DOWNLINK = new QosMonitoringParameter("DOWNLINK");
    /** From the UE. */
    public static final QosMonitoringParameter UPLINK = new QosMonitoringParameter("UPLINK");
    /** There and back. */
    public static final QosMonitoringParameter ROUND_TRIP = new QosMonitoringParameter("ROUND_TRIP");

    /** Checks that there is a text. */
    public QosMonitoringParameter {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
