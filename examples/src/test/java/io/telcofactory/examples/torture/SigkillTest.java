package io.telcofactory.examples.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.AiFactory;
import io.telcofactory.api.ApplyOptions;
import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.testkit.FaultProxy;
import io.telcofactory.testkit.Faults;
import io.telcofactory.testkit.opennebula.FakeOpenNebula;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A real process is killed by the operating system ({@code kill -9}) in the middle of an apply, over HTTP; {@code -Dkills=50} of them. */
class SigkillTest {
    private static final int SIGKILLED = 128 + 9;
    private static final int SPEED = 50;
    private static final Path SAID = Path.of("target", "sigkill.log");
    private static final int MOST_CALLS = 220;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("kills", 3));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void apply_processKilledByTheSystem_isFinishedByTheNext(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        Job job = one(List.of(Job.values()), random);
        Act act = one(List.of(Act.values()), random);
        FastTime time = FastTime.starting(SPEED);
        try (Arena arena = new Arena(time, passed -> pass(time, passed))) {
            Oracle oracle = new Oracle(arena);
            if (act != Act.APPLY) {
                apply(arena, job, Act.APPLY);
            }

            int exit = killedWhile(arena, job, act, 1 + random.nextInt(MOST_CALLS));

            assertThat(exit).as("the child said: %s", Files.readString(SAID)).isIn(SIGKILLED, 0);
            apply(arena, job, act);
            arena.rest();
            assertThat(oracle.complaint(job, act, true))
                    .as("%s of %s, exit code %d", act, job, exit)
                    .isEmpty();
        }
    }

    private static <T> T one(List<T> of, SplittableRandom random) {
        return of.get(random.nextInt(of.size()));
    }

    private static void pass(FastTime time, Duration passed) {
        try {
            time.sleep(passed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void apply(Arena arena, Job job, Act act) {
        try (AiFactory factory = Arena.process(arena.inMemory(), arena.time)) {
            factory.apply(job.plan(factory, act), ApplyOptions.builder().build())
                    .orThrow();
        }
    }

    /** Starts a process and kills it when it makes its n-th call, wherever it is when the signal comes. */
    private static int killedWhile(Arena arena, Job job, Act act, int call) throws IOException, InterruptedException {
        AtomicReference<Process> child = new AtomicReference<>();
        AtomicInteger calls = new AtomicInteger();
        FakeOpenNebula.Endpoints cloud = arena.cloud.startHttp();
        HttpTransport inside = request -> {
            Process process = child.get();
            if (calls.incrementAndGet() == call && process != null) {
                process.destroyForcibly();
            }
            return arena.cloud.transport().exchange(request);
        };
        try (FaultProxy oned = FaultProxy.start(arena.cloud.endpoint(), inside, Faults.create())) {
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            ApplyingProcess.class.getName(),
                            job.name(),
                            act.name(),
                            oned.address().toString(),
                            cloud.oneflow().toString(),
                            arena.nef.startHttp().toString(),
                            ((FastTime) arena.time).start().toString(),
                            Integer.toString(SPEED)))
                    .redirectErrorStream(true)
                    .redirectOutput(SAID.toFile())
                    .start();
            child.set(process);
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            return process.exitValue();
        }
    }
}
