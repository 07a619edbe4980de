package io.telcofactory.benchmarks.gpu;

import io.telcofactory.benchmarks.Microbenchmark;
import io.telcofactory.gpu.catalogue.Catalogue;
import io.telcofactory.gpu.catalogue.GpuBoard;
import io.telcofactory.gpu.placement.Claim;
import io.telcofactory.gpu.placement.Decision;
import io.telcofactory.gpu.placement.Fleet;
import io.telcofactory.gpu.placement.Gpu;
import io.telcofactory.gpu.placement.Isolation;
import io.telcofactory.gpu.placement.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** One claim decided, booked and released again, on a fleet that is two thirds full. */
public class PlacementBenchmark extends Microbenchmark {
    private static final String[] PROFILES = {
        "1g.10gb", "1g.10gb", "1g.10gb", "2g.20gb", "1g.20gb", "3g.40gb", "4g.40gb"
    };
    private static final int CLAIMS = 4096;
    private static final int TENANTS = 20;

    /** GPUs of the fleet. */
    @Param({"1", "10000"})
    public int gpus;

    private Fleet fleet = Fleet.of(List.of(), Objective.MOST_ACCEPTED);
    private Claim[] claims = {};
    private int next;

    /** Fills two thirds of the fleet with claims under all kinds of conditions. */
    @Setup(Level.Trial)
    public void fill() {
        Random random = new Random(7);
        GpuBoard board = Catalogue.builtIn().get("H100-SXM5-80GB");
        List<Gpu> all = new ArrayList<>();
        for (int i = 0; i < gpus; i++) {
            all.add(new Gpu("site" + i / 64, "host" + i / 8, "gpu" + i % 8, i / 4 % 2, board));
        }
        fleet = Fleet.of(all, Objective.MOST_ACCEPTED);
        int units = 0;
        for (int i = 0; units < gpus * 8 * 2 / 3; i++) {
            Decision decision = fleet.place(claim("held" + i, random));
            units += decision.bookings().stream()
                    .mapToInt(b -> b.slice().map(s -> s.profile().size()).orElse(8))
                    .sum();
            units += decision.accepted() ? 0 : 1;
        }
        claims = new Claim[CLAIMS];
        for (int i = 0; i < CLAIMS; i++) {
            claims[i] = claim("claim" + i, random);
        }
    }

    private static Claim claim(String name, Random random) {
        return Claim.slice(name, PROFILES[random.nextInt(PROFILES.length)])
                .tenant(
                        "tenant" + random.nextInt(TENANTS),
                        random.nextInt(10) == 0 ? Isolation.TENANT : Isolation.SHARED)
                .numaNode(random.nextInt(2))
                .build();
    }

    /** Places a claim with a NUMA node and a tenant, and releases it. */
    @Benchmark
    public Decision placeAndRelease() {
        Claim claim = claims[next++ & (CLAIMS - 1)];
        Decision decision = fleet.place(claim);
        if (decision.accepted()) {
            fleet.release(claim.name());
        }
        return decision;
    }
}
