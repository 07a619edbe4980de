package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An amount of time or traffic.
 *
 * <p><b>Source:</b> 3GPP TS 29.122 (AsSessionWithQoS, Release 17).
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface UsageThreshold permits ImmutableUsageThreshold {

    /** {@return seconds} */
    Optional<Integer> duration();

    /** {@return bytes in both directions} */
    Optional<Long> totalVolume();

    /** {@return bytes to the UE} */
    Optional<Long> downlinkVolume();

    /** {@return bytes from the UE} */
    Optional<Long> uplinkVolume();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableUsageThreshold.Builder {
        Builder() {}
    }
}
