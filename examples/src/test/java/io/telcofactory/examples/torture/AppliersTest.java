package io.telcofactory.examples.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.AiFactory;
import io.telcofactory.api.ApplyOptions;
import io.telcofactory.api.Blueprint;
import io.telcofactory.api.Resource;
import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.SdkException;
import io.telcofactory.testkit.Calls;
import io.telcofactory.testkit.Fault;
import io.telcofactory.testkit.Faults;
import io.telcofactory.testkit.Interleaving;
import io.telcofactory.testkit.JumpingClock;
import io.telcofactory.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Several appliers at once, all of them one user to the server, in orders that seeds decide. */
class AppliersTest {
    private static final ApplyOptions SERIAL =
            ApplyOptions.builder().concurrency(1).build();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 10);
    }

    private static Blueprint ofTenant(String tenant) {
        List<Resource> resources = Job.TWO_TENANTS.wanted(Act.APPLY).orElseThrow().resources().stream()
                .filter(resource -> resource.ref().tenant().equals(tenant))
                .toList();
        return Blueprint.of("only-" + tenant, resources);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void apply_twoOfDifferentTenants_doNotDisturbEachOther(long seed) {
        VirtualTime time = VirtualTime.create();
        try (Arena arena = new Arena(time)) {
            Interleaving interleaving = Interleaving.seeded(seed, time);
            ConcurrentLinkedQueue<SdkException> failures = new ConcurrentLinkedQueue<>();
            List<Runnable> processes = new ArrayList<>();
            for (String tenant : List.of("acme", "globex")) {
                processes.add(() -> {
                    Ways ways = arena.inMemory().through(interleaving::on);
                    try (AiFactory factory = Arena.process(ways, interleaving.time())) {
                        factory.apply(factory.plan(ofTenant(tenant)), SERIAL).orThrow();
                    } catch (SdkException e) {
                        failures.add(e);
                    }
                });
            }

            interleaving.run(processes);

            assertThat(failures).isEmpty();
            arena.rest();
            assertThat(new Oracle(arena).complaint(Job.TWO_TENANTS, Act.APPLY, true))
                    .isEmpty();
        }
    }

    /** The first stands still for longer than the lease in the middle of its work; the second takes over. */
    @ParameterizedTest(name = "{0} at once, paused at {1}")
    @CsvSource({
        "2, one.group.allocate",
        "2, one.vn.allocate",
        "2, POST /service_template/ID/action instantiate",
        "4, one.document.allocate",
        "4, POST /service_template"
    })
    void apply_holderStandsStillLongerThanTheLease_isTakenOverAndStops(int appliers, String operation) {
        VirtualTime time = VirtualTime.create();
        try (Arena arena = new Arena(time)) {
            Oracle oracle = new Oracle(arena);
            Interleaving interleaving = Interleaving.seeded(appliers, time);
            Faults faults =
                    Faults.create(time).strike(Fault.PAUSED, Calls.of(operation).numbers(1, 1));
            ConcurrentLinkedQueue<String> endings = new ConcurrentLinkedQueue<>();
            List<Runnable> processes = new ArrayList<>();
            for (int i = 0; i < appliers; i++) {
                processes.add(() -> {
                    JumpingClock clock = JumpingClock.on(interleaving.time());
                    Ways ways = arena.inMemory()
                            .through(faults.nextProcess(clock)::on)
                            .through(interleaving::on);
                    try (AiFactory factory = Arena.process(ways, clock)) {
                        factory.apply(Job.MAIN.plan(factory, Act.APPLY), SERIAL).orThrow();
                        endings.add("done");
                    } catch (SdkException e) {
                        endings.add(e instanceof ConflictException ? "conflict" : e.getMessage());
                    }
                });
            }

            interleaving.run(processes);

            assertThat(faults.struck()).as("the pause came to pass").hasSize(1);
            assertThat(endings).hasSize(appliers);
            try (AiFactory next = Arena.process(arena.inMemory(), time)) {
                next.apply(Job.MAIN.plan(next, Act.APPLY), SERIAL).orThrow();
            }
            arena.rest();
            assertThat(oracle.complaint(Job.MAIN, Act.APPLY, true))
                    .as("endings %s", endings)
                    .isEmpty();
        }
    }
}
