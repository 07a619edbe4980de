package io.telcofactory.benchmarks;

import io.telcofactory.benchmarks.plan.World;
import java.util.List;

/** The plan of a large factory: expanding, rendering, comparing, all checks, JSON. */
final class PlanGroup implements Group {
    private static final int HOSTS = 1000;
    private static final double HALF_A_SECOND = 5e8;
    private static final double GROWTH = 13;

    /** So many plans pass before the compiler has nothing left to improve. */
    private static final int WARM_UP = 30;

    @Override
    public String name() {
        return "plan";
    }

    @Override
    public List<Row> rows(Results results) throws Exception {
        World small = new World(10, HOSTS);
        World large = new World(100, HOSTS);
        Interleaved.Medians medians = new Interleaved(WARM_UP, 25)
                .way("small", small::plan)
                .way("large", large::plan)
                .medians();
        return List.of(
                Calibration.measure(),
                Row.atMost("plan of 10,000 resources, 1,000 hosts", Unit.TIME, medians.of("large"), HALF_A_SECOND),
                Row.ratio(
                        "plan: 10,000 / 1,000 resources", Unit.TIME, medians.of("small"), medians.of("large"), GROWTH));
    }
}
