package io.telcofactory.upf.mec;

import io.telcofactory.api.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A tunnel to the application.
 *
 * <p><b>Source:</b> ETSI GS MEC 011 V2.1.1 and V2.2.1 (application support).
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface TunnelInfo permits ImmutableTunnelInfo {

    /** {@return its kind} */
    TunnelType tunnelType();

    /** {@return its far end} */
    Optional<String> tunnelDstAddress();

    /** {@return its near end} */
    Optional<String> tunnelSrcAddress();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableTunnelInfo.Builder {
        Builder() {}
    }
}
