package io.telcofactory.api;

import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.internal.Backends;
import io.telcofactory.api.internal.Checks;
import io.telcofactory.api.internal.apply.Applier;
import io.telcofactory.api.internal.apply.LockPolicy;
import io.telcofactory.api.internal.check.StandardChecks;
import io.telcofactory.api.internal.plan.Adoptions;
import io.telcofactory.api.internal.plan.Planner;
import io.telcofactory.api.internal.plan.World;
import io.telcofactory.api.internal.watch.Watch;
import io.telcofactory.api.spi.Adoption;
import io.telcofactory.api.spi.Backend;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Scope;
import io.telcofactory.api.spi.SecretResolver;
import io.telcofactory.api.spi.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The front door: plans what blueprints say against what is there, and applies plans.
 *
 * <p>It keeps no state between calls: what it made is found again by the stamps on it. Applying may be stopped at any
 * moment, and applying again goes on from there.
 *
 * <p>Threads: safe for concurrent use; two applies that touch one tenant exclude each other, also across processes.
 *
 * @since 0.1
 */
public final class AiFactory implements AutoCloseable {
    private final String id;
    private final Backends backends;
    private final Set<String> provided;
    private final List<Check> checks;
    private final List<SecretResolver> resolvers;
    private final Time time;
    private final LockPolicy lockPolicy;

    private AiFactory(Builder builder) {
        this.id = Checks.name("factory id", builder.id);
        this.backends = new Backends(builder.backends);
        this.provided = Set.copyOf(builder.provided);
        this.checks = new ArrayList<>(StandardChecks.all());
        builder.backends.forEach(backend -> checks.addAll(backend.checks()));
        this.checks.addAll(builder.checks);
        this.resolvers = List.copyOf(builder.resolvers);
        this.time = builder.time;
        this.lockPolicy = builder.lockPolicy;
    }

    /**
     * Starts a factory.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Plans to make everything as a blueprint says. Reads only.
     *
     * @param blueprint what should be
     * @return what applying would do, and what the checks say about it
     * @throws io.telcofactory.api.error.SdkException if the backends can't be read
     */
    public Plan plan(Blueprint blueprint) {
        return plan(blueprint, PlanOptions.builder().build());
    }

    /**
     * Plans to make everything as a blueprint says. Reads only.
     *
     * @param blueprint what should be
     * @param options how, for example which existing things shall become resources of the blueprint
     * @return what applying would do, and what the checks say about it
     * @throws InvalidRequestException if something shall be adopted as a resource that the blueprint does not have
     * @throws ConflictException if something shall be adopted that belongs to a factory, or as a resource that is there already
     * @throws io.telcofactory.api.error.NotFoundException if something shall be adopted that is not there
     * @throws io.telcofactory.api.error.UnsupportedFeatureException if resources of that kind can't be adopted
     * @throws io.telcofactory.api.error.SdkException if the backends can't be read
     */
    public Plan plan(Blueprint blueprint, PlanOptions options) {
        Scope scope = new Scope(id, blueprint.name());
        World world = World.observe(backends, scope);
        Map<Ref, Adoption> adoptions = new Adoptions(backends, scope, world).of(blueprint, options.adopt());
        return new Planner(backends, provided, checks, scope, world, adoptions).plan(blueprint);
    }

    /**
     * Plans to take away everything that was made for a blueprint. The blueprint itself is not needed. Reads only.
     *
     * @param blueprint the blueprint's name
     * @return what applying would do
     * @throws io.telcofactory.api.error.SdkException if the backends can't be read
     */
    public Plan planDestroy(String blueprint) {
        Scope scope = new Scope(id, blueprint);
        World world = World.observe(backends, scope);
        return new Planner(backends, provided, checks, scope, world, Map.of()).planDestroy();
    }

    /**
     * Applies a plan in silence, without replacing or deleting anything.
     *
     * @param plan from {@link #plan}, {@link #planDestroy} or {@link Plan#fromJson}
     * @return how each change ended
     * @see #apply(Plan, ApplyOptions)
     */
    public ApplyReport apply(Plan plan) {
        return apply(plan, ApplyOptions.builder().build());
    }

    /**
     * Applies a plan without replacing or deleting anything.
     *
     * @param plan from {@link #plan}, {@link #planDestroy} or {@link Plan#fromJson}
     * @param listener hears how it goes
     * @return how each change ended
     * @see #apply(Plan, ApplyOptions)
     */
    public ApplyReport apply(Plan plan, ProgressListener listener) {
        return apply(plan, ApplyOptions.builder().listener(listener).build());
    }

    /**
     * Applies a plan: locks its tenants, makes sure that nothing changed since it was made, and executes its changes,
     * dependencies first. A change that fails stops those that need it, not the others; see the report. An empty plan only
     * takes away the locks of appliers that died after their last change.
     *
     * @param plan from {@link #plan}, {@link #planDestroy} or {@link Plan#fromJson}
     * @param options how
     * @return how each change ended
     * @throws InvalidRequestException if the plan has errors, belongs to another factory, or disrupts what was not allowed
     * @throws ConflictException if another apply works on one of the tenants, or the plan is stale; nothing was changed
     */
    public ApplyReport apply(Plan plan, ApplyOptions options) {
        refuse(
                !plan.factory().equals(id),
                plan,
                "it was made by factory '" + plan.factory() + "', this is '" + id + "'. Apply it there");
        refuse(
                !plan.errors().isEmpty(),
                plan,
                "its checks found errors. Mend them and plan again:\n"
                        + plan.errors().stream().map(f -> "  " + f).collect(Collectors.joining("\n")));
        List<Ref> disrupted = plan.changes().stream()
                .filter(change -> change.disruption() != Disruption.NONE)
                .map(Change::ref)
                .filter(ref -> !plan.destroy() && !options.allowDisruption().contains(ref))
                .toList();
        refuse(
                !disrupted.isEmpty(),
                plan,
                "it replaces or deletes " + disrupted
                        + ". If that is meant, allow it with ApplyOptions.allowDisruption");
        return new Applier(backends, time, lockPolicy, resolvers, holder()).apply(plan, options);
    }

    /**
     * Tells how everything that was made for a blueprint is right now. Reads only.
     *
     * @param blueprint the blueprint's name
     * @return how each resource that is there is, with its addresses and ids
     * @throws io.telcofactory.api.error.SdkException if the backends can't be read
     */
    public BlueprintStatus status(String blueprint) {
        return watch(blueprint).status();
    }

    /**
     * Tells how everything that a blueprint describes is right now, also what is not there. Reads only; whether it is as described is
     * told by {@link #plan}.
     *
     * @param blueprint what should be
     * @return how each resource is, with its addresses and ids
     * @throws io.telcofactory.api.error.SdkException if the backends can't be read
     */
    public BlueprintStatus status(Blueprint blueprint) {
        return watch(blueprint.name()).status(blueprint);
    }

    /**
     * Waits until everything that a blueprint describes is ready, whoever applies it. Reads only.
     *
     * @param blueprint what should be
     * @param within how long at most
     * @param progress hears each status that differs from the one before, on the calling thread
     * @return the status in which everything is ready
     * @throws io.telcofactory.api.error.DeadlineExceededException if it takes longer; tells what is not ready
     * @throws io.telcofactory.api.error.PartialFailureException at once, if something failed that does not become ready by waiting
     * @throws io.telcofactory.api.error.CancelledException if the thread is interrupted
     */
    public BlueprintStatus waitFor(Blueprint blueprint, Duration within, Consumer<BlueprintStatus> progress) {
        return watch(blueprint.name()).await(blueprint, within, progress);
    }

    private Watch watch(String blueprint) {
        return new Watch(backends, new Scope(id, blueprint), time);
    }

    private static void refuse(boolean wrong, Plan plan, String why) {
        if (wrong) {
            throw new InvalidRequestException(
                    ErrorContext.of("factory", "apply", plan.blueprint()),
                    "The plan for blueprint '" + plan.blueprint() + "' can't be applied: " + why);
        }
    }

    /** Who holds the locks, for people, and unique to this apply. */
    private static String holder() {
        return "process " + ProcessHandle.current().pid() + " apply " + UUID.randomUUID();
    }

    /** Closes all backends. */
    @Override
    public void close() {
        backends.all().forEach(Backend::close);
    }

    /** Collects the parts of a factory. */
    public static final class Builder {
        private String id = "";
        private final List<Backend> backends = new ArrayList<>();
        private final Set<String> provided = new HashSet<>();
        private final List<Check> checks = new ArrayList<>();
        private final List<SecretResolver> resolvers = new ArrayList<>();
        private Time time = Time.system();
        private LockPolicy lockPolicy = LockPolicy.DEFAULT;

        Builder() {}

        /**
         * Sets what tells this factory's resources from those of all others on the same servers. Mandatory; changing it
         * later leaves everything made so far behind.
         *
         * @param id a DNS label of at most 40 characters
         * @return this builder
         */
        public Builder id(String id) {
            this.id = id;
            return this;
        }

        /**
         * Adds a backend; the factory closes it.
         *
         * @param backend makes some kinds of resources real, which no other backend does
         * @return this builder
         */
        public Builder backend(Backend backend) {
            backends.add(backend);
            return this;
        }

        /**
         * Declares that somebody else makes resources of a kind: blueprints may hold them, and what they imply for others is
         * done, but they themselves are not.
         *
         * @param kind for example {@link Ref#BREAKOUT}
         * @return this builder
         */
        public Builder provided(String kind) {
            provided.add(kind);
            return this;
        }

        /**
         * Adds a check to those that every plan makes.
         *
         * @param check your own check
         * @return this builder
         */
        public Builder check(Check check) {
            checks.add(check);
            return this;
        }

        /**
         * Adds a source of secrets, asked before the environment ({@code env:NAME}) and files ({@code file:PATH}), which every
         * factory knows.
         *
         * @param resolver asked in the order of adding
         * @return this builder
         */
        public Builder secrets(SecretResolver resolver) {
            resolvers.add(resolver);
            return this;
        }

        /**
         * Sets the time source.
         *
         * @param source the machine's time by default
         * @return this builder
         */
        public Builder time(Time source) {
            this.time = source;
            return this;
        }

        /**
         * Sets how long the lock of an applier that gives no sign of life is respected.
         *
         * @param lease longer than the deadline of any single call; 60 s by default
         * @return this builder
         */
        public Builder lockLease(Duration lease) {
            this.lockPolicy = new LockPolicy(lease, lease.dividedBy(30));
            return this;
        }

        /**
         * Finishes.
         *
         * @return the factory
         * @throws IllegalArgumentException if the id is missing or malformed, or two backends make the same kind real
         */
        public AiFactory build() {
            return new AiFactory(this);
        }
    }
}
