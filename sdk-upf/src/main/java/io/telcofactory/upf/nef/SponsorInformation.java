package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import org.immutables.value.Value;

/**
 * Who pays for the traffic.
 *
 * <p><b>Source:</b> 3GPP TS 29.122 (AsSessionWithQoS, Release 17).
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface SponsorInformation permits ImmutableSponsorInformation {

    /** {@return the sponsor} */
    String sponsorId();

    /** {@return the application service provider} */
    String aspId();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableSponsorInformation.Builder {
        Builder() {}
    }
}
