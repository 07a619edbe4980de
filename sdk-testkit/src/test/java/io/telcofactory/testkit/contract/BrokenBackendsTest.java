package io.telcofactory.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.Change;
import io.telcofactory.api.Resource;
import io.telcofactory.api.spi.Execution;
import io.telcofactory.api.spi.Observation;
import io.telcofactory.api.spi.Owned;
import io.telcofactory.api.spi.Scope;
import io.telcofactory.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

/** A suite is worth what it finds: each promise broken, and the test that must say so. */
class BrokenBackendsTest {

    @Test
    void planning_writes_isFound() {
        assertFails(contract(system -> new MapBackend(system) {
            @Override
            public Observation observe(Scope scope) {
                system.make("trace");
                return super.observe(scope);
            }
        })::plan_nothingThere_createsEverythingAndTouchesNothing);
    }

    @Test
    void field_neverSet_isFound() {
        BackendContract contract = contract(system -> new MapBackend(system) {
            @Override
            public Map<String, String> ensure(Resource resource, Change change, Execution execution) {
                Map<String, String> outputs = super.ensure(resource, change, execution);
                system.set(Integer.parseInt(outputs.get("id")), "mtu", "forgotten");
                return outputs;
            }
        });

        assertFails(contract::apply_all_plansNothingMore);
        assertFails(contract::drift_each_isShownAloneAndRepaired);
    }

    @Test
    void stamp_ofAnEarlierValue_isFound() {
        assertFails(contract(system -> new MapBackend(system) {
            @Override
            void set(int id, String attribute, String value, Execution execution) {
                if (!attribute.equals("stamp") || system.get(id, attribute).isEmpty()) {
                    super.set(id, attribute, value, execution);
                }
            }
        })::change_each_isAsPlannedAndCanBeTakenBack);
    }

    @Test
    void change_thatMakesItAgainInstead_isFound() {
        assertFails(contract(system -> new MapBackend(system) {
            @Override
            public Map<String, String> ensure(Resource resource, Change change, Execution execution) {
                system.delete(system.find(execution.scope().nativeName(resource.ref())));
                return super.ensure(resource, change, execution);
            }
        })::foreign_onAResourceOfOurs_isNeitherShownNorLost);
    }

    @Test
    void foreignResource_takenForOurs_isFound() {
        BackendContract contract = contract(system -> new MapBackend(system) {
            @Override
            public Observation observe(Scope scope) {
                List<Owned> all = new ArrayList<>();
                for (String factory : List.of("contract", "contract-other")) {
                    all.addAll(
                            super.observe(new Scope(factory, scope.blueprint())).owned());
                }
                return new Observation(all, super.observe(scope).inventory(), Map.of(), List.of());
            }

            @Override
            public void remove(Change change, Execution execution) {
                system.all().forEach((id, attributes) -> {
                    if (attributes.containsKey("stamp")) {
                        system.delete(id);
                    }
                });
            }
        });

        assertFails(contract::observe_ofAnotherFactory_findsNothingOfOurs);
        assertFails(contract::destroy_resourcesOfAnotherFactory_stayAsTheyAre);
    }

    @Test
    void orphan_ofAProcessThatDied_isFound() {
        assertFails(contract(system -> new MapBackend(system) {
            @Override
            public Map<String, String> ensure(Resource resource, Change change, Execution execution) {
                if (execution.current().isEmpty()) {
                    execution.proceed("make");
                    int id = system.make("pending");
                    execution.proceed("name");
                    system.set(id, "name", execution.scope().nativeName(resource.ref()));
                }
                return super.ensure(resource, change, execution);
            }
        })::apply_killedAnywhere_endsTheSame);
    }

    @Test
    void destroy_thatForgetsSomething_isFound() {
        BackendContract contract = contract(system -> new MapBackend(system) {
            @Override
            public void remove(Change change, Execution execution) {
                system.make("rest of " + change.ref());
                super.remove(change, execution);
            }
        });

        assertFails(contract::destroy_all_leavesNothing);
        assertFails(contract::destroy_killedAnywhere_leavesNothing);
    }

    @Test
    void outputs_thatAreNotObserved_areFound() {
        assertFails(contract(system -> new MapBackend(system) {
            @Override
            public Map<String, String> ensure(Resource resource, Change change, Execution execution) {
                super.ensure(resource, change, execution);
                return Map.of("id", "0");
            }
        })::apply_all_reportsWhatIsObservedAfterwards);
    }

    @Test
    void lock_thatEverybodyGets_isFound() {
        assertFails(contract(system -> new MapBackend(system) {
            @Override
            public Optional<Held> create(String name, String holder, String nonce) {
                system.makeOnly("lock-" + name, Map.of("holder", holder, "nonce", nonce));
                return Optional.of(new Held("1", holder, nonce));
            }
        })::apply_lockedTenant_isLeftToTheLivingOnly);
    }

    @Test
    void fieldInPlace_thatNoChangeSets_isNamed() {
        BackendContract contract = contract(BackendUnderTest.builder(faults -> new MapBackend(new MapSystem())));
        MapSystem system = new MapSystem();
        BackendContract oneChange = contract(BackendUnderTest.builder(faults -> new MapBackend(system))
                .change("frames", MapBackendTest.CAMERAS.toBuilder().mtu(9000).build()));

        assertThatThrownBy(oneChange::fields_changeableInPlace_areAllSetBySomeChange)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("quota");
        assertThatThrownBy(contract::fields_changeableInPlace_areAllSetBySomeChange)
                .hasMessageContaining("no changes are given");
    }

    @Test
    void subject_ofNothingOrTheUnknown_isRefused() {
        BackendUnderTest.Builder builder = BackendUnderTest.builder(faults -> new MapBackend(new MapSystem()));

        assertThatThrownBy(builder::build).hasMessageContaining("resources(...)");
        assertThatThrownBy(() -> builder.resources(MapBackendTest.ACME)
                        .change("frames", MapBackendTest.CAMERAS)
                        .build())
                .hasMessageContaining("network/acme/cameras")
                .hasMessageContaining("[tenant/acme]");
    }

    @Test
    void deaths_limited_areSpread() {
        BackendContract few = contract(BackendUnderTest.builder(faults -> new MapBackend(new MapSystem()))
                .deaths(2));

        assertThat(few.apply_killedAnywhere_endsTheSame().map(DynamicTest::getDisplayName))
                .containsExactly("killed before step 1", "killed before step 4");
    }

    private static BackendContract contract(Function<MapSystem, MapBackend> backend) {
        return new BackendContract() {
            @Override
            protected BackendUnderTest subject() {
                return MapBackendTest.subject(backend);
            }
        };
    }

    private static BackendContract contract(BackendUnderTest.Builder builder) {
        builder.resources(MapBackendTest.ACME, MapBackendTest.CAMERAS).time(VirtualTime.create());
        return new BackendContract() {
            @Override
            protected BackendUnderTest subject() {
                return builder.build();
            }
        };
    }

    private static void assertFails(Runnable test) {
        assertThatThrownBy(test::run).isInstanceOf(AssertionError.class);
    }

    private interface Factory {
        Stream<DynamicTest> tests();
    }

    private static void assertFails(Factory factory) {
        assertThatThrownBy(() -> {
                    for (DynamicTest test : factory.tests().toList()) {
                        test.getExecutable().execute();
                    }
                })
                .isInstanceOf(AssertionError.class);
    }
}
