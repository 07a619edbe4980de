package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A transaction: the packet flow descriptions of one or more applications. Success may be partial: read {@link
 * #pfdReports()}.
 *
 * <p><b>Source:</b> 3GPP TS 29.122 (PFD management, Release 17)
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface PfdManagement permits ImmutablePfdManagement {

    /** {@return its address, set by the NEF} */
    Optional<URI> self();

    /** {@return the optional features understood, a hexadecimal bit mask} */
    Optional<String> supportedFeatures();

    /** {@return the descriptions by application id} */
    Map<String, PfdData> pfdDatas();

    /** {@return the failures by their codes; set by the NEF} */
    Map<String, PfdReport> pfdReports();

    /** {@return where to send notifications} */
    Optional<URI> notificationDestination();

    /** {@return true to get a notification as a test} */
    Optional<Boolean> requestTestNotification();

    /** {@return delivery over a WebSocket} */
    Optional<WebsockNotifConfig> websockNotifConfig();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutablePfdManagement.Builder {
        Builder() {}
    }
}
