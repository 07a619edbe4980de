package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/**
 * One IP flow of an application.
 *
 * <p><b>Source:</b> 3GPP TS 29.122
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface FlowInfo permits ImmutableFlowInfo {

    /** {@return the number of the flow, unique within its subscription} */
    int flowId();

    /** {@return its packet filters, one or two: of the same flow, one for each direction} */
    List<String> flowDescriptions();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableFlowInfo.Builder {
        Builder() {}
    }
}
