package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import java.net.URI;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How notifications travel over a WebSocket.
 *
 * <p><b>Source:</b> 3GPP TS 29.122
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface WebsockNotifConfig permits ImmutableWebsockNotifConfig {

    /** {@return the address to connect to, given by the NEF} */
    Optional<URI> websocketUri();

    /** {@return true to ask for one} */
    Optional<Boolean> requestWebsocketUri();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableWebsockNotifConfig.Builder {
        Builder() {}
    }
}
