package io.telcofactory.upf.steering;

import io.telcofactory.api.network.Dnn;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.N6Mode;
import io.telcofactory.upf.flow.FlowDescription;
import io.telcofactory.upf.nef.FlowInfo;
import io.telcofactory.upf.nef.TrafficInfluSub;
import java.util.ArrayList;
import java.util.List;

/**
 * Says a breakout as a TrafficInfluence subscription, without a transaction.
 *
 * <p><b>Threads:</b> immutable.
 *
 * <p><b>Source:</b> 3GPP TS 29.522 (TrafficInfluence, Release 17).
 *
 * @since 0.1
 */
public final class NefCompiler implements BreakoutCompiler<TrafficInfluSub> {
    private final RouteProfiles profiles;

    /**
     * Makes a compiler.
     *
     * @param profiles how traffic is carried over N6
     */
    public NefCompiler(RouteProfiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public Compiled<TrafficInfluSub> compile(N6Breakout breakout) {
        List<Note> notes = new ArrayList<>();
        TrafficInfluSub.Builder sub = TrafficInfluSub.builder()
                .dnn(breakout.dnn().map(Dnn::text))
                .snssai(breakout.snssai())
                .anyUeInd(true)
                .addTrafficRoutes(profiles.route(breakout.dnai()));
        if (breakout.application().isPresent()) {
            sub.afAppId(breakout.application());
            noteApplication(breakout, notes);
        } else {
            List<FlowDescription> flows = BreakoutFlows.of(breakout);
            for (int i = 0; i < flows.size(); i++) {
                sub.addTrafficFilters(FlowInfo.builder()
                        .flowId(i + 1)
                        .addFlowDescriptions(flows.get(i).toString())
                        .build());
            }
            noteUes(breakout, notes);
            noteFlows(flows, notes);
            notes.addAll(Note.ofMatchesWithoutDevices(breakout));
        }
        if (breakout.mode() == N6Mode.ETHERNET) {
            notes.add(Note.unsaid("a subscription selects frames by their type, and not all of a data network: the core"
                    + " must be provisioned for them"));
        }
        return new Compiled<>(sub.build(), notes);
    }

    private static void noteApplication(N6Breakout breakout, List<Note> notes) {
        notes.add(Note.otherwise("traffic is selected by application id '"
                + breakout.application().orElseThrow()
                + (breakout.matches().isEmpty()
                        ? "', whose flows the network must know already"
                        : "': its flows are provisioned as packet flow descriptions")));
        if (!BreakoutFlows.namesUes(breakout) && !breakout.uePools().isEmpty()) {
            notes.add(
                    Note.wider("a subscription has no range of UE addresses, and packet flow descriptions name servers"
                            + " only: the application's traffic of all UEs is meant, not only of "
                            + breakout.uePools()));
        }
    }

    private static void noteUes(N6Breakout breakout, List<Note> notes) {
        if (!breakout.uePools().isEmpty()) {
            notes.add(Note.otherwise(
                    BreakoutFlows.namesUes(breakout)
                            ? "a subscription has no range of UE addresses: DNN and slice name the UEs, "
                                    + breakout.uePools() + " is only routed back"
                            : "a subscription has no range of UE addresses, and neither DNN nor slice names the UEs: "
                                    + breakout.uePools() + " stands on the UE's side of each flow"));
        }
    }

    private static void noteFlows(List<FlowDescription> flows, List<Note> notes) {
        if (flows.contains(FlowDescription.everything())) {
            notes.add(Note.otherwise("a selector of traffic is mandatory: all traffic is said as '"
                    + FlowDescription.everything() + "'"));
        }
        if (flows.size() > 1) {
            notes.add(Note.otherwise("a flow holds at most two descriptions, one for each direction: " + flows.size()
                    + " ranges are as many flows of one subscription"));
        }
    }
}
