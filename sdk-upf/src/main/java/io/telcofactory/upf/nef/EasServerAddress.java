package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import org.immutables.value.Value;

/**
 * Where an edge application server listens.
 *
 * <p><b>Source:</b> 3GPP TS 29.514
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface EasServerAddress permits ImmutableEasServerAddress {

    /** {@return its address} */
    IpAddr ip();

    /** {@return its port} */
    int port();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableEasServerAddress.Builder {
        Builder() {}
    }
}
