package io.telcofactory.upf.flow;

import io.telcofactory.api.network.PortRange;
import java.util.Optional;

/**
 * Packets of some UEs to some ports of servers, as a rule or somebody else wants them.
 *
 * @param ues data network and slice of the UEs
 * @param protocol their protocol, 0 for every one
 * @param low the lowest port of the servers
 * @param high the highest
 * @param ue addresses and ports of the UEs
 */
record Packets(UeScope ues, int protocol, int low, int high, FlowEnd ue) {
    private static final int ALL_PORTS = 65_535;

    static Packets of(FlowRule rule) {
        FlowDescription flow = rule.flow();
        Optional<PortRange> ports = flow.from().ports();
        return new Packets(
                rule.ues(),
                flow.protocol().number(),
                ports.map(PortRange::first).orElse(0),
                ports.map(PortRange::last).orElse(ALL_PORTS),
                flow.to());
    }

    /** Tells whether any may be of UEs and protocol of the others. */
    boolean areLike(Packets others) {
        return (protocol == others.protocol || protocol == 0 || others.protocol == 0) && ues.overlaps(others.ues);
    }

    /** Tells whether any belong to both, if their servers are the same. */
    boolean meet(Packets others) {
        return low <= others.high && others.low <= high && areLike(others) && ue.overlaps(others.ue);
    }
}
