package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What the application made of a path change.
 *
 * <p><b>Source:</b> 3GPP TS 29.522 (TrafficInfluence, Release 17)
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface AfResultInfo permits ImmutableAfResultInfo {

    /** {@return the result} */
    AfResultStatus afStatus();

    /** {@return the route it wants instead} */
    Optional<RouteToLocation> trafficRoute();

    /** {@return true if uplink traffic to the new access must be buffered} */
    Optional<Boolean> upBuffInd();

    /** {@return addresses to replace} */
    List<EasIpReplacementInfo> easIpReplaceInfos();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableAfResultInfo.Builder {
        Builder() {}
    }
}
