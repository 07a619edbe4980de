package io.telcofactory.upf.camara;

import io.telcofactory.api.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An application server, by at least one of its addresses.
 *
 * <p><b>Source:</b> CAMARA Quality On Demand 1.1.0
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface ApplicationServer permits ImmutableApplicationServer {

    /** {@return an address or a range, for example {@code 10.60.0.0/24}} */
    Optional<String> ipv4Address();

    /** {@return an address or a range} */
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
    final class Builder extends ImmutableApplicationServer.Builder {
        Builder() {}
    }
}
