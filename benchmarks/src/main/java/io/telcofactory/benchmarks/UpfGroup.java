package io.telcofactory.benchmarks;

import io.telcofactory.benchmarks.upf.FlowRuleBenchmark;
import io.telcofactory.upf.flow.FlowRule;
import io.telcofactory.upf.flow.FlowRuleTable;
import java.util.List;
import java.util.stream.IntStream;

/** Steering: conflicts of rules and the rule of a packet. */
final class UpfGroup implements Group {
    private static final double ONE_SECOND = 1e9;
    private static final double TEN_MICROSECONDS = 1e4;
    private static final int PARTS = 8;

    /** So many findings are listed, all others only counted. */
    private static final long LISTED = 1000;

    /** A check may take so many times as long as the steps it should take: what is larger fits caches less. */
    private static final double SLACK = 2;

    @Override
    public String name() {
        return "upf";
    }

    @Override
    public List<Class<?>> benchmarks() {
        return List.of(Calibration.class, FlowRuleBenchmark.class);
    }

    @Override
    public List<Row> rows(Results results) throws Exception {
        return List.of(
                Calibration.row(results),
                Row.atMost("conflicts of 10,000 rules", Unit.TIME, nanos(results, "check"), ONE_SECOND),
                Row.atMost(
                        "conflicts of 10,000 rules for one server by UE range",
                        Unit.TIME,
                        nanos(results, "checkByUes"),
                        ONE_SECOND),
                Row.atMost(
                        "conflicts of 10,000 equal rules (49,995,000 pairs)",
                        Unit.TIME,
                        nanos(results, "checkAlike"),
                        ONE_SECOND),
                growth(),
                Row.atMost("rule of one packet among 10,000", Unit.TIME, nanos(results, "lookup"), TEN_MICROSECONDS));
    }

    private static double nanos(Results results, String method) {
        return results.nanosPerOperation(FlowRuleBenchmark.class, method);
    }

    /**
     * The baseline checks the same rules in eight parts, so that both see the same data: a small table that is checked again and
     * again is one that the processor knows by heart.
     */
    private static Row growth() throws Exception {
        List<FlowRule> all = FlowRuleBenchmark.rules();
        int size = all.size() / PARTS;
        List<List<FlowRule>> parts = IntStream.range(0, PARTS)
                .mapToObj(part -> List.copyOf(all.subList(part * size, (part + 1) * size)))
                .toList();
        Interleaved.Medians medians = new Interleaved(50, 101)
                .way("all", () -> findings(all))
                .way("parts", () -> parts.stream().mapToLong(UpfGroup::findings).sum())
                .medians();
        double steps = steps(all) / parts.stream().mapToDouble(UpfGroup::steps).sum();
        return Row.ratio(
                "conflicts: 10,000 rules / 8 times 1,250, at most 2 (n log n + findings)",
                Unit.TIME,
                medians.of("parts"),
                medians.of("all"),
                SLACK * steps);
    }

    private static long findings(List<FlowRule> rules) {
        return FlowRuleTable.of(rules).conflicts().total();
    }

    /** What the time of a check should grow with. */
    private static double steps(List<FlowRule> rules) {
        return rules.size() * Math.log(rules.size()) / Math.log(2) + Math.min(LISTED, findings(rules));
    }
}
