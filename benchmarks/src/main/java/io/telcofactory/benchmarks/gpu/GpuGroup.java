package io.telcofactory.benchmarks.gpu;

import io.telcofactory.benchmarks.Calibration;
import io.telcofactory.benchmarks.Group;
import io.telcofactory.benchmarks.Results;
import io.telcofactory.benchmarks.Row;
import io.telcofactory.benchmarks.Unit;
import io.telcofactory.benchmarks.Verdict;
import io.telcofactory.gpu.catalogue.Catalogue;
import io.telcofactory.gpu.geometry.MigGeometry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Placing GPU slices: how fast, and how well beside first fit, best fit, HAMi's order and the fragmentation gradient. */
public final class GpuGroup implements Group {
    private static final double MICROSECOND = 1000;

    @Override
    public String name() {
        return "gpu";
    }

    @Override
    public List<Class<?>> benchmarks() {
        return List.of(Calibration.class, PlacementBenchmark.class);
    }

    @Override
    public List<Row> rows(Results results) {
        MigGeometry withDouble = MigGeometry.of(Catalogue.builtIn().get("H100-SXM5-80GB"))
                .restrictedTo(profile -> profile.name().attributes().isEmpty());
        MigGeometry plain =
                withDouble.restrictedTo(profile -> !profile.name().toString().equals("1g.20gb"));
        List<Row> rows = new ArrayList<>();
        rows.add(Calibration.row(results));
        rows.add(speed(results, "one GPU", "gpus=1", MICROSECOND));
        rows.add(speed(results, "10,000 GPUs", "gpus=10000", 20 * MICROSECOND));
        arrivalOrders(rows, plain);
        for (int mix = 0; mix < Traces.MIXES.size(); mix++) {
            traces(rows, Traces.MIXES.get(mix), Traces.run(withDouble, mix));
        }
        batches(rows, Batches.run(withDouble));
        transitions(rows, ShortestPaths.run(plain));
        return rows;
    }

    private static Row speed(Results results, String fleet, String parameter, double target) {
        return Row.atMost(
                "decide, book and release, " + fleet,
                Unit.TIME,
                results.nanosPerOperation(PlacementBenchmark.class, "placeAndRelease", parameter),
                target);
    }

    private static void arrivalOrders(List<Row> rows, MigGeometry geometry) {
        ArrivalOrders orders = new ArrivalOrders(geometry);
        long hami = orders.strandedBy(new Baseline.Hami(new Slots(geometry), false));
        long first = orders.strandedBy(new Baseline.FirstFit(new Slots(geometry)));
        long online = orders.strandedOnline();
        long offline = orders.strandedOffline();
        String what = orders.count() + " arrival orders, stranded ";
        rows.add(
                new Row(what + "online (first fit)", "" + first, "" + online, "", "fewer", Verdict.of(online < first)));
        rows.add(new Row(what + "online (HAMi)", "" + hami, "" + online, "", "fewer", Verdict.of(online < hami)));
        rows.add(Row.atMost(what + "offline", Unit.COUNT, (double) offline, 0));
    }

    private static void traces(List<Row> rows, String mix, Traces.Outcome outcome) {
        rows.add(new Row(
                "accepted, " + mix + " mix (" + outcome.best() + ")",
                percent(outcome.baseline()),
                percent(outcome.ours()),
                "",
                "not below, +-" + percent(outcome.interval()),
                Verdict.of(outcome.notBelow())));
        rows.add(new Row(
                "accepted, " + mix + " mix, worst of 200 traces",
                "100 %",
                percent(outcome.worst()),
                "",
                ">= 98 %",
                Verdict.of(outcome.worst() >= 0.98)));
    }

    private static void batches(List<Row> rows, Batches.Outcome outcome) {
        rows.add(new Row(
                "GPUs of 100 batches (best fit, largest first)",
                "" + outcome.bestFit(),
                "" + outcome.used(),
                "",
                "bound " + outcome.bound(),
                Verdict.of(outcome.used() <= outcome.bestFit())));
        rows.add(Row.note("batches proven optimal, of 100", Unit.COUNT, outcome.optimal()));
        rows.add(Row.atMost("batches beyond bound + max(1 GPU, 1 %)", Unit.COUNT, outcome.beyondTarget(), 0));
    }

    private static void transitions(List<Row> rows, ShortestPaths.Outcome outcome) {
        String what = outcome.pairs() + " transitions, ";
        rows.add(Row.atMost(what + "not the shortest", Unit.COUNT, outcome.longer(), 0));
        rows.add(Row.atMost(what + "faulted by the checker", Unit.COUNT, outcome.unsafe(), 0));
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * part);
    }
}
