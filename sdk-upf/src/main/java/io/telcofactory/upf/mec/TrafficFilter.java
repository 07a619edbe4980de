package io.telcofactory.upf.mec;

import io.telcofactory.api.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which packets a rule is about; of each list, one entry must fit.
 *
 * <p><b>Source:</b> ETSI GS MEC 011 V2.1.1 and V2.2.1 (application support).
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface TrafficFilter permits ImmutableTrafficFilter {

    /** {@return source addresses or ranges} */
    List<String> srcAddress();

    /** {@return destination addresses or ranges} */
    List<String> dstAddress();

    /** {@return source ports, as texts} */
    List<String> srcPort();

    /** {@return destination ports, as texts} */
    List<String> dstPort();

    /** {@return protocols, as texts} */
    List<String> protocol();

    /** {@return tokens} */
    List<String> token();

    /** {@return source addresses of the tunnel} */
    List<String> srcTunnelAddress();

    /** {@return destination addresses of the tunnel} */
    List<String> tgtTunnelAddress();

    /** {@return source ports of the tunnel} */
    List<String> srcTunnelPort();

    /** {@return destination ports of the tunnel} */
    List<String> dstTunnelPort();

    /** {@return the QoS class} */
    Optional<Integer> qCI();

    /** {@return the DSCP of IPv4} */
    Optional<Integer> dSCP();

    /** {@return the traffic class of IPv6} */
    Optional<Integer> tC();

    /** {@return a builder without attributes} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this value} */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes. */
    final class Builder extends ImmutableTrafficFilter.Builder {
        Builder() {}
    }
}
