package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * QoS for time-sensitive traffic, given as numbers instead of a reference.
 *
 * <p><b>Source:</b> 3GPP TS 29.122 (AsSessionWithQoS, Release 17).
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface TscQosRequirement permits ImmutableTscQosRequirement {

    /** {@return the guaranteed downlink rate, for example {@code 10 Mbps}} */
    Optional<String> reqGbrDl();

    /** {@return the guaranteed uplink rate} */
    Optional<String> reqGbrUl();

    /** {@return the largest downlink rate} */
    Optional<String> reqMbrDl();

    /** {@return the largest uplink rate} */
    Optional<String> reqMbrUl();

    /** {@return the largest burst, 4096 to 2000000 bytes} */
    Optional<Integer> maxTscBurstSize();

    /** {@return the longest delay within the 5G system in milliseconds} */
    Optional<Integer> req5Gsdelay();

    /** {@return 1 to 8} */
    Optional<Integer> priority();

    /** {@return the time domain} */
    Optional<Integer> tscaiTimeDom();

    /** {@return the downlink pattern} */
    Optional<TscaiInputContainer> tscaiInputDl();

    /** {@return the uplink pattern} */
    Optional<TscaiInputContainer> tscaiInputUl();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableTscQosRequirement.Builder {
        Builder() {}
    }
}
