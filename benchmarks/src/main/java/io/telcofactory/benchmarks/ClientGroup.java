package io.telcofactory.benchmarks;

import io.telcofactory.benchmarks.client.LargePool;
import io.telcofactory.benchmarks.client.Loopback;
import io.telcofactory.benchmarks.client.Oca;
import io.telcofactory.benchmarks.client.OneCall;
import io.telcofactory.benchmarks.client.PoolReading;
import io.telcofactory.benchmarks.client.VmPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The OpenNebula client: pools from the wire to typed objects, memory, and one call on loopback. */
final class ClientGroup implements Group {
    private static final int VMS = 10_000;
    private static final int KEPT_VMS = 2_000;
    private static final int LARGE_VMS = 20_000;
    private static final int CALLS = 20;
    private static final int WARMUPS = 600;
    private static final int ROUNDS = 101;

    @Override
    public String name() {
        return "client";
    }

    @Override
    public List<Row> rows(Results results) throws Exception {
        List<Row> rows = new ArrayList<>(pools());
        rows.add(heap());
        rows.add(growth());
        rows.add(largePool());
        rows.add(oneCall());
        rows.addAll(oca(System.getProperty("oca.jar", "")));
        return rows;
    }

    private static List<Row> pools() throws Exception {
        byte[] document = VmPool.document(VMS).bytes();
        byte[] wire = VmPool.wire(VMS).bytes();
        Interleaved.Medians medians = new Interleaved(2, 7)
                .way("stax", () -> PoolReading.stax(document))
                .way("typed", () -> PoolReading.typed(wire))
                .way("dom", () -> (long) PoolReading.dom(wire)
                        .getDocumentElement()
                        .getChildNodes()
                        .getLength())
                .medians();
        String vms = String.format(Locale.ROOT, "%,d full VMs, wire to typed", VMS);
        return List.of(
                Row.ratio(vms + " / bare StAX scan", Unit.TIME, medians.of("stax"), medians.of("typed"), 2),
                Row.ratio(vms + " / DOM", Unit.TIME, medians.of("dom"), medians.of("typed"), 1));
    }

    private static Row heap() {
        byte[] wire = VmPool.wire(KEPT_VMS).bytes();
        double dom = retained(() -> PoolReading.dom(wire));
        double kept = retained(() -> PoolReading.kept(wire));
        return Row.ratio("heap kept for id, name, state / DOM", Unit.BYTES, dom, kept, 0.02);
    }

    private static double retained(Supplier<Object> maker) {
        Object warm = maker.get();
        long before = used();
        Object kept = maker.get();
        long after = used();
        if (kept == warm) {
            throw new IllegalStateException("The same object came twice");
        }
        return (double) Math.max(1, after - before);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    private static Row growth() throws Exception {
        byte[] small = VmPool.wire(KEPT_VMS).bytes();
        byte[] large = VmPool.wire(LARGE_VMS).bytes();
        Interleaved.Medians medians = new Interleaved(2, 7)
                .way("small", () -> PoolReading.typed(small))
                .way("large", () -> PoolReading.typed(large))
                .medians();
        return Row.ratio("20,000 VMs / 2,000 VMs", Unit.TIME, medians.of("small"), medians.of("large"), 11);
    }

    private static Row largePool() throws Exception {
        try (Loopback server = new Loopback(VmPool.wire(LARGE_VMS, 10_000))) {
            long read = LargePool.runWithHeapOf("96m", server.endpoint());
            return Row.atLeast("VMs of 10 KB read with -Xmx96m", Unit.COUNT, (double) read, LARGE_VMS);
        }
    }

    private static Row oneCall() throws Exception {
        try (Loopback server = new Loopback(VmPool.info());
                OneCall call = new OneCall(server.endpoint())) {
            Interleaved.Medians medians = new Interleaved(WARMUPS, ROUNDS)
                    .way("bare", () -> call.bare(CALLS))
                    .way("typed", () -> call.typed(CALLS))
                    .medians();
            return Row.ratio(
                    "one.vm.info on loopback / bare exchange",
                    Unit.TIME,
                    medians.of("bare") / CALLS,
                    medians.of("typed") / CALLS,
                    1.2);
        }
    }

    /** Single shots: the official binding needs minutes for what is a blink here. */
    private static List<Row> oca(String jars) throws Exception {
        List<Row> rows = new ArrayList<>();
        Optional<Oca> given = Oca.in(jars);
        if (given.isPresent()) {
            try (Oca oca = given.get()) {
                for (int vms : List.of(500, KEPT_VMS)) {
                    rows.add(oca(oca, vms));
                }
            }
        }
        return rows;
    }

    private static Row oca(Oca oca, int vms) throws Exception {
        try (Loopback server = new Loopback(VmPool.wire(vms))) {
            Interleaved.Medians shots = new Interleaved(0, 1)
                    .way("oca", () -> oca.read(server.endpoint()))
                    .way("typed", () -> PoolReading.names(server.endpoint()))
                    .medians();
            String what = String.format(Locale.ROOT, "name and state of %,d VMs on loopback / OCA", vms);
            return Row.compared(what, Unit.TIME, shots.of("oca"), shots.of("typed"));
        }
    }
}
