package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The far end of an N6 tunnel.
 *
 * <p><b>Source:</b> 3GPP TS 29.571
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface RouteInformation permits ImmutableRouteInformation {

    /** {@return its IPv4 address} */
    Optional<String> ipv4Addr();

    /** {@return its IPv6 address} */
    Optional<String> ipv6Addr();

    /** {@return its UDP port} */
    int portNumber();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableRouteInformation.Builder {
        Builder() {}
    }
}
