package io.telcofactory.upf.camara;

import io.telcofactory.api.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The IPv4 address of a device. Behind a translator the public address alone names nobody, so that the private address or
 * the public port comes with it.
 *
 * <p><b>Source:</b> CAMARA Traffic Influence 0.10.0, Quality On Demand 1.1.0
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface DeviceIpv4Address permits ImmutableDeviceIpv4Address {

    /** {@return the address that servers see; always needed in requests} */
    Optional<String> publicAddress();

    /** {@return the address that the device has} */
    Optional<String> privateAddress();

    /** {@return the port that servers see} */
    Optional<Integer> publicPort();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableDeviceIpv4Address.Builder {
        Builder() {}
    }
}
