package io.telcofactory.benchmarks;

import io.telcofactory.benchmarks.client.Interleaved;
import io.telcofactory.benchmarks.plan.World;
import java.security.MessageDigest;
import java.util.List;

/** The plan of a large factory: expanding, rendering, comparing, all checks, JSON. */
final class PlanGroup implements Group {
    private static final int HOSTS = 1000;
    private static final int MEBIBYTE = 1 << 20;
    private static final double HALF_A_SECOND = 5e8;
    private static final double GROWTH = 13;

    @Override
    public String name() {
        return "plan";
    }

    @Override
    public List<Class<?>> benchmarks() {
        return List.of();
    }

    @Override
    public List<Row> rows(Results results) {
        try {
            World small = new World(10, HOSTS);
            World large = new World(100, HOSTS);
            byte[] data = new byte[MEBIBYTE];
            Interleaved.Medians medians = new Interleaved(10, 15)
                    .way("calibration", () ->
                            (long) MessageDigest.getInstance("SHA-256").digest(data)[0])
                    .way("small", small::plan)
                    .way("large", large::plan)
                    .medians();
            return List.of(
                    Row.note("calibration: SHA-256 of 1 MiB", Unit.TIME, medians.of("calibration")),
                    Row.atMost("plan of 10,000 resources, 1,000 hosts", Unit.TIME, medians.of("large"), HALF_A_SECOND),
                    Row.ratio(
                            "plan: 10,000 / 1,000 resources",
                            Unit.TIME,
                            medians.of("small"),
                            medians.of("large"),
                            GROWTH));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while measuring", e);
        } catch (Exception e) {
            throw new IllegalStateException("Measuring failed", e);
        }
    }
}
