package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A span of time in which a request is valid.
 *
 * <p><b>Source:</b> 3GPP TS 29.514
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface TemporalValidity permits ImmutableTemporalValidity {

    /** {@return its begin, empty for now} */
    Optional<Instant> startTime();

    /** {@return its end, empty for never} */
    Optional<Instant> stopTime();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableTemporalValidity.Builder {
        Builder() {}
    }
}
