package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Where traffic leaves the 5G network: an access to the data network and how traffic is carried there. Besides the
 * access the standard wants a tunnel, a profile or both.
 *
 * <p><b>Source:</b> 3GPP TS 29.571
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface RouteToLocation permits ImmutableRouteToLocation {

    /** {@return the access to the data network, at an edge site} */
    String dnai();

    /** {@return the N6 tunnel} */
    Optional<RouteInformation> routeInfo();

    /** {@return the routing profile that the operator agreed on} */
    Optional<String> routeProfId();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableRouteToLocation.Builder {
        Builder() {}
    }
}
