package io.telcofactory.upf.camara;

import io.telcofactory.api.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A device, by at least one of its names. Where several are given, the operator picks one and tells which.
 *
 * <p><b>Source:</b> CAMARA Traffic Influence 0.10.0, Quality On Demand 1.1.0
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface Device permits ImmutableDevice {

    /** {@return a number with country code and leading {@code +}} */
    Optional<String> phoneNumber();

    /** {@return {@code USER@REALM}} */
    Optional<String> networkAccessIdentifier();

    /** {@return the IPv4 address} */
    Optional<DeviceIpv4Address> ipv4Address();

    /** {@return any address of the device's IPv6 subnet} */
    Optional<String> ipv6Address();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableDevice.Builder {
        Builder() {}
    }
}
