package io.telcofactory.benchmarks;

import io.telcofactory.benchmarks.fake.LargeCloud;
import io.telcofactory.testkit.VirtualTime;
import io.telcofactory.testkit.opennebula.FakeOpenNebula;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The fake OpenNebula: memory of a large cloud, reads without and with sockets, the answer of a large pool. */
final class FakeGroup implements Group {
    private static final int HOSTS = 10_000;
    private static final int MACHINES = 100_000;
    private static final int POOL = 10_000;
    private static final int SAMPLE = 20_000;
    private static final int BATCH = 20;
    private static final int CALLERS = 4;
    private static final int CALLS = 2_000;
    private static final double MEMORY = 1.5 * (1 << 30);
    private static final double READS = 20_000;
    private static final double HTTP_CALLS = 1_500;
    private static final double WRITING = 2;
    private static final double NANOS = 1e9;
    private static final int MILLISECOND = 1_000_000;

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public List<Row> rows(Results results) throws Exception {
        List<Row> rows = new ArrayList<>();
        rows.add(Calibration.measure());
        rows.add(Row.atMost("a new edge site", Unit.TIME, newSite(), MILLISECOND));
        try (LargeCloud large = new LargeCloud(HOSTS, MACHINES)) {
            rows.add(Row.atMost("heap of 10,000 hosts and 100,000 machines", Unit.BYTES, heap(), MEMORY));
            rows.add(Row.atLeast("one.vm.info in memory, one caller", Unit.RATE, reads(large), READS));
            rows.add(Row.atLeast("one.vm.info over HTTP, 4 callers", Unit.RATE, http(large), HTTP_CALLS));
        }
        try (LargeCloud pool = new LargeCloud(100, POOL)) {
            rows.add(pool("one.vmpool.info, 10,000 machines / escaping and encoding it", pool, "one.vmpool.info"));
            rows.add(pool("one.vmpool.infoextended / the same", pool, "one.vmpool.infoextended"));
        }
        return rows;
    }

    private static double newSite() throws Exception {
        return new Interleaved(300, 300)
                .way("site", () -> (long)
                        FakeOpenNebula.edgeSite(VirtualTime.create()).calls().size())
                .medians()
                .of("site");
    }

    private static double heap() {
        Runtime runtime = Runtime.getRuntime();
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
        }
        return used;
    }

    /** From the median of short batches: what other work on the machine takes away shows in few of them. */
    private static double reads(LargeCloud cloud) throws Exception {
        List<byte[]> bodies = bodies(cloud);
        double batch = new Interleaved(SAMPLE / BATCH, SAMPLE / BATCH)
                .way("read", () -> {
                    long bytes = 0;
                    for (int i = 0; i < BATCH; i++) {
                        bytes += cloud.call(bodies.get(i * (bodies.size() / BATCH))).length;
                    }
                    return bytes;
                })
                .medians()
                .of("read");
        return BATCH * NANOS / batch;
    }

    private static List<byte[]> bodies(LargeCloud cloud) {
        List<byte[]> bodies = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            bodies.add(cloud.body("one.vm.info", i * (cloud.machines() / 1000)));
        }
        return bodies;
    }

    private static double http(LargeCloud cloud) throws Exception {
        URI address = cloud.listen();
        List<byte[]> bodies = bodies(cloud);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            callHttp(callers, address, bodies);
            long start = System.nanoTime();
            callHttp(callers, address, bodies);
            return CALLERS * CALLS / ((System.nanoTime() - start) / NANOS);
        } finally {
            callers.shutdownNow();
        }
    }

    private static void callHttp(ExecutorService callers, URI address, List<byte[]> bodies) throws Exception {
        List<Callable<Integer>> work = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            work.add(() -> {
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                int bytes = 0;
                for (int i = 0; i < CALLS; i++) {
                    HttpRequest request = HttpRequest.newBuilder(address)
                            .header("Content-Type", "text/xml")
                            .POST(BodyPublishers.ofByteArray(bodies.get(i % bodies.size())))
                            .build();
                    bytes += client.send(request, BodyHandlers.ofByteArray()).body().length;
                }
                return bytes;
            });
        }
        for (Future<Integer> done : callers.invokeAll(work)) {
            if (done.get() == 0) {
                throw new IllegalStateException("no answers over HTTP");
            }
        }
    }

    /** The whole call against writing its answer when the document is there already: escaped, as UTF-8. */
    private static Row pool(String what, LargeCloud cloud, String method) throws Exception {
        byte[] body = cloud.body(method, -2, -1, -1, -1);
        String document = unescape(new String(cloud.call(body), StandardCharsets.UTF_8));
        Interleaved.Medians medians = new Interleaved(5, 9)
                .way("write", () -> (long) write(document).length)
                .way("call", () -> (long) cloud.call(body).length)
                .medians();
        return Row.ratio(what, Unit.TIME, medians.of("write"), medians.of("call"), WRITING);
    }

    private static String unescape(String answer) {
        return answer.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static byte[] write(String document) {
        StringBuilder out = new StringBuilder(document.length() * 3 / 2);
        for (int i = 0; i < document.length(); i++) {
            char character = document.charAt(i);
            switch (character) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                default -> out.append(character);
            }
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
