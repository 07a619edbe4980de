package io.telcofactory.upf.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one range of servers, one set of UEs by data network and slice, and one protocol. They are searched by ports
 * or by the addresses of UEs, whichever leaves fewer to look at; what is found shares one of the two for certain.
 */
final class FlowIndex {
    private final List<int[]> intervals = new ArrayList<>(1);
    private @Nullable UeIndex ues;
    private boolean uePorts;
    private PortIndex ports = PortIndex.EMPTY;

    void add(int number, FlowDescription flow) {
        if (ues == null && flow.to().address() instanceof IpPrefix) {
            UeIndex started = new UeIndex();
            intervals.forEach(interval -> started.add(interval[2], FlowAddress.Keyword.ANY));
            ues = started;
        }
        if (ues != null) {
            ues.add(number, flow.to().address());
        }
        intervals.add(new int[] {PrefixNode.low(flow), PrefixNode.high(flow), number});
        uePorts |= flow.to().ports().isPresent();
    }

    void seal() {
        ports = new PortIndex(intervals);
        intervals.clear();
    }

    /** Tells of rules among which are all that share ports and UEs. */
    void candidates(int low, int high, FlowAddress ue, IntConsumer found) {
        if (ues != null && ue instanceof IpPrefix range) {
            int byPorts = ports.count(low, high);
            if (ues.estimate(range, byPorts) < byPorts) {
                ues.overlapping(range, found);
                return;
            }
        }
        ports.overlapping(low, high, found);
    }

    /** Tells whether ports alone say which rules share packets with a flow. */
    boolean isByPorts(FlowEnd ue) {
        boolean everyUe = ues == null || !(ue.address() instanceof IpPrefix);
        return everyUe && !(uePorts && ue.ports().isPresent());
    }

    int count(int low, int high) {
        return ports.count(low, high);
    }
}
