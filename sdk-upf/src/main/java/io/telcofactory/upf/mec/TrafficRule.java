package io.telcofactory.upf.mec;

import io.telcofactory.api.internal.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/**
 * What the platform does with certain packets. Rules come from the description of the application; it can only read
 * and change them.
 *
 * <p><b>Source:</b> ETSI GS MEC 011 V2.1.1 and V2.2.1 (application support).
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface TrafficRule permits ImmutableTrafficRule {

    /** {@return the id} */
    String trafficRuleId();

    /** {@return what the filters look at} */
    FilterType filterType();

    /** {@return 0 to 255, 0 goes first in V2.2.1} */
    int priority();

    /** {@return the filters, one of which must fit} */
    List<TrafficFilter> trafficFilter();

    /** {@return what happens} */
    TrafficAction action();

    /** {@return where it goes: none to drop, one to forward, two to duplicate} */
    List<DestinationInterface> dstInterface();

    /** {@return whether it is in force} */
    RuleState state();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableTrafficRule.Builder {
        Builder() {}
    }
}
