package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The acknowledgement of a notification.
 *
 * <p><b>Source:</b> 3GPP TS 29.522 (TrafficInfluence, Release 17)
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface AfAckInfo permits ImmutableAfAckInfo {

    /** {@return the transaction of the subscription} */
    Optional<String> afTransId();

    /** {@return the result} */
    AfResultInfo ackResult();

    /** {@return the UE} */
    Optional<String> gpsi();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableAfAckInfo.Builder {
        Builder() {}
    }
}
