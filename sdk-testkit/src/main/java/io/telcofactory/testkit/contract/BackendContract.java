package io.telcofactory.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.telcofactory.api.ApplyReport;
import io.telcofactory.api.ApplyReport.Outcome;
import io.telcofactory.api.ApplyReport.Status;
import io.telcofactory.api.Blueprint;
import io.telcofactory.api.Change;
import io.telcofactory.api.Disruption;
import io.telcofactory.api.FieldChange;
import io.telcofactory.api.Plan;
import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.spi.Backend;
import io.telcofactory.api.spi.LockStore.Held;
import io.telcofactory.api.spi.Owned;
import io.telcofactory.api.spi.Rendering;
import io.telcofactory.api.spi.Scope;
import io.telcofactory.testkit.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the engine expects of a {@link Backend}, on whatever system a subclass names.
 *
 * <pre>{@code
 * class MyBackendTest extends BackendContract {
 *     @Override
 *     protected BackendUnderTest subject() {
 *         MyServer server = new MyServer();
 *         return BackendUnderTest.builder(faults -> new MyBackend(faults.on(server.transport())))
 *                 .resources(acme, cameras)
 *                 .change("routes", cameras.toBuilder().routes(List.of()).build())
 *                 .build();
 *     }
 * }
 * }</pre>
 *
 * <p>The promises: planning changes nothing; what was applied is as rendered, carries its stamp, and plans no more changes; each
 * field can be changed, and is repaired when somebody else changed it; what others made is neither shown nor touched; a process
 * may die before and after each of its calls, or lose any answer, and the next one comes to the same end; destroying leaves
 * nothing; of two that work on one tenant one is refused.
 *
 * @since 0.1
 */
public abstract class BackendContract {

    /** Creates the suite; JUnit does it. */
    protected BackendContract() {}

    /**
     * Sets up what is tested. It is called at least once for each test, and again for each of several trials within one.
     *
     * @return a backend on a system with nothing of this factory on it: a new one, or the one that all tests share, which takes
     *     away what it made after each trial
     */
    protected abstract BackendUnderTest subject();

    @Test
    void kinds_ofTheResources_areMadeByTheBackend() {
        on(trial -> {
            assertThat(trial.<String>ask(Backend::name)).isNotBlank();
            assertThat(trial.made())
                    .as("resources of the kinds %s", trial.ask(Backend::kinds))
                    .isNotEmpty();
        });
    }

    @Test
    void render_twice_isTheSame() {
        on(trial -> eachDesired(trial, desired -> {
            Rendering rendering = trial.ask(backend -> backend.render(desired, trial.scope()));

            assertThat(rendering.fields()).isNotEmpty();
            assertThat(rendering.removal()).isNotEmpty();
            assertThat(trial.<Rendering>ask(backend -> backend.render(desired, trial.scope())))
                    .isEqualTo(rendering);
        }));
    }

    @Test
    void plan_nothingThere_createsEverythingAndTouchesNothing() {
        on(trial -> {
            List<String> before = trial.state();

            Plan plan = trial.plan();

            assertThat(plan.errors()).isEmpty();
            assertThat(plan.changes()).extracting(Change::action).containsOnly(Change.Action.CREATE);
            assertThat(plan.changes()).extracting(Change::ref).containsExactlyInAnyOrderElementsOf(trial.made());
            assertSame(trial.state(), before);
        });
    }

    @Test
    void apply_all_reportsWhatIsObservedAfterwards() {
        on(trial -> {
            ApplyReport report = applied(trial, trial.blueprint());

            Map<Ref, Owned> owned = trial.owned();
            assertThat(report.outcomes()).extracting(Outcome::status).containsOnly(Status.DONE);
            assertThat(report.outcomes())
                    .extracting(Outcome::ref)
                    .containsExactlyInAnyOrderElementsOf(owned.keySet())
                    .containsExactlyInAnyOrderElementsOf(trial.made());
            owned.forEach((ref, found) ->
                    assertThat(found.outputs()).as("outputs of %s", ref).containsAllEntriesOf(report.outputs(ref)));
        });
    }

    @Test
    void apply_all_plansNothingMore() {
        on(trial -> {
            applied(trial, trial.blueprint());

            assertPlansNothing(trial, trial.blueprint());
            assertThat(trial.locks()).isEmpty();
        });
    }

    @Test
    void apply_planFromAnotherProcess_isAsGood() {
        on(trial -> {
            Plan read = Plan.fromJson(trial.plan().toJson());

            assertThat(trial.apply(read).succeeded()).isTrue();

            assertPlansNothing(trial, trial.blueprint());
        });
    }

    @Test
    void apply_samePlanAgain_findsEverythingDone() {
        on(trial -> {
            Plan plan = trial.plan();
            trial.apply(plan).orThrow();
            List<String> state = trial.state();

            assertThat(trial.apply(plan).outcomes()).extracting(Outcome::status).containsOnly(Status.ALREADY_DONE);

            assertSame(trial.state(), state);
        });
    }

    @Test
    void observe_all_readsTheStamps() {
        on(trial -> {
            Plan plan = trial.plan();
            trial.apply(plan).orThrow();

            Map<Ref, Owned> owned = trial.owned();
            for (Change change : plan.changes()) {
                assertThat(owned.get(change.ref())).isNotNull().satisfies(found -> {
                    assertThat(found.blueprint()).isEqualTo(plan.blueprint());
                    assertThat(found.applied()).isEqualTo(change.desired());
                });
            }
        });
    }

    @Test
    void observe_ofAnotherFactory_findsNothingOfOurs() {
        on(trial -> {
            applied(trial, trial.blueprint());

            Scope other = trial.other().scope();
            assertThat(trial.<List<Owned>>ask(backend -> backend.observe(other).owned()))
                    .isEmpty();
            assertThat(trial.planDestroy("another").changes()).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> change_each_isAsPlannedAndCanBeTakenBack() {
        return forEach(
                BackendUnderTest::changes,
                "no changes",
                change -> dynamicTest(
                        change.name(),
                        () -> on(trial -> {
                            applied(trial, trial.blueprint());
                            List<String> observed = trial.observed();
                            Blueprint changed = trial.blueprint().with(change.resource());

                            Plan plan = trial.plan(changed);
                            assertThat(plan.change(change.resource().ref())).isPresent();
                            assertThat(trial.apply(plan).orThrow().succeeded()).isTrue();

                            assertPlansNothing(trial, changed);
                            plan.changes()
                                    .forEach(made -> assertThat(trial.owned().get(made.ref()))
                                            .isNotNull()
                                            .satisfies(found ->
                                                    assertThat(found.applied()).isEqualTo(made.desired())));
                            applied(trial, trial.blueprint());
                            assertSame(trial.observed(), observed);
                        })));
    }

    @Test
    void fields_changeableInPlace_areAllSetBySomeChange() {
        on(trial -> {
            assumeFalse(trial.subject().changes().isEmpty(), "no changes are given");
            Set<String> changeable = new TreeSet<>();
            eachDesired(
                    trial,
                    desired -> trial.ask(backend -> backend.render(desired, trial.scope())).fields().stream()
                            .filter(field -> field.disruption() == Disruption.NONE)
                            .forEach(field -> changeable.add(field.path())));
            changeable.removeAll(trial.subject().constants());
            applied(trial, trial.blueprint());
            Set<String> changed = new TreeSet<>();
            for (BackendUnderTest.Variation change : trial.subject().changes()) {
                trial.plan(trial.blueprint().with(change.resource()))
                        .changes()
                        .forEach(made -> made.fields().forEach(field -> changed.add(field.path())));
            }

            assertThat(trial.subject().constants()).as("constants").noneMatch(changed::contains);
            changeable.removeAll(changed);
            assertThat(changeable)
                    .as("fields that no change sets; give a change for each, so that setting it is tested")
                    .isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> drift_each_isShownAloneAndRepaired() {
        return forEach(
                BackendUnderTest::drifts,
                "no drift",
                named -> dynamicTest(
                        named.name(),
                        () -> on(trial -> {
                            BackendUnderTest.Drift drift =
                                    same(trial.subject().drifts(), named.name(), BackendUnderTest.Drift::name);
                            applied(trial, trial.blueprint());
                            List<String> state = trial.state();
                            drift.action().run();

                            Plan plan = trial.plan();
                            assertThat(plan.changes()).extracting(Change::ref).containsExactly(drift.ref());
                            assertThat(plan.changes().get(0).fields())
                                    .extracting(FieldChange::path)
                                    .containsExactlyInAnyOrderElementsOf(drift.paths());
                            trial.apply(plan).orThrow();

                            assertPlansNothing(trial, trial.blueprint());
                            assertSame(trial.state(), state);
                        })));
    }

    @TestFactory
    Stream<DynamicTest> foreign_onAResourceOfOurs_isNeitherShownNorLost() {
        return forEach(
                BackendUnderTest::foreigners,
                "nothing foreign",
                named -> dynamicTest(
                        named.name(),
                        () -> on(trial -> {
                            BackendUnderTest subject = trial.subject();
                            BackendUnderTest.Foreign foreign =
                                    same(subject.foreigners(), named.name(), BackendUnderTest.Foreign::name);
                            applied(trial, trial.blueprint());
                            foreign.action().run();
                            assertThat(foreign.there().getAsBoolean())
                                    .as("there at first")
                                    .isTrue();

                            assertPlansNothing(trial, trial.blueprint());
                            for (BackendUnderTest.Drift drift : subject.drifts()) {
                                drift.action().run();
                                applied(trial, trial.blueprint());
                            }

                            assertThat(foreign.there().getAsBoolean())
                                    .as("there in the end")
                                    .isTrue();
                        })));
    }

    @Test
    void destroy_resourcesOfAnotherFactory_stayAsTheyAre() {
        on(trial -> {
            Trial other = trial.other();
            applied(other, other.blueprint());
            List<String> state = other.state();

            applied(trial, trial.blueprint());
            assertPlansNothing(other, other.blueprint());
            trial.destroy().orThrow();

            assertSame(other.state(), state);
            assertPlansNothing(other, other.blueprint());
        });
    }

    @Test
    void apply_resourceNoLongerInTheBlueprint_isTakenAway() {
        on(trial -> {
            List<Resource> all = trial.blueprint().resources();
            Ref last = all.get(all.size() - 1).ref();
            assumeTrue(trial.made().contains(last) && all.size() > 1, "the last resource is the only one");
            applied(trial, trial.blueprint());
            Blueprint fewer = Blueprint.of(trial.blueprint().name(), all.subList(0, all.size() - 1));

            assertThat(trial.plan(fewer).change(last))
                    .hasValueSatisfying(change -> assertThat(change.action()).isEqualTo(Change.Action.DELETE));
            applied(trial, fewer);

            assertThat(trial.owned()).doesNotContainKey(last);
            assertPlansNothing(trial, fewer);
        });
    }

    @Test
    void destroy_all_leavesNothing() {
        on(trial -> {
            List<String> before = trial.state();
            applied(trial, trial.blueprint());

            trial.destroy().orThrow();

            assertSame(trial.state(), before);
            assertThat(trial.planDestroy().changes()).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> apply_killedAnywhere_endsTheSame() {
        return disturbed(trial -> {}, (trial, process) -> trial.applyBy(process, trial.blueprint()));
    }

    @TestFactory
    Stream<DynamicTest> change_killedAnywhere_endsTheSame() {
        return forEach(
                        BackendUnderTest::changes,
                        "no changes",
                        change -> disturbed(
                                        trial -> applied(trial, trial.blueprint()),
                                        (trial, process) -> trial.applyBy(
                                                process, trial.blueprint().with(change.resource())))
                                .map(test -> dynamicTest(
                                        change.name() + ": " + test.getDisplayName(), test.getExecutable())))
                .flatMap(tests -> tests);
    }

    @TestFactory
    Stream<DynamicTest> destroy_killedAnywhere_leavesNothing() {
        return disturbed(trial -> applied(trial, trial.blueprint()), Trial::destroyBy);
    }

    /** None for a backend that keeps no locks. */
    @TestFactory
    Stream<DynamicTest> apply_lockedTenant_isLeftToTheLivingOnly() {
        List<DynamicTest> tests = new ArrayList<>();
        on(trial -> {
            if (trial.hasLocks()) {
                tests.add(dynamicTest("by the living", () -> on(BackendContract::assertRefused)));
                tests.add(dynamicTest("by the dead", () -> on(BackendContract::assertTakenOver)));
            }
        });
        return tests.stream();
    }

    private static void assertRefused(Trial trial) {
        List<String> before = trial.state();
        Held held = lock(trial, "somebody else");

        assertThatThrownBy(() -> trial.applyOn(new Heartbeat(trial, held.id())))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("somebody else");

        assertThat(trial.<Boolean>askLocks(store -> store.delete(held.id()))).isTrue();
        assertSame(trial.state(), before);
    }

    private static void assertTakenOver(Trial trial) {
        lock(trial, "the dead");

        applied(trial, trial.blueprint());

        assertThat(trial.locks()).isEmpty();
        assertPlansNothing(trial, trial.blueprint());
    }

    private static Held lock(Trial trial, String holder) {
        String tenant = trial.made().get(0).tenant();
        String name = trial.scope().factory() + "." + tenant;
        return trial.askLocks(store -> store.create(name, holder, "n1")).orElseThrow();
    }

    /** One test for each way to die, or to lose an answer, while some work is done. */
    private Stream<DynamicTest> disturbed(Consumer<Trial> before, Trial.Work work) {
        List<String> end = new ArrayList<>();
        List<Death> deaths = new ArrayList<>();
        on(trial -> {
            before.accept(trial);
            deaths.addAll(Death.during(trial, work, Fault.KILLED_BEFORE, Fault.KILLED_AFTER, Fault.LOST));
            end.addAll(trial.state());
        });
        return deaths.stream()
                .map(death -> dynamicTest(
                        death.name(),
                        () -> on(trial -> {
                            before.accept(trial);
                            trial.dying(death.process().apply(trial.subject()), work);
                            trial.converge(work);

                            assertSame(trial.state(), end);
                        })));
    }

    private void on(Consumer<Trial> test) {
        try (Trial trial = new Trial(subject())) {
            test.accept(trial);
        }
    }

    private <T, R> Stream<R> forEach(Function<BackendUnderTest, List<T>> what, String missing, Function<T, R> test) {
        List<T> all = what.apply(subject());
        assumeFalse(all.isEmpty(), missing + " is given");
        return all.stream().map(test);
    }

    /** What acts on the trial's own system: subjects made before act on theirs. */
    private static <T> T same(List<T> all, String name, Function<T, String> names) {
        return all.stream()
                .filter(one -> names.apply(one).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void eachDesired(Trial trial, Consumer<Resource> test) {
        trial.plan().changes().forEach(change -> test.accept(change.desired().orElseThrow()));
    }

    /** Says only what differs: a state can be long. */
    private static void assertSame(List<String> state, List<String> wanted) {
        List<String> surplus = new ArrayList<>(state);
        List<String> missing =
                wanted.stream().filter(line -> !surplus.remove(line)).toList();
        assertThat(missing).as("missing, instead of %s", surplus).isEmpty();
        assertThat(surplus).as("surplus").isEmpty();
    }

    private static ApplyReport applied(Trial trial, Blueprint blueprint) {
        return trial.apply(blueprint).orThrow();
    }

    private static void assertPlansNothing(Trial trial, Blueprint blueprint) {
        Plan plan = trial.plan(blueprint);
        assertThat(plan.changes()).as(plan.describe()).isEmpty();
    }
}
