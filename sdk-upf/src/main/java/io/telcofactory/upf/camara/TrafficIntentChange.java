package io.telcofactory.upf.camara;

import io.telcofactory.api.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * A change of a traffic intent. The operator tells what it wants to: none of the attributes is mandatory.
 *
 * <p><b>Source:</b> CAMARA Traffic Influence 0.10.0
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface TrafficIntentChange permits ImmutableTrafficIntentChange {

    /** {@return the intent} */
    Optional<String> trafficInfluenceID();

    /** {@return its application} */
    Optional<UUID> appId();

    /** {@return its new state} */
    Optional<IntentState> state();

    /** {@return the instances to which traffic now goes} */
    List<UUID> selectedAppInstanceId();

    /** {@return the device it is about, by one name} */
    Optional<Device> deviceResponse();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableTrafficIntentChange.Builder {
        Builder() {}
    }
}
