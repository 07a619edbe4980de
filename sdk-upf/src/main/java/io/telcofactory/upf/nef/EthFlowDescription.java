package io.telcofactory.upf.nef;

import io.telcofactory.api.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A packet filter on Ethernet frames.
 *
 * <p><b>Source:</b> 3GPP TS 29.514
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface EthFlowDescription permits ImmutableEthFlowDescription {

    /** {@return the destination, hexadecimal with hyphens} */
    Optional<String> destMacAddr();

    /** {@return the Ethertype, hexadecimal} */
    String ethType();

    /** {@return the filter on IP packets inside} */
    Optional<String> fDesc();

    /** {@return its direction} */
    Optional<FlowDirection> fDir();

    /** {@return the source, hexadecimal with hyphens} */
    Optional<String> sourceMacAddr();

    /** {@return customer and service VLAN tag, at most two} */
    List<String> vlanTags();

    /** {@return the last source of a range that begins at {@link #sourceMacAddr()}} */
    Optional<String> srcMacAddrEnd();

    /** {@return the last destination of a range that begins at {@link #destMacAddr()}} */
    Optional<String> destMacAddrEnd();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableEthFlowDescription.Builder {
        Builder() {}
    }
}
