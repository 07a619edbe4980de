package io.telcofactory.upf.steering;

import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.N6Mode;
import io.telcofactory.upf.flow.FlowDescription;
import io.telcofactory.upf.flow.IpPrefix;
import io.telcofactory.upf.flow.IpProtocol;
import io.telcofactory.upf.mec.DestinationInterface;
import io.telcofactory.upf.mec.FilterType;
import io.telcofactory.upf.mec.RuleState;
import io.telcofactory.upf.mec.TrafficAction;
import io.telcofactory.upf.mec.TrafficFilter;
import io.telcofactory.upf.mec.TrafficRule;
import java.util.ArrayList;
import java.util.List;

/**
 * Says a breakout as the traffic rule of an application on an ETSI MEC platform. The platform makes rules from the description of
 * the application (MEC 010-2) and lets them only be changed, so a rule of the same id must be there.
 *
 * <p><b>Threads:</b> immutable.
 *
 * <p><b>Source:</b> ETSI GS MEC 011 V2.1.1 and V2.2.1.
 *
 * @since 0.1
 */
public final class MecCompiler implements BreakoutCompiler<TrafficRule> {
    private static final Note FRAMES =
            Note.unsaid("a rule selects packets by IP addresses and ports, and none does so for"
                    + " frames: it stays inactive, and the platform or the core must be provisioned for them");

    private final int priority;
    private final DestinationInterface destination;

    /**
     * Makes a compiler.
     *
     * @param priority of the rules, 0 to 255
     * @param destination the interface of the platform's data plane that leads to the breakout's network
     */
    public MecCompiler(int priority, DestinationInterface destination) {
        this.priority = priority;
        this.destination = destination;
    }

    @Override
    public Compiled<TrafficRule> compile(N6Breakout breakout) {
        boolean frames = breakout.mode() == N6Mode.ETHERNET;
        TrafficRule rule = TrafficRule.builder()
                .trafficRuleId(breakout.tenant() + "." + breakout.name())
                .filterType(FilterType.FLOW)
                .priority(priority)
                .trafficFilter(frames ? List.of() : filters(breakout))
                .action(TrafficAction.FORWARD_DECAPSULATED)
                .addDstInterface(destination)
                .state(frames ? RuleState.INACTIVE : RuleState.ACTIVE)
                .build();
        return new Compiled<>(rule, frames ? List.of(FRAMES) : notes(breakout, rule));
    }

    /** One filter for each match, with the devices of its family. */
    private static List<TrafficFilter> filters(N6Breakout breakout) {
        return BreakoutFlows.byMatch(breakout, BreakoutFlows.devices(breakout)).stream()
                .filter(flows -> !flows.isEmpty())
                .map(MecCompiler::filter)
                .toList();
    }

    private static TrafficFilter filter(List<FlowDescription> ofUes) {
        FlowDescription flow = ofUes.get(0);
        TrafficFilter.Builder filter = TrafficFilter.builder();
        for (FlowDescription one : ofUes) {
            if (one.to().address() instanceof IpPrefix devices) {
                filter.addSrcAddress(devices.toString());
            }
        }
        if (flow.from().address() instanceof IpPrefix servers) {
            filter.addDstAddress(servers.toString());
        }
        flow.from().ports().ifPresent(ports -> filter.addDstPort(ports.toString()));
        if (!flow.protocol().equals(IpProtocol.ANY)) {
            filter.addProtocol(Integer.toString(flow.protocol().number()));
        }
        return filter.build();
    }

    private static List<Note> notes(N6Breakout breakout, TrafficRule rule) {
        List<Note> notes = new ArrayList<>();
        notes.add(Note.unsaid("rules are made from the description of the application: it must declare rule '"
                + rule.trafficRuleId() + "', which this one then replaces"));
        notes.add(Note.unsaid("a platform stands at one place: it must be the one at DNAI " + breakout.dnai()));
        noteUes(breakout, notes);
        breakout.application()
                .ifPresent(id -> notes.add(
                        breakout.matches().isEmpty()
                                ? Note.wider("a rule has no application id, and no match tells the flows of '" + id
                                        + "': all traffic of these devices is meant")
                                : Note.otherwise("a rule has no application id: '" + id
                                        + "' is selected by the flows that describe it")));
        notes.addAll(Note.ofMatchesWithoutDevices(breakout));
        return notes;
    }

    private static void noteUes(N6Breakout breakout, List<Note> notes) {
        if (BreakoutFlows.namesUes(breakout)) {
            notes.add(
                    breakout.uePools().isEmpty()
                            ? Note.wider("a rule has no DNN and no slice, and the breakout tells no addresses of its"
                                    + " devices: all devices are meant")
                            : Note.otherwise("a rule has no DNN and no slice: the UEs are named by their addresses, "
                                    + breakout.uePools() + ", which must be theirs alone"));
        }
    }
}
