package io.telcofactory.examples.torture;

import io.telcofactory.api.AiFactory;
import io.telcofactory.api.ApplyOptions;
import io.telcofactory.api.Plan;
import io.telcofactory.api.error.SdkException;
import io.telcofactory.api.spi.Time;
import io.telcofactory.testkit.Fault;
import io.telcofactory.testkit.Faults;
import io.telcofactory.testkit.Interleaving;
import io.telcofactory.testkit.JumpingClock;
import io.telcofactory.testkit.ProcessKilled;
import io.telcofactory.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * One run of a schedule: each act is done by processes that are disturbed, again and again until one of them says that it is done or
 * nothing goes wrong any more; then the people of the site help, and one process does the act in peace. What must be so in
 * between: an apply that says it succeeded has succeeded; whatever else ends a process is an error of the SDK's tree. In
 * the end the oracle has no complaint, and there is nothing more to do.
 */
final class Trial implements AutoCloseable {
    private static final int ROUNDS = 4;
    private static final ApplyOptions SERIAL =
            ApplyOptions.builder().concurrency(1).build();

    private final Schedule schedule;
    private final Transport transport;
    private final VirtualTime time = VirtualTime.create();
    private final Arena arena = new Arena(time);
    private final Oracle oracle = new Oracle(arena);
    private final Set<Pair> covered = new TreeSet<>(Pair.ORDER);
    private final List<String> history = new ArrayList<>();
    private int calls;

    Trial(Schedule schedule, Transport transport) {
        this.schedule = schedule;
        this.transport = transport;
    }

    /** How the processes get to the servers. */
    enum Transport {
        MEMORY,
        HTTP
    }

    /** Counts the calls that a process makes in the last of some acts when nothing goes wrong. */
    static Map<String, Integer> calls(Job job, List<Act> acts) {
        Map<String, Integer> counted = new TreeMap<>();
        Act last = acts.get(acts.size() - 1);
        Schedule calm = new Schedule(job, acts.subList(0, acts.size() - 1), 1, 0, List.of());
        try (Trial trial = new Trial(calm, Transport.MEMORY)) {
            trial.run().ifPresent(complaint -> {
                throw new IllegalStateException("without faults " + complaint);
            });
            Faults counting = Faults.create(trial.arena.time);
            trial.apply(last, trial.arena.inMemory().through(counting::on), trial.arena.time);
            counting.seen().forEach(operation -> counted.merge(operation, 1, Integer::sum));
        }
        return counted;
    }

    /** Runs the schedule and returns what was wrong, or nothing. */
    Optional<String> run() {
        for (Act act : schedule.acts()) {
            Optional<String> complaint = run(act);
            if (complaint.isPresent()) {
                return Optional.of(
                        "in " + act + ": " + complaint.get() + "\nwhat happened:\n  " + String.join("\n  ", history));
            }
        }
        return Optional.empty();
    }

    /** The pairs that came to pass. */
    Set<Pair> covered() {
        return covered;
    }

    int calls() {
        return calls;
    }

    private Optional<String> run(Act act) {
        Set<String> before = oracle.machines();
        Faults exchanges = Faults.create(arena.time);
        Faults rest = transport == Transport.MEMORY ? exchanges : Faults.create(arena.time);
        rest.site(arena.cloud).site(arena.nef);
        for (Stroke stroke : schedule.strokes(act)) {
            Faults place = stroke.fault().kind() == Fault.Kind.EXCHANGE ? exchanges : rest;
            place.strike(stroke.fault(), stroke.calls());
        }
        Optional<String> complaint = Optional.empty();
        if (!schedule.strokes(act).isEmpty()) {
            try (Network network = Network.open(arena, transport, exchanges)) {
                complaint = disturbed(act, rest, network, () -> struck(exchanges, rest));
            }
        }
        for (Faults.Struck struck : struck(exchanges, rest)) {
            covered.add(new Pair(struck.operation(), struck.fault()));
            history.add(act + ": " + struck);
        }
        calls += rest.calls();
        if (complaint.isPresent()) {
            return complaint;
        }
        arena.mend();
        return inPeace(act, before);
    }

    private static List<Faults.Struck> struck(Faults exchanges, Faults rest) {
        Set<Faults.Struck> all = new LinkedHashSet<>(exchanges.struck());
        all.addAll(rest.struck());
        return List.copyOf(all);
    }

    private Optional<String> disturbed(Act act, Faults faults, Network network, Supplier<List<Faults.Struck>> strokes) {
        for (int round = 1; round <= ROUNDS; round++) {
            int struck = strokes.get().size();
            List<Ending> endings =
                    alone() ? List.of(attempt(act, network.process(faults))) : attempts(act, network, faults, round);
            endings.forEach(ending -> history.add(act + ": " + ending));
            for (Ending ending : endings) {
                if (ending.kind == Ending.Kind.BROKEN) {
                    return Optional.of("an error that is none of the SDK's: " + ending.words);
                }
            }
            if (endings.size() == 1 && endings.get(0).kind == Ending.Kind.DONE) {
                return afterSuccess(act, strokes.get());
            }
            if (strokes.get().size() == struck) {
                break; // nothing more goes wrong by itself, and what went wrong needs people
            }
        }
        return Optional.empty();
    }

    /** Who says that it is done, must have done it; unless something happened to the site since. */
    private Optional<String> afterSuccess(Act act, List<Faults.Struck> strokes) {
        arena.rest();
        boolean site = strokes.stream().anyMatch(struck -> struck.fault().kind() == Fault.Kind.SITE);
        return site
                ? Optional.empty()
                : oracle.complaint(schedule.job(), act, false).map(text -> "an apply said it succeeded, but " + text);
    }

    /** Turns are taken in memory only: over HTTP nobody knows who is on the way. */
    private boolean alone() {
        return schedule.appliers() == 1 || transport == Transport.HTTP;
    }

    private List<Ending> attempts(Act act, Network network, Faults faults, int round) {
        Interleaving interleaving = Interleaving.seeded(schedule.seed() * 31 + round, time);
        ConcurrentLinkedQueue<Ending> endings = new ConcurrentLinkedQueue<>();
        List<Runnable> processes = new ArrayList<>();
        for (int i = 0; i < schedule.appliers(); i++) {
            processes.add(() -> {
                JumpingClock clock = JumpingClock.on(interleaving.time());
                Faults own = faults.nextProcess(clock);
                Ways ways = network.ways().through(own::on).through(interleaving::on);
                endings.add(apply(act, ways, clock));
            });
        }
        interleaving.run(processes);
        return List.copyOf(endings);
    }

    private Ending attempt(Act act, Network.Client process) {
        return apply(act, process.ways(), process.clock());
    }

    private Ending apply(Act act, Ways ways, Time clock) {
        try (AiFactory factory = Arena.process(ways, clock)) {
            factory.apply(plan(factory, act), SERIAL).orThrow();
            return new Ending(Ending.Kind.DONE, "done");
        } catch (SdkException | ProcessKilled e) {
            return new Ending(Ending.Kind.FAILED, e.getClass().getSimpleName() + ": " + e.getMessage());
        } catch (RuntimeException e) {
            return new Ending(
                    Ending.Kind.BROKEN,
                    e + " at " + List.of(e.getStackTrace()).subList(0, Math.min(4, e.getStackTrace().length)));
        }
    }

    private Plan plan(AiFactory factory, Act act) {
        return schedule.job().plan(factory, act);
    }

    /** Does an act undisturbed and expects everything of it. */
    private Optional<String> inPeace(Act act, Set<String> before) {
        Faults counting = Faults.create(arena.time);
        Optional<String> failure = inPeace(act, counting);
        calls += counting.calls();
        if (failure.isPresent()) {
            return failure;
        }
        arena.rest();
        Optional<String> complaint = oracle.complaint(schedule.job(), act, true);
        if (complaint.isPresent()) {
            return Optional.of("after an apply in peace " + complaint.get());
        }
        if (act != Act.DESTROY
                && !schedule.has(Fault.Kind.SITE)
                && !oracle.machines().containsAll(before)) {
            return Optional.of("machines " + before + " ran, and now only " + oracle.machines());
        }
        return Optional.empty();
    }

    private Optional<String> inPeace(Act act, Faults counting) {
        try (AiFactory factory = Arena.process(arena.inMemory().through(counting::on), arena.time)) {
            Plan plan = plan(factory, act);
            factory.apply(plan, SERIAL).orThrow();
            Plan again = plan.isEmpty() ? plan : plan(factory, act);
            return again.isEmpty()
                    ? Optional.empty()
                    : Optional.of("an apply in peace leaves something to do: " + again.describe());
        } catch (SdkException e) {
            return Optional.of("an apply in peace fails: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        arena.close();
    }

    /** How a process ended. */
    private record Ending(Kind kind, String words) {
        enum Kind {
            DONE,
            FAILED,
            BROKEN
        }

        @Override
        public String toString() {
            return words;
        }
    }
}
