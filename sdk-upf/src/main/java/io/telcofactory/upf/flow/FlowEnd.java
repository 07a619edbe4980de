package io.telcofactory.upf.flow;

import io.telcofactory.api.network.PortRange;
import java.util.Optional;

/**
 * One side of a flow: its addresses and ports.
 *
 * @param address addresses or a keyword
 * @param ports ports, empty for all
 * @since 0.1
 */
public record FlowEnd(FlowAddress address, Optional<PortRange> ports) {
    /** Every address and port. */
    public static final FlowEnd ANY = new FlowEnd(FlowAddress.Keyword.ANY, Optional.empty());
    /** The UE, all ports. */
    public static final FlowEnd ASSIGNED = new FlowEnd(FlowAddress.Keyword.ASSIGNED, Optional.empty());

    /**
     * Returns a range of addresses with all their ports.
     *
     * @param prefix the range
     * @return the end
     */
    public static FlowEnd of(IpPrefix prefix) {
        return new FlowEnd(prefix, Optional.empty());
    }

    /**
     * Returns the same addresses with only these ports.
     *
     * @param range the ports
     * @return the end
     */
    public FlowEnd withPorts(PortRange range) {
        return new FlowEnd(address, Optional.of(range));
    }

    /** Tells whether any address with any port is of both. */
    boolean overlaps(FlowEnd other) {
        boolean apart = address instanceof IpPrefix one && other.address instanceof IpPrefix two && !one.overlaps(two);
        return !apart && (ports.isEmpty() || other.ports.isEmpty() || overlaps(ports.get(), other.ports.get()));
    }

    private static boolean overlaps(PortRange one, PortRange two) {
        return one.first() <= two.last() && two.first() <= one.last();
    }

    /** Returns the end as a flow description writes it. */
    @Override
    public String toString() {
        return address + ports.map(p -> " " + p).orElse("");
    }
}
