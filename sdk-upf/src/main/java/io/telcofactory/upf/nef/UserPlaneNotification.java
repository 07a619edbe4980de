package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import java.net.URI;
import java.util.List;
import org.immutables.value.Value;

/**
 * What the NEF tells about a session with QoS.
 *
 * <p><b>Source:</b> 3GPP TS 29.122 (AsSessionWithQoS, Release 17).
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface UserPlaneNotification permits ImmutableUserPlaneNotification {

    /** {@return the address of the session resource} */
    URI transaction();

    /** {@return the events} */
    List<UserPlaneEventReport> eventReports();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableUserPlaneNotification.Builder {
        Builder() {}
    }
}
