package io.telcofactory.upf.nef;

import java.util.Objects;

/**
 * Something that happens to a session with QoS. What this release does not know is kept as it came.
 *
 * @param value the text on the wire
 * @since 0.1
 */
public record UserPlaneEvent(String value) {
    /** The session ended. */
    public static final UserPlaneEvent SESSION_TERMINATION = new UserPlaneEvent("SESSION_TERMINATION");
    /** Its bearer was lost. */
    public static final UserPlaneEvent LOSS_OF_BEARER = new UserPlaneEvent("LOSS_OF_BEARER");
    /** Its bearer is there again. */
    public static final UserPlaneEvent RECOVERY_OF_BEARER = new UserPlaneEvent("RECOVERY_OF_BEARER");
    /** Its bearer was released. */
    public static final UserPlaneEvent RELEASE_OF_BEARER = new UserPlaneEvent("RELEASE_OF_BEARER");
    /** A usage threshold was reached. */
    public static final UserPlaneEvent USAGE_REPORT = new UserPlaneEvent("USAGE_REPORT");
    /** The QoS could not be given. */
    public static final UserPlaneEvent FAILED_RESOURCES_ALLOCATION = new UserPlaneEvent("FAILED_RESOURCES_ALLOCATION");
    /** The QoS is kept again. */
    public static final UserPlaneEvent QOS_GUARANTEED = new UserPlaneEvent("QOS_GUARANTEED");
    /** The QoS is no longer kept. */
    public static final UserPlaneEvent QOS_NOT_GUARANTEED = new UserPlaneEvent("QOS_NOT_GUARANTEED");
    /** A measurement is reported. */
    public static final UserPlaneEvent QOS_MONITORING = new UserPlaneEvent("QOS_MONITORING");
    /** The QoS was given. */
    public static final UserPlaneEvent SUCCESSFUL_RESOURCES_ALLOCATION =
            new UserPlaneEvent("SUCCESSFUL_RESOURCES_ALLOCATION");
    /** The access changed. */
    public static final UserPlaneEvent ACCESS_TYPE_CHANGE = new UserPlaneEvent("ACCESS_TYPE_CHANGE");
    /** The network of the UE changed. */
    public static final UserPlaneEvent PLMN_CHG = new UserPlaneEvent("PLMN_CHG");

    /** Checks that there is a text. */
    public UserPlaneEvent {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
