package io.telcofactory.upf.steering;

import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.Dnn;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.TrafficMatch;
import io.telcofactory.upf.flow.FlowDescription;
import io.telcofactory.upf.flow.FlowEnd;
import io.telcofactory.upf.flow.IpPrefix;
import io.telcofactory.upf.flow.IpProtocol;
import io.telcofactory.upf.nef.FlowInfo;
import io.telcofactory.upf.nef.TrafficInfluSub;
import java.util.ArrayList;
import java.util.List;

/**
 * Says a breakout as a TrafficInfluence subscription; a pure function.
 *
 * <p><b>Threads:</b> immutable.
 *
 * @since 0.1
 */
public final class NefCompiler {
    private final RouteProfiles profiles;

    /**
     * Makes a compiler.
     *
     * @param profiles how traffic is carried over N6
     */
    public NefCompiler(RouteProfiles profiles) {
        this.profiles = profiles;
    }

    /**
     * Compiles a breakout.
     *
     * @param breakout what is wanted
     * @return the subscription without a transaction, and what had to be said otherwise
     */
    public Compiled<TrafficInfluSub> compile(N6Breakout breakout) {
        List<String> notes = new ArrayList<>();
        TrafficInfluSub.Builder sub = TrafficInfluSub.builder()
                .dnn(breakout.dnn().map(Dnn::text))
                .snssai(breakout.snssai())
                .anyUeInd(true)
                .addTrafficRoutes(profiles.route(breakout.dnai()));
        if (breakout.application().isPresent()) {
            notes.add("traffic is selected by application id '"
                    + breakout.application().get() + "': its flows are provisioned as packet flow descriptions");
            return new Compiled<>(sub.afAppId(breakout.application()).build(), notes);
        }
        List<FlowDescription> flows = flows(breakout, notes);
        for (int i = 0; i < flows.size(); i++) {
            sub.addTrafficFilters(FlowInfo.builder()
                    .flowId(i + 1)
                    .addFlowDescriptions(flows.get(i).toString())
                    .build());
        }
        return new Compiled<>(sub.build(), notes);
    }

    /**
     * Returns the flows by which the network detects a breakout's application.
     *
     * @param breakout a breakout with an application id
     * @return one description for each match
     */
    static List<String> applicationFlows(N6Breakout breakout) {
        return breakout.matches().stream()
                .map(match -> FlowDescription.fromServer(protocol(match), server(match))
                        .toString())
                .toList();
    }

    /** Returns the flows of a breakout as the network will see them, whether by filters or by application. */
    static List<FlowDescription> allFlows(N6Breakout breakout) {
        return flows(breakout, new ArrayList<>());
    }

    private static List<FlowDescription> flows(N6Breakout breakout, List<String> notes) {
        boolean namesUes = breakout.dnn().isPresent() || breakout.snssai().isPresent();
        List<FlowEnd> ues = namesUes
                ? List.of(FlowEnd.ASSIGNED)
                : breakout.uePools().stream().map(NefCompiler::end).toList();
        notes.add(
                namesUes
                        ? "a subscription has no range of UE addresses: DNN and slice name the UEs, "
                                + breakout.uePools() + " is only routed back"
                        : "a subscription has no range of UE addresses, and neither DNN nor slice names the UEs: "
                                + breakout.uePools() + " stands on the UE's side of each flow");
        List<FlowDescription> flows = new ArrayList<>();
        for (TrafficMatch match : breakout.matches()) {
            for (FlowEnd ue : ues) {
                flows.add(new FlowDescription(protocol(match), server(match), ue));
            }
        }
        if (flows.contains(FlowDescription.everything())) {
            notes.add("a selector of traffic is mandatory: all traffic is said as '" + FlowDescription.everything()
                    + "'");
        }
        if (flows.size() > 1) {
            notes.add("a flow has one description for each direction: " + flows.size()
                    + " ranges are as many flows of one subscription");
        }
        return flows;
    }

    private static FlowEnd server(TrafficMatch match) {
        FlowEnd server = match.destination().prefix() == 0 ? FlowEnd.ANY : end(match.destination());
        return match.ports().map(server::withPorts).orElse(server);
    }

    private static FlowEnd end(Cidr range) {
        return FlowEnd.of(IpPrefix.parse(range.toString()));
    }

    private static IpProtocol protocol(TrafficMatch match) {
        return switch (match.protocol()) {
            case ANY -> IpProtocol.ANY;
            case TCP -> IpProtocol.TCP;
            case UDP -> IpProtocol.UDP;
            case ICMP -> IpProtocol.parse("icmp");
        };
    }
}
