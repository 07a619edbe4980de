package io.telcofactory.upf.camara;

import java.util.Objects;

/**
 * Why a quality of service is no longer granted. What this release does not know is kept as it came.
 *
 * @param value the text on the wire
 * @since 0.1
 */
public record StatusInfo(String value) {
    /** Its time is over. */
    public static final StatusInfo DURATION_EXPIRED = new StatusInfo("DURATION_EXPIRED");
    /** The network ended it. */
    public static final StatusInfo NETWORK_TERMINATED = new StatusInfo("NETWORK_TERMINATED");
    /** It was deleted. */
    public static final StatusInfo DELETE_REQUESTED = new StatusInfo("DELETE_REQUESTED");

    /** Checks that there is a text. */
    public StatusInfo {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
