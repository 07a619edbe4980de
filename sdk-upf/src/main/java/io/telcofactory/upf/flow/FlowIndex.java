package io.telcofactory.upf.flow;

import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one range of servers, one set of UEs by data network and slice, and one protocol. They are searched by ports
 * or by the addresses of UEs, whichever leaves fewer to look at; what is found shares one of the two for certain.
 */
final class FlowIndex {
    private final UeScope ues;
    private final int protocol;
    private final PortIndex ports;
    private final @Nullable UeIndex byUe;
    private final boolean uePorts;

    /** Takes some of all rules, by their numbers, at least one. */
    FlowIndex(int[] numbers, List<FlowRule> all) {
        FlowRule first = all.get(numbers[0]);
        ues = first.ues();
        protocol = first.flow().protocol().number();
        ports = new PortIndex(numbers, all);
        boolean ranges = false;
        boolean ofUes = false;
        for (int number : numbers) {
            FlowEnd to = all.get(number).flow().to();
            ranges |= to.address() instanceof IpPrefix;
            ofUes |= to.ports().isPresent();
        }
        byUe = ranges ? new UeIndex(numbers, all) : null;
        uePorts = ofUes;
    }

    UeScope ues() {
        return ues;
    }

    /** Tells whether its rules may be about these UEs and this protocol; 0 is every protocol. */
    boolean isAbout(UeScope others, int other) {
        return (protocol == other || protocol == 0 || other == 0) && ues.overlaps(others);
    }

    /** Tells of rules among which are all that share packets with a flow. */
    void candidates(FlowDescription flow, IntConsumer found) {
        candidates(PortIndex.low(flow), PortIndex.high(flow), flow.to().address(), found);
    }

    /** Tells of rules among which are all that share ports and UEs. */
    void candidates(int low, int high, FlowAddress ue, IntConsumer found) {
        if (byUe != null && ue instanceof IpPrefix range) {
            int byPorts = ports.count(low, high);
            if (byUe.estimate(range, byPorts) < byPorts) {
                byUe.overlapping(range, found);
                return;
            }
        }
        ports.overlapping(low, high, found);
    }

    /** Tells whether ports alone say which rules share packets with a flow. */
    boolean isByPorts(FlowEnd ue) {
        boolean everyUe = byUe == null || !(ue.address() instanceof IpPrefix);
        return everyUe && !(uePorts && ue.ports().isPresent());
    }

    int count(FlowDescription flow) {
        return ports.count(PortIndex.low(flow), PortIndex.high(flow));
    }
}
