package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import org.immutables.value.Value;

/**
 * An address that the network replaces by another, so that the UE need not know of a relocation.
 *
 * <p><b>Source:</b> 3GPP TS 29.514
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface EasIpReplacementInfo permits ImmutableEasIpReplacementInfo {

    /** {@return the address that the UE uses} */
    EasServerAddress source();

    /** {@return the address that it is replaced by} */
    EasServerAddress target();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableEasIpReplacementInfo.Builder {
        Builder() {}
    }
}
