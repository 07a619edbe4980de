package io.telcofactory.upf.camara;

import io.telcofactory.api.internal.ValueStyle;
import java.util.Optional;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * A change of a session with quality of service.
 *
 * <p><b>Source:</b> CAMARA Quality On Demand 1.1.0
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface QosStatusChange permits ImmutableQosStatusChange {

    /** {@return the session} */
    UUID sessionId();

    /** {@return its new status} */
    QosStatus qosStatus();

    /** {@return why} */
    Optional<StatusInfo> statusInfo();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableQosStatusChange.Builder {
        Builder() {}
    }
}
