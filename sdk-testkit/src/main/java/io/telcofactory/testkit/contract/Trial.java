package io.telcofactory.testkit.contract;

import io.telcofactory.api.AiFactory;
import io.telcofactory.api.ApplyOptions;
import io.telcofactory.api.ApplyReport;
import io.telcofactory.api.Blueprint;
import io.telcofactory.api.Change;
import io.telcofactory.api.Plan;
import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.error.SdkException;
import io.telcofactory.api.spi.Backend;
import io.telcofactory.api.spi.LockStore;
import io.telcofactory.api.spi.Owned;
import io.telcofactory.api.spi.Scope;
import io.telcofactory.api.spi.Time;
import io.telcofactory.testkit.Faults;
import io.telcofactory.testkit.ProcessKilled;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** One backend under test, driven as programs drive it: each plan and each apply is a process of its own. */
final class Trial implements AutoCloseable {
    /** The second attempt goes on where the first stopped; the third has nothing to do. */
    private static final int ATTEMPTS = 3;

    private final BackendUnderTest subject;
    private final Scope scope;

    Trial(BackendUnderTest subject) {
        this(subject, subject.factory());
    }

    private Trial(BackendUnderTest subject, String factory) {
        this.subject = subject;
        this.scope = new Scope(factory, subject.blueprint().name());
    }

    /** The same system, used by another factory. */
    Trial other() {
        return new Trial(subject, subject.factory() + "-other");
    }

    BackendUnderTest subject() {
        return subject;
    }

    Blueprint blueprint() {
        return subject.blueprint();
    }

    Scope scope() {
        return scope;
    }

    Backend backend() {
        return subject.connect(Faults.create(subject.time()));
    }

    <T> T ask(Function<Backend, T> question) {
        try (Backend backend = backend()) {
            return question.apply(backend);
        }
    }

    /** What the backend itself makes of the blueprint. */
    List<Ref> made() {
        return ask(Backend::kinds).stream()
                .flatMap(kind -> blueprint().resources().stream()
                        .map(Resource::ref)
                        .filter(ref -> ref.kind().equals(kind)))
                .sorted()
                .toList();
    }

    Plan plan(Blueprint wanted) {
        return in(backend(), factory -> factory.plan(wanted));
    }

    Plan plan() {
        return plan(blueprint());
    }

    ApplyReport apply(Plan plan) {
        return in(backend(), factory -> apply(factory, plan));
    }

    ApplyReport apply(Blueprint wanted) {
        return applyBy(backend(), wanted);
    }

    ApplyReport apply() {
        return apply(blueprint());
    }

    ApplyReport applyBy(Backend process, Blueprint wanted) {
        return in(process, factory -> apply(factory, factory.plan(wanted)));
    }

    ApplyReport applyOn(Time clock) {
        try (AiFactory factory = factory(backend(), clock)) {
            return apply(factory, factory.plan(blueprint()));
        }
    }

    Plan planDestroy() {
        return planDestroy(blueprint().name());
    }

    Plan planDestroy(String name) {
        return in(backend(), factory -> factory.planDestroy(name));
    }

    ApplyReport destroy() {
        return destroyBy(backend());
    }

    ApplyReport destroyBy(Backend process) {
        return in(
                process,
                factory -> apply(factory, factory.planDestroy(blueprint().name())));
    }

    /** Repeats some work in new processes until nothing is left to do, as people do after a failure. */
    void converge(Work work) {
        List<String> failures = new ArrayList<>();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                if (work.by(this, backend()).outcomes().isEmpty()) {
                    return;
                }
            } catch (SdkException failed) {
                failures.add(failed.getMessage());
            }
        }
        throw new AssertionError("after " + ATTEMPTS + " attempts there is still something to do, or it fails: "
                + plan().describe() + failures);
    }

    /** Something that a process does. */
    interface Work {
        ApplyReport by(Trial trial, Backend process);
    }

    Map<Ref, Owned> owned() {
        Map<Ref, Owned> owned = new TreeMap<>();
        ask(backend -> backend.observe(scope)).owned().forEach(found -> owned.put(found.ref(), found));
        return owned;
    }

    /** Everything that is to be the same after two ways to one end, in lines. */
    List<String> state() {
        List<String> lines = observed();
        subject.snapshot().lines().forEach(lines::add);
        return lines;
    }

    /** The state as the backend sees it. */
    List<String> observed() {
        List<String> lines = new ArrayList<>();
        List<Owned> owned =
                new ArrayList<>(ask(backend -> backend.observe(scope)).owned());
        owned.sort(Comparator.comparing(Owned::ref));
        for (Owned found : owned) {
            lines.add(found.ref() + " of " + found.blueprint() + " with " + found.instances() + ": " + found.applied());
            found.applied().ifPresent(value -> lines.addAll(fields(found, value)));
        }
        locks().forEach(name -> lines.add("lock " + name));
        return lines;
    }

    /** The fields that the value stands for; what is known only later, such as an id, differs between two equal runs. */
    private List<String> fields(Owned found, Resource value) {
        return ask(backend -> backend.render(value, scope)).fields().stream()
                .filter(field -> !field.value().contains("${"))
                .map(field -> found.ref() + " " + field.path() + " = "
                        + found.fields().get(field.path()))
                .toList();
    }

    List<String> locks() {
        return ask(backend -> backend.locks()
                .map(store -> store.list(scope.factory() + ".").keySet().stream()
                        .sorted()
                        .toList())
                .orElse(List.of()));
    }

    boolean hasLocks() {
        return ask(backend -> backend.locks().isPresent());
    }

    <T> T askLocks(Function<LockStore, T> question) {
        return ask(backend -> question.apply(backend.locks().orElseThrow()));
    }

    /** Takes away what a test made, so that the next one finds the system as this one did. */
    @Override
    public void close() {
        for (Trial trial : List.of(this, other())) {
            if (!trial.owned().isEmpty()) {
                trial.destroy();
            }
        }
    }

    private <T> T in(Backend process, Function<AiFactory, T> work) {
        try (AiFactory factory = factory(process, subject.time())) {
            return work.apply(factory);
        }
    }

    private AiFactory factory(Backend backend, Time clock) {
        AiFactory.Builder builder = AiFactory.builder()
                .id(scope.factory())
                .backend(backend)
                .time(clock)
                .lockLease(subject.lockLease());
        blueprint().resources().stream()
                .map(resource -> resource.ref().kind())
                .filter(kind -> !backend.kinds().contains(kind))
                .forEach(builder::provided);
        return builder.build();
    }

    private static ApplyReport apply(AiFactory factory, Plan plan) {
        ApplyOptions.Builder options = ApplyOptions.builder().concurrency(1);
        plan.changes().stream().map(Change::ref).forEach(options::addAllowDisruption);
        return factory.apply(plan, options.build());
    }

    /** Runs some work in a process that may die of it. */
    void dying(Backend process, Work work) {
        try {
            work.by(this, process);
        } catch (ProcessKilled | SdkException expected) {
            // the point of it
        }
    }
}
