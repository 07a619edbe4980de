package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/**
 * One Ethernet flow of an application.
 *
 * <p><b>Source:</b> 3GPP TS 29.122 (AsSessionWithQoS, Release 17).
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface EthFlowInfo permits ImmutableEthFlowInfo {

    /** {@return the number of the flow} */
    int flowId();

    /** {@return its packet filters, one or two} */
    List<EthFlowDescription> ethFlowDescriptions();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableEthFlowInfo.Builder {
        Builder() {}
    }
}
