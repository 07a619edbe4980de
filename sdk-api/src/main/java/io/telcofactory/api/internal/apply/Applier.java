package io.telcofactory.api.internal.apply;

import io.telcofactory.api.ApplyOptions;
import io.telcofactory.api.ApplyReport;
import io.telcofactory.api.ApplyReport.Outcome;
import io.telcofactory.api.ApplyReport.Status;
import io.telcofactory.api.Change;
import io.telcofactory.api.Plan;
import io.telcofactory.api.Ref;
import io.telcofactory.api.error.SdkException;
import io.telcofactory.api.internal.Backends;
import io.telcofactory.api.internal.plan.Symbols;
import io.telcofactory.api.internal.plan.World;
import io.telcofactory.api.spi.Adoption;
import io.telcofactory.api.spi.Backend;
import io.telcofactory.api.spi.Owned;
import io.telcofactory.api.spi.Scope;
import io.telcofactory.api.spi.SecretResolver;
import io.telcofactory.api.spi.SharedState;
import io.telcofactory.api.spi.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Runs one plan: locks its tenants, judges each change against what is now, and works through the graph. */
public final class Applier {
    private final Backends backends;
    private final Time time;
    private final LockPolicy policy;
    private final List<SecretResolver> resolvers;
    private final String holder;

    /**
     * Prepares applying.
     *
     * @param backends who executes
     * @param time the time source
     * @param policy how long silent locks are respected
     * @param resolvers who knows secrets, besides the environment and files
     * @param holder who this applier is, unique among all appliers
     */
    public Applier(Backends backends, Time time, LockPolicy policy, List<SecretResolver> resolvers, String holder) {
        this.backends = backends;
        this.time = time;
        this.policy = policy;
        this.resolvers = resolvers;
        this.holder = holder;
    }

    /**
     * Applies a plan without errors.
     *
     * @param plan what to do
     * @param options how
     * @return how each change ended
     */
    public ApplyReport apply(Plan plan, ApplyOptions options) {
        Optional<Sweep> sweep = backends.locks().map(store -> Sweep.begin(store, policy, time, plan.factory()));
        List<Outcome> outcomes = plan.isEmpty() ? List.of() : run(plan, options);
        sweep.ifPresent(Sweep::end);
        return new ApplyReport(outcomes);
    }

    private List<Outcome> run(Plan plan, ApplyOptions options) {
        Map<String, TenantLock> locks = new TreeMap<>();
        try {
            acquire(plan, locks);
            return new Run(plan, options, locks).outcomes();
        } finally {
            locks.values().forEach(TenantLock::release);
        }
    }

    private void acquire(Plan plan, Map<String, TenantLock> locks) {
        if (backends.locks().isEmpty()) {
            return;
        }
        Locksmith locksmith = new Locksmith(backends.locks().get(), policy, time, holder);
        plan.changes().stream()
                .map(change -> change.ref().tenant())
                .distinct()
                .sorted()
                .forEach(tenant -> locks.put(tenant, locksmith.acquire(plan.factory() + "." + tenant)));
    }

    /** One run through the graph. */
    private final class Run {
        private final Plan plan;
        private final ApplyOptions options;
        private final Map<String, TenantLock> locks;
        private final Scope scope;
        private final World world;
        private final Outputs outputs;
        private final Map<Backend, SharedState> shared = new ConcurrentHashMap<>();
        private final Map<Ref, Outcome> outcomes = new LinkedHashMap<>();
        private final Set<Ref> removed = ConcurrentHashMap.newKeySet();

        Run(Plan plan, ApplyOptions options, Map<String, TenantLock> locks) {
            this.plan = plan;
            this.options = options;
            this.locks = locks;
            this.scope = new Scope(plan.factory(), plan.blueprint());
            this.world = World.observe(backends, scope, this::shared);
            this.outputs = new Outputs(world.owned());
        }

        List<Outcome> outcomes() {
            List<Change> open = judgeAll();
            Secrets secrets = Secrets.of(open, resolvers, plan.blueprint());
            List<Work> work = new WorkGraph(open).all();
            new Schedule(options.concurrency(), "apply-" + plan.blueprint())
                    .run(work, piece -> execute(piece, secrets), this::skip);
            return List.copyOf(outcomes.values());
        }

        /** Judges every change before the first is executed, so that a stale plan changes nothing. */
        private List<Change> judgeAll() {
            Set<Ref> renewed = new HashSet<>();
            plan.changes().stream()
                    .filter(change ->
                            change.action() == Change.Action.REPLACE || change.action() == Change.Action.DELETE)
                    .forEach(change -> renewed.add(change.ref()));
            Staleness staleness = new Staleness(new Symbols(world, renewed));
            List<Change> open = new ArrayList<>();
            for (Change change : plan.changes()) {
                boolean done = staleness.judge(change, live(change)) == Staleness.Verdict.ALREADY_DONE;
                if (done && !toAdopt(change)) {
                    record(change, Status.ALREADY_DONE, Optional.empty(), "", Duration.ZERO);
                } else {
                    open.add(change);
                }
            }
            return open;
        }

        private @Nullable Owned live(Change change) {
            return toAdopt(change)
                    ? adoption(change).found()
                    : world.find(change.ref()).orElse(null);
        }

        /** Whether it is still somebody else's; an apply that was interrupted may have made it ours. */
        private boolean toAdopt(Change change) {
            return change.adopts().isPresent() && !world.owned().containsKey(change.ref());
        }

        private Adoption adoption(Change change) {
            return backends.get(change.ref())
                    .adoption(change.desired().orElseThrow(), change.adopts().orElseThrow(), scope);
        }

        private SharedState shared(Backend backend) {
            return shared.computeIfAbsent(backend, absent -> new ApplyState());
        }

        private boolean execute(Work piece, Secrets secrets) {
            Change change = piece.change();
            long start = time.nanoTime();
            options.listener().started(change);
            Backend backend = backends.get(change.ref());
            ChangeExecution execution = new ChangeExecution(
                    scope,
                    time,
                    change.ref(),
                    world.owned(),
                    outputs,
                    secrets,
                    shared(backend),
                    Optional.ofNullable(locks.get(change.ref().tenant())),
                    options.listener());
            try {
                if (piece.removal()) {
                    backend.remove(change, execution);
                    outputs.forget(change.ref());
                    removed.add(change.ref());
                } else {
                    if (toAdopt(change)) {
                        backend.adopt(
                                change.desired().orElseThrow(), change.adopts().orElseThrow(), execution);
                    }
                    outputs.set(change.ref(), backend.ensure(change.desired().orElseThrow(), change, execution));
                }
                if (!piece.removal() || change.action() == Change.Action.DELETE) {
                    record(change, Status.DONE, Optional.empty(), "", since(start));
                }
                return true;
            } catch (SdkException e) {
                record(change, Status.FAILED, Optional.of(e), "", since(start));
                return false;
            }
        }

        private void skip(Work piece, Work.Key because) {
            if (!outcomes.containsKey(piece.change().ref())) {
                record(
                        piece.change(),
                        Status.SKIPPED,
                        Optional.empty(),
                        (removed.contains(piece.change().ref()) ? "it was taken away, but " : "") + because.ref()
                                + " was not " + (because.removal() ? "removed" : "made"),
                        Duration.ZERO);
            }
        }

        private synchronized void record(
                Change change, Status status, Optional<SdkException> failure, String reason, Duration duration) {
            Outcome outcome = new Outcome(
                    change.ref(), change.action(), status, outputs.of(change.ref()), failure, reason, duration);
            outcomes.put(change.ref(), outcome);
            options.listener().finished(outcome);
        }

        private Duration since(long start) {
            return Duration.ofNanos(time.nanoTime() - start);
        }
    }
}
