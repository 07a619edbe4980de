package io.telcofactory.benchmarks;

import io.telcofactory.benchmarks.upf.FlowRuleBenchmark;
import java.util.List;

/** Steering: conflicts of rules and the rule of a packet. */
final class UpfGroup implements Group {
    private static final double ONE_SECOND = 1e9;
    private static final double TEN_MICROSECONDS = 1e4;
    private static final String MANY = "rules=10000";
    private static final String FEW = "rules=1250";

    /** Eight times the rules take eight times as long, by log 10000 / log 1250, with as much again for caches. */
    private static final double GROWTH = 8 * 1.3 * 2;

    @Override
    public String name() {
        return "upf";
    }

    @Override
    public List<Class<?>> benchmarks() {
        return List.of(Calibration.class, FlowRuleBenchmark.class);
    }

    @Override
    public List<Row> rows(Results results) {
        double few = results.nanosPerOperation(FlowRuleBenchmark.class, "check", FEW);
        double many = results.nanosPerOperation(FlowRuleBenchmark.class, "check", MANY);
        double alike = results.nanosPerOperation(FlowRuleBenchmark.class, "checkAlike", MANY);
        double byUes = results.nanosPerOperation(FlowRuleBenchmark.class, "checkByUes", MANY);
        double lookup = results.nanosPerOperation(FlowRuleBenchmark.class, "lookup", MANY);
        return List.of(
                Calibration.row(results),
                Row.atMost("conflicts of 10,000 rules", Unit.TIME, many, ONE_SECOND),
                Row.atMost("conflicts of 10,000 rules for one server by UE range", Unit.TIME, byUes, ONE_SECOND),
                Row.atMost("conflicts of 10,000 equal rules (49,995,000 pairs)", Unit.TIME, alike, ONE_SECOND),
                Row.ratio("conflicts: 10,000 against 1,250 rules", Unit.TIME, few, many, GROWTH),
                Row.atMost("rule of one packet among 10,000", Unit.TIME, lookup, TEN_MICROSECONDS));
    }
}
