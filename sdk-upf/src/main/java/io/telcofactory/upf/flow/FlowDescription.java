package io.telcofactory.upf.flow;

import io.telcofactory.api.network.PortRange;
import java.util.List;

/**
 * A packet filter as 5G cores read it, written from the network's view: {@code permit out udp from 10.60.0.0/24 8554 to
 * assigned} names the traffic from the server to the UE, and by swapping both sides the traffic from the UE to the
 * server.
 *
 * <p><b>Shape:</b> the part of the IPFilterRule that the parsers of eUPF, SD-Core, Open5GS, free5GC and OAI all accept:
 * action {@code permit}, direction {@code out}, one protocol, one prefix and at most one port or range of ports on each
 * side, both sides of one family, no options. {@link #split} turns richer rules into several of this form.
 *
 * <p><b>Source:</b> RFC 6733 section 4.3.1, 3GPP TS 29.214 clause 5.3.8.
 *
 * @param protocol the protocol above IP
 * @param from the server's side
 * @param to the UE's side
 * @since 0.1
 */
public record FlowDescription(IpProtocol protocol, FlowEnd from, FlowEnd to) {

    /** Checks what the two sides and the protocol must have in common. */
    public FlowDescription {
        if (from.address() == FlowAddress.Keyword.ASSIGNED) {
            throw invalid(print(protocol, from, to), "may have 'assigned' only after 'to'");
        }
        if (from.address() instanceof IpPrefix a && to.address() instanceof IpPrefix b && a.isV6() != b.isV6()) {
            throw invalid(print(protocol, from, to), "must have the same address family on both sides");
        }
        if (!protocol.hasPorts() && (from.ports().isPresent() || to.ports().isPresent())) {
            throw invalid(print(protocol, from, to), "has ports, which protocol '" + protocol + "' does not have");
        }
    }

    /**
     * Returns the flow between a server and whatever UE the subscription is about.
     *
     * @param protocol the protocol above IP
     * @param server addresses and ports of the server
     * @return {@code permit out PROTOCOL from SERVER to assigned}
     */
    public static FlowDescription fromServer(IpProtocol protocol, FlowEnd server) {
        return new FlowDescription(protocol, server, FlowEnd.ASSIGNED);
    }

    /**
     * Returns the flow that holds all traffic of a UE; a subscription for a whole DNN needs it, since a selector is
     * mandatory.
     *
     * @return {@code permit out ip from any to assigned}
     */
    public static FlowDescription everything() {
        return fromServer(IpProtocol.ANY, FlowEnd.ANY);
    }

    /**
     * Reads the common form.
     *
     * @param text for example {@code permit out ip from 10.60.0.0/24 to assigned}
     * @return the description
     * @throws IllegalArgumentException naming the text and the rule it breaks
     */
    public static FlowDescription parse(String text) {
        return FlowParser.parse(text);
    }

    /**
     * Reads the wider form of RFC 6733 and returns it in the common form: {@code permit in} with its sides swapped, host
     * bits cleared, lists of ports as one description for each pair of ports.
     *
     * @param text a rule with action {@code permit} and without inversion and options
     * @return at least one description
     * @throws IllegalArgumentException if the rule can't be said in the common form
     */
    public static List<FlowDescription> split(String text) {
        return FlowParser.split(text);
    }

    /**
     * Tells whether every packet of the other flow belongs to this one.
     *
     * @param other the other flow
     * @return true if it does
     */
    public boolean contains(FlowDescription other) {
        return protocol.contains(other.protocol) && contains(from, other.from) && contains(to, other.to);
    }

    /**
     * Tells whether any packet belongs to both flows.
     *
     * @param other the other flow
     * @return true if one does
     */
    public boolean overlaps(FlowDescription other) {
        boolean protocols = protocol.contains(other.protocol) || other.protocol.contains(protocol);
        return protocols && from.overlaps(other.from) && to.overlaps(other.to);
    }

    private static boolean contains(FlowEnd wide, FlowEnd narrow) {
        boolean ports = wide.ports().isEmpty()
                || narrow.ports()
                        .map(inner -> contains(wide.ports().get(), inner))
                        .orElse(false);
        return ports && containsAddress(wide.address(), narrow.address());
    }

    private static boolean containsAddress(FlowAddress wide, FlowAddress narrow) {
        if (wide instanceof IpPrefix range) {
            return narrow instanceof IpPrefix other && range.contains(other);
        }
        return true;
    }

    private static boolean contains(PortRange wide, PortRange narrow) {
        return wide.first() <= narrow.first() && narrow.last() <= wide.last();
    }

    static IllegalArgumentException invalid(String text, String rule) {
        return new IllegalArgumentException("flowDescription = '" + text + "' " + rule);
    }

    private static String print(IpProtocol protocol, FlowEnd from, FlowEnd to) {
        return "permit out " + protocol + " from " + from + " to " + to;
    }

    /** Returns the description as it goes over the wire. */
    @Override
    public String toString() {
        return print(protocol, from, to);
    }
}
