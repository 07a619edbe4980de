package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * All packet flow descriptions of one application.
 *
 * <p><b>Source:</b> 3GPP TS 29.122 (PFD management, Release 17)
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface PfdData permits ImmutablePfdData {

    /** {@return the application id} */
    String externalAppId();

    /** {@return its address, set by the NEF} */
    Optional<URI> self();

    /** {@return the descriptions by their ids} */
    Map<String, Pfd> pfds();

    /** {@return the longest time to deploy them, in seconds} */
    Optional<Integer> allowedDelay();

    /** {@return how long the network may keep them, in seconds; set by the NEF} */
    Optional<Integer> cachingTime();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutablePfdData.Builder {
        Builder() {}
    }
}
