package io.telcofactory.upf.steering;

import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.TrafficMatch;
import io.telcofactory.upf.flow.FlowDescription;
import io.telcofactory.upf.flow.FlowEnd;
import io.telcofactory.upf.flow.IpPrefix;
import io.telcofactory.upf.flow.IpProtocol;
import java.util.List;

/** The traffic of a breakout as flows; the one place where its matches are read. */
final class BreakoutFlows {
    private BreakoutFlows() {}

    /** Returns one flow for each match, from its servers to whatever UE. */
    static List<FlowDescription> ofServers(N6Breakout breakout) {
        return towards(breakout, List.of(FlowEnd.ASSIGNED));
    }

    /** Returns the flows that the network tells apart: to UEs by their ranges, unless DNN or slice names them. */
    static List<FlowDescription> of(N6Breakout breakout) {
        return namesUes(breakout) ? ofServers(breakout) : towards(breakout, devices(breakout));
    }

    /** Tells whether DNN or slice says which UEs are meant. */
    static boolean namesUes(N6Breakout breakout) {
        return breakout.dnn().isPresent() || breakout.snssai().isPresent();
    }

    /** Returns the devices by their ranges, or whatever UE if none are told. */
    static List<FlowEnd> devices(N6Breakout breakout) {
        return breakout.uePools().isEmpty()
                ? List.of(FlowEnd.ASSIGNED)
                : breakout.uePools().stream().map(BreakoutFlows::end).toList();
    }

    /** Returns the matches of a family of which no range of devices is. */
    static List<TrafficMatch> withoutDevices(N6Breakout breakout) {
        List<FlowEnd> devices = devices(breakout);
        return breakout.matches().stream()
                .filter(match -> towards(match, devices).isEmpty())
                .toList();
    }

    private static List<FlowDescription> towards(N6Breakout breakout, List<FlowEnd> ues) {
        return byMatch(breakout, ues).stream().flatMap(List::stream).toList();
    }

    /** Returns for each match one flow for each of these UEs; without matches all traffic is meant. */
    static List<List<FlowDescription>> byMatch(N6Breakout breakout, List<FlowEnd> ues) {
        return breakout.matches().isEmpty()
                ? List.of(ues.stream()
                        .map(ue -> new FlowDescription(IpProtocol.ANY, FlowEnd.ANY, ue))
                        .toList())
                : breakout.matches().stream().map(match -> towards(match, ues)).toList();
    }

    /** Returns one flow for each of these UEs that has addresses of the match's family. */
    private static List<FlowDescription> towards(TrafficMatch match, List<FlowEnd> ues) {
        boolean v6 = match.destination().isIpv6();
        return ues.stream()
                .filter(ue -> !(ue.address() instanceof IpPrefix range) || range.isV6() == v6)
                .map(ue -> new FlowDescription(protocol(match), server(match), ue))
                .toList();
    }

    private static FlowEnd server(TrafficMatch match) {
        FlowEnd server = match.destination().prefix() == 0 ? FlowEnd.ANY : end(match.destination());
        return match.ports().map(server::withPorts).orElse(server);
    }

    static FlowEnd end(Cidr range) {
        return FlowEnd.of(IpPrefix.parse(range.toString()));
    }

    private static IpProtocol protocol(TrafficMatch match) {
        return switch (match.protocol()) {
            case ANY -> IpProtocol.ANY;
            case TCP -> IpProtocol.TCP;
            case UDP -> IpProtocol.UDP;
            case ICMP -> IpProtocol.parse("icmp");
            case ICMPV6 -> IpProtocol.parse("58");
        };
    }
}
