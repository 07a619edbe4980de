package io.telcofactory.upf.mec;

import io.telcofactory.api.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What leads to the application.
 *
 * <p><b>Source:</b> ETSI GS MEC 011 V2.1.1 and V2.2.1 (application support).
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface DestinationInterface permits ImmutableDestinationInterface {

    /** {@return its kind} */
    InterfaceType interfaceType();

    /** {@return the tunnel} */
    Optional<TunnelInfo> tunnelInfo();

    /** {@return the source Ethernet address} */
    Optional<String> srcMacAddress();

    /** {@return the destination Ethernet address} */
    Optional<String> dstMacAddress();

    /** {@return the destination IP address} */
    Optional<String> dstIpAddress();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableDestinationInterface.Builder {
        Builder() {}
    }
}
