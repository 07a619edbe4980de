package io.telcofactory.upf.steering;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Ref;
import io.telcofactory.api.network.Dnn;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.upf.flow.FlowConflict;
import io.telcofactory.upf.flow.FlowConflicts;
import io.telcofactory.upf.flow.FlowDescription;
import io.telcofactory.upf.flow.FlowRule;
import io.telcofactory.upf.flow.FlowRuleTable;
import io.telcofactory.upf.flow.UeScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds breakouts that want the same packets: of one blueprint among each other, and against all others that the factory
 * keeps. At most 1000 pairs are told one by one.
 *
 * @since 0.1
 */
public final class BreakoutConflicts implements Check {

    /** Makes the check. */
    public BreakoutConflicts() {}

    @Override
    public String title() {
        return "no two breakouts want the same traffic";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        List<N6Breakout> breakouts = proposal.all(N6Breakout.class).toList();
        DevicePools pools = new DevicePools(breakouts);
        Map<String, Ref> refs = new HashMap<>();
        List<FlowRule> rules = new ArrayList<>();
        for (N6Breakout breakout : breakouts) {
            if (isKnownByTheNetworkOnly(breakout)) {
                continue;
            }
            UeScope ues = new UeScope(breakout.dnn().map(Dnn::text), breakout.snssai());
            List<List<FlowDescription>> byMatch = BreakoutFlows.byMatch(breakout, pools.of(breakout));
            for (int i = 0; i < byMatch.size(); i++) {
                String id = breakout.ref() + (breakout.matches().isEmpty() ? "" : " match " + (i + 1));
                refs.put(id, breakout.ref());
                byMatch.get(i).forEach(flow -> rules.add(new FlowRule(id, ues, flow, place(breakout))));
            }
        }
        return findings(FlowRuleTable.of(rules).conflicts(), refs).stream()
                .distinct()
                .toList();
    }

    /** What traffic an application without matches has, only the network knows. */
    private static boolean isKnownByTheNetworkOnly(N6Breakout breakout) {
        return breakout.application().isPresent() && breakout.matches().isEmpty();
    }

    /** An access leads to the networks of several tenants, which are different places. */
    private static String place(N6Breakout breakout) {
        return breakout.dnai() + " into " + breakout.networkRef();
    }

    private static List<Finding> findings(FlowConflicts conflicts, Map<String, Ref> refs) {
        List<Finding> findings = new ArrayList<>();
        for (FlowConflict conflict : conflicts.first()) {
            Ref ref = refs.get(conflict.rule().id());
            if (ref != null) {
                finding(conflict, ref, findings);
            }
        }
        if (conflicts.total() > conflicts.first().size()) {
            Ref ref = refs.get(conflicts.first().get(0).rule().id());
            if (ref != null) {
                findings.add(Finding.warning(
                        "more-traffic-conflicts",
                        ref,
                        conflicts.total() + " pairs of matches share packets, the first "
                                + conflicts.first().size() + " were looked at",
                        "make the ranges of the breakouts disjoint"));
            }
        }
        return findings;
    }

    private static void finding(FlowConflict conflict, Ref ref, List<Finding> findings) {
        switch (conflict.kind()) {
            case CONFLICTING_DNAI ->
                findings.add(Finding.error(
                        "conflicting-dnai",
                        ref,
                        conflict.toString(),
                        "make their ranges, ports, DNNs or slices disjoint, or give both one DNAI"));
            case NESTED_DNAI ->
                findings.add(Finding.warning(
                        "nested-dnai",
                        ref,
                        conflict + "; which one wins is for the core's precedence to say",
                        "ask the operator for a higher precedence of the narrower, or make them disjoint"));
            case SHADOWED ->
                findings.add(Finding.warning(
                        "shadowed-match", ref, conflict.toString(), "remove the match that has no effect"));
            case OVERLAPPING -> {
                // Both lead to the same place.
            }
        }
    }
}
