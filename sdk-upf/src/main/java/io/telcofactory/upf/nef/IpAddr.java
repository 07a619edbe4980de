package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An IP address or an IPv6 prefix; exactly one of them.
 *
 * <p><b>Source:</b> 3GPP TS 29.571
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface IpAddr permits ImmutableIpAddr {

    /** {@return an IPv4 address} */
    Optional<String> ipv4Addr();

    /** {@return an IPv6 address} */
    Optional<String> ipv6Addr();

    /** {@return an IPv6 prefix} */
    Optional<String> ipv6Prefix();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableIpAddr.Builder {
        Builder() {}
    }
}
