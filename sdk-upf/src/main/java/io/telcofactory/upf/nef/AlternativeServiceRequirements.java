package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A QoS to fall back to.
 *
 * <p><b>Source:</b> 3GPP TS 29.122 (AsSessionWithQoS, Release 17).
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface AlternativeServiceRequirements permits ImmutableAlternativeServiceRequirements {

    /** {@return the id of this fallback} */
    String altQosParamSetRef();

    /** {@return the guaranteed uplink rate, for example {@code 10 Mbps}} */
    Optional<String> gbrUl();

    /** {@return the guaranteed downlink rate} */
    Optional<String> gbrDl();

    /** {@return the packet delay budget in milliseconds} */
    Optional<Integer> pdb();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableAlternativeServiceRequirements.Builder {
        Builder() {}
    }
}
