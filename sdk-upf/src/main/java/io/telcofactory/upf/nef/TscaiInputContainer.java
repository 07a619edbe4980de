package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The pattern of time-sensitive traffic.
 *
 * <p><b>Source:</b> 3GPP TS 29.122 (AsSessionWithQoS, Release 17).
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface TscaiInputContainer permits ImmutableTscaiInputContainer {

    /** {@return microseconds between bursts} */
    Optional<Integer> periodicity();

    /** {@return when a burst arrives} */
    Optional<Instant> burstArrivalTime();

    /** {@return how many messages may be lost} */
    Optional<Integer> surTimeInNumMsg();

    /** {@return how long messages may be lost, in microseconds} */
    Optional<Integer> surTimeInTime();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableTscaiInputContainer.Builder {
        Builder() {}
    }
}
