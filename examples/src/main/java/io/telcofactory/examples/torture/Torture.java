package io.telcofactory.examples.torture;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The torture: {@code mvn -q -Ptorture -Dschedules=N -Dseed=S}. Runs the schedules of N seeds, from S on, and each twentieth of them
 * over HTTP as well; stops at the first that fails, and says it in words. {@code -Dschedule='main job: apply, 1 applier, seed 7; LOST at
 * one.vn.allocate #1 in apply'} runs one schedule in words.
 */
public final class Torture {
    private static final int EVERY = 20;
    private static final int THREADS = 2;
    private static final int PROGRESS = 1000;

    private final Catalogue catalogue = new Catalogue();
    private final PrintStream out;

    private Torture(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the torture and ends the JVM with 0 if all schedules passed.
     *
     * @param args number of schedules, first seed, and perhaps one schedule in words
     */
    public static void main(String[] args) {
        String words = String.join(" ", List.of(args).subList(Math.min(2, args.length), args.length));
        System.exit(
                words.isBlank() ? run(Integer.parseInt(args[0]), Long.parseLong(args[1]), System.out) : replay(words));
    }

    private static int replay(String words) {
        Schedule schedule = Schedule.parse(words);
        System.out.println(schedule);
        try (Trial trial = new Trial(schedule, Trial.Transport.MEMORY)) {
            Optional<String> complaint = trial.run();
            System.out.println(complaint.map(text -> "FAILED " + text).orElse("passed"));
            return complaint.isPresent() ? 1 : 0;
        }
    }

    static int run(int schedules, long seed, PrintStream out) {
        return new Torture(out).run(schedules, seed);
    }

    private int run(int schedules, long seed) {
        out.printf(
                "%d schedules from seed %d; %d pairs of a call and a fault%n",
                schedules, seed, catalogue.pairs().size());
        Tally memory = runAll(seed, schedules, 1, Trial.Transport.MEMORY);
        out.println("in memory: " + memory);
        Tally http = memory.failure.get() == null
                ? runAll(seed, schedules / EVERY, EVERY, Trial.Transport.HTTP)
                : new Tally();
        out.println("over HTTP: " + http);
        Set<Pair> missed = new TreeSet<>(Pair.ORDER);
        missed.addAll(catalogue.pairs());
        missed.removeAll(memory.covered);
        int all = catalogue.pairs().size();
        out.printf(
                "coverage of (call, fault): %d of %d = %.1f %%%n",
                all - missed.size(), all, 100.0 * (all - missed.size()) / all);
        if (!missed.isEmpty() && missed.size() <= 20) {
            out.println("not yet struck: " + missed);
        }
        for (Tally tally : List.of(memory, http)) {
            String failure = tally.failure.get();
            if (failure != null) {
                out.println("FAILED " + failure);
                return 1;
            }
        }
        return 0;
    }

    private Tally runAll(long seed, int count, int step, Trial.Transport transport) {
        Tally tally = new Tally();
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        Duration before = processor();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(
                    () -> {
                        for (int n = next.getAndIncrement();
                                n < count && tally.failure.get() == null;
                                n = next.getAndIncrement()) {
                            runSeed(seed + (long) n * step, transport, tally);
                        }
                    },
                    "torture-" + i);
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        tally.nanos = System.nanoTime() - start;
        tally.processor = processor().minus(before);
        return tally;
    }

    /** Runs the schedule of a seed, and if its own pair did not come to pass in it, then that pair alone. */
    private void runSeed(long seed, Trial.Transport transport, Tally tally) {
        runOne(catalogue.schedule(seed), transport, tally);
        int done = tally.done.incrementAndGet();
        if (done % PROGRESS == 0) {
            out.printf("%d schedules done, %d pairs struck%n", done, tally.coverage());
        }
        if (!tally.covers(catalogue.pair(seed)) && transport == Trial.Transport.MEMORY) {
            runOne(catalogue.alone(seed), transport, tally);
            tally.again.incrementAndGet();
        }
    }

    /** The processor time of this process, with all that its virtual machine does. */
    private static Duration processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static void runOne(Schedule schedule, Trial.Transport transport, Tally tally) {
        try (Trial trial = new Trial(schedule, transport)) {
            Optional<String> complaint = trial.run();
            tally.calls.addAndGet(trial.calls());
            synchronized (tally.covered) {
                tally.covered.addAll(trial.covered());
            }
            complaint.ifPresent(text -> tally.failure.compareAndSet(
                    null, "seed " + schedule.seed() + " " + transport + "\n" + schedule + "\n" + text));
        } catch (RuntimeException | Error e) {
            java.io.StringWriter trace = new java.io.StringWriter();
            e.printStackTrace(new java.io.PrintWriter(trace));
            tally.failure.compareAndSet(
                    null, "seed " + schedule.seed() + " " + transport + "\n" + schedule + "\n" + trace);
        }
    }

    /** What came of many schedules. */
    private static final class Tally {
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicInteger again = new AtomicInteger();
        private final AtomicLong calls = new AtomicLong();
        private final AtomicReference<String> failure = new AtomicReference<>();
        private final Set<Pair> covered = new TreeSet<>(Pair.ORDER);
        private long nanos;
        private Duration processor = Duration.ZERO;

        int coverage() {
            synchronized (covered) {
                return covered.size();
            }
        }

        boolean covers(Pair pair) {
            synchronized (covered) {
                return covered.contains(pair);
            }
        }

        @Override
        public String toString() {
            double seconds = nanos / 1e9;
            double busy = processor.toMillis() / 1e3;
            return "%d schedules (%d pairs tried again alone), %d calls, %.1f s, %.1f schedules/s; %.1f s of processor time of the whole process, %.1f schedules/s on two idle cores"
                    .formatted(
                            done.get(),
                            again.get(),
                            calls.get(),
                            seconds,
                            done.get() / Math.max(seconds, 1e-9),
                            busy,
                            THREADS * done.get() / Math.max(busy, 1e-9));
        }
    }
}
