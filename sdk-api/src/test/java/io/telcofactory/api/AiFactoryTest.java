package io.telcofactory.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.error.PartialFailureException;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.network.TrafficMatch;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.spi.LockStore;
import io.telcofactory.api.spi.Time;
import io.telcofactory.api.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AiFactoryTest {
    private static final Tenant ACME =
            Tenant.builder("acme").quota(q -> q.vms(8)).build();
    private static final TenantNetwork CAMERAS =
            TenantNetwork.builder("cameras").tenant(ACME).subnet("10.60.0.0/24").build();
    private static final N6Breakout BREAKOUT = N6Breakout.builder("uplink")
            .tenant(ACME)
            .network(CAMERAS)
            .dnai("edge-lisbon")
            .match(TrafficMatch.destination("10.60.0.0/24").tcp(8554))
            .uePool("10.45.0.0/16")
            .nextHop("10.60.0.1")
            .build();
    private static final AiService SERVICE = AiService.builder("defects")
            .tenant(ACME)
            .role(
                    "framer",
                    role -> role.image("framer")
                            .vcpus(2)
                            .memory(DataSize.gibibytes(2))
                            .attach(BREAKOUT))
            .build();
    private static final Blueprint BLUEPRINT = Blueprint.of("analytics", SERVICE, BREAKOUT, CAMERAS, ACME);

    private final MemoryBackend memory = new MemoryBackend();
    private final FastTime time = new FastTime();
    private final AiFactory factory = factory("lisbon");

    private AiFactory factory(String id) {
        return AiFactory.builder()
                .id(id)
                .backend(memory)
                .provided(Ref.BREAKOUT)
                .time(time)
                .build();
    }

    private static ApplyOptions options(int concurrency) {
        return ApplyOptions.builder().concurrency(concurrency).build();
    }

    @Test
    void plan_nothingThere_createsEverythingWithUnknownsAsSymbols() {
        Plan plan = factory.plan(BLUEPRINT);

        assertThat(plan.errors()).isEmpty();
        assertThat(plan.changes()).extracting(Change::ref).containsExactly(ACME.ref(), CAMERAS.ref(), SERVICE.ref());
        assertThat(plan.change(SERVICE.ref()).orElseThrow().fields())
                .contains(
                        new FieldChange("roles.framer.image", Optional.empty(), Optional.of("7")),
                        new FieldChange(
                                "roles.framer.nic.cameras",
                                Optional.empty(),
                                Optional.of("${network/acme/cameras:id}")));
        assertThat(plan.describe())
                .contains("3 to create", "+ service/acme/defects", "(known after apply)", "[provided-elsewhere]");
        assertThat(memory.log).isEmpty();
        assertThat(memory.locks).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void apply_newBlueprint_makesDependenciesFirstAndSecondPlanIsEmpty(int concurrency) {
        ApplyReport report =
                factory.apply(factory.plan(BLUEPRINT), options(concurrency)).orThrow();

        assertThat(memory.log)
                .containsExactly("ensure tenant/acme", "ensure network/acme/cameras", "ensure service/acme/defects");
        assertThat(report.outputs(SERVICE.ref())).containsKey("id");
        assertThat(memory.thing(CAMERAS).fields.get("routes")).contains("10.45.0.0/16 via 10.60.0.1");
        assertThat(memory.locks).isEmpty();
        assertThat(factory.plan(BLUEPRINT).describe()).startsWith("No changes.");
        assertThat(factory.plan(BLUEPRINT).isEmpty()).isTrue();
    }

    @Test
    void plan_fieldChangedBehindItsBack_showsExactlyThatField() {
        factory.apply(factory.plan(BLUEPRINT)).orThrow();
        memory.thing(ACME).fields.put("quota.vms", "99");
        memory.thing(ACME).fields.put("foreign", "stays");

        Plan plan = factory.plan(BLUEPRINT);

        assertThat(plan.changes()).hasSize(1);
        assertThat(plan.changes().get(0).fields())
                .containsExactly(new FieldChange("quota.vms", Optional.of("99"), Optional.of("8")));
        factory.apply(plan).orThrow();
        assertThat(memory.thing(ACME).fields).containsEntry("quota.vms", "8").containsEntry("foreign", "stays");
    }

    @Test
    void plan_fieldNoLongerRendered_isRemoved() {
        factory.apply(factory.plan(BLUEPRINT)).orThrow();
        Blueprint unlimited = BLUEPRINT.with(Tenant.builder("acme").build());

        Plan plan = factory.plan(unlimited);

        assertThat(plan.changes().get(0).fields())
                .containsExactly(new FieldChange("quota.vms", Optional.of("8"), Optional.empty()));
        factory.apply(plan).orThrow();
        assertThat(factory.plan(unlimited).isEmpty()).isTrue();
    }

    @Test
    void plan_fixedFieldAskedLater_replacesWhatRunsWithoutIt() {
        AiService apart = SERVICE.toBuilder()
                .roles(List.of(SERVICE.role("framer").toBuilder()
                        .attachments(List.of())
                        .build()))
                .build();
        factory.apply(factory.plan(BLUEPRINT.with(apart))).orThrow();

        assertThat(factory.plan(BLUEPRINT).changes()).singleElement().satisfies(change -> {
            assertThat(change.action()).isEqualTo(Change.Action.REPLACE);
            assertThat(change.fields()).extracting(FieldChange::path).containsExactly("roles.framer.nic.cameras");
        });
    }

    @Test
    void apply_fixedFieldChanged_replacesTheNetworkAroundItsService() {
        factory.apply(factory.plan(BLUEPRINT)).orThrow();
        memory.log.clear();
        TenantNetwork moved =
                CAMERAS.toBuilder().subnet("10.60.0.0/25").addresses(100).build();

        Plan plan = factory.plan(BLUEPRINT.with(moved));

        assertThat(plan.changes())
                .extracting(Change::action)
                .containsExactly(Change.Action.REPLACE, Change.Action.REPLACE);
        assertThatThrownBy(() -> factory.apply(plan))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("network/acme/cameras")
                .hasMessageContaining("allowDisruption");
        factory.apply(
                        plan,
                        ApplyOptions.builder()
                                .addAllowDisruption(CAMERAS.ref(), SERVICE.ref())
                                .build())
                .orThrow();
        assertThat(memory.log)
                .containsExactly(
                        "remove service/acme/defects",
                        "remove network/acme/cameras",
                        "ensure network/acme/cameras",
                        "ensure service/acme/defects");
        assertThat(factory.plan(BLUEPRINT.with(moved)).isEmpty()).isTrue();
    }

    @Test
    void planDestroy_ownResources_removesUsersFirstAndSparesOtherBlueprintsAndFactories() {
        factory.apply(factory.plan(BLUEPRINT)).orThrow();
        Tenant other = Tenant.builder("rival").build();
        factory.apply(factory.plan(Blueprint.of("other", other))).orThrow();
        memory.log.clear();

        factory.apply(factory.planDestroy("analytics")).orThrow();

        assertThat(memory.log)
                .containsExactly("remove service/acme/defects", "remove network/acme/cameras", "remove tenant/acme");
        assertThat(memory.things).containsOnlyKeys(other.ref());
        assertThat(factory.planDestroy("analytics").isEmpty()).isTrue();
    }

    @Test
    void planDestroy_foreignUse_stopsBeforeTheFirstChange() {
        factory.apply(factory.plan(BLUEPRINT)).orThrow();
        memory.usedBy.put(CAMERAS.ref(), List.of("vm 12 'test' of user bob"));
        memory.log.clear();

        Plan plan = factory.planDestroy("analytics");

        assertThat(plan.errors()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("in-foreign-use");
            assertThat(finding.message()).contains("vm 12 'test' of user bob");
        });
        assertThatThrownBy(() -> factory.apply(plan)).isInstanceOf(InvalidRequestException.class);
        assertThat(memory.log).isEmpty();
    }

    @Test
    void plan_resourceOfOtherBlueprint_isAnError() {
        factory.apply(factory.plan(BLUEPRINT)).orThrow();

        Plan plan = factory.plan(Blueprint.of("second", ACME));

        assertThat(plan.errors()).extracting(Finding::code).containsExactly("belongs-to-other-blueprint");
        assertThat(plan.isEmpty()).isTrue();
    }

    @Test
    void plan_kindWithoutBackend_isAnError() {
        AiFactory strict = AiFactory.builder().id("lisbon").backend(memory).build();

        assertThat(strict.plan(BLUEPRINT).errors()).extracting(Finding::code).containsExactly("no-backend");
    }

    @Test
    void apply_storedPlan_isEqualAndAppliesElsewhere() {
        Plan plan = factory.plan(BLUEPRINT);

        Plan read = Plan.fromJson(plan.toJson());

        assertThat(read).isEqualTo(plan);
        factory("lisbon").apply(read).orThrow();
        assertThat(factory.plan(BLUEPRINT).isEmpty()).isTrue();
    }

    @Test
    void fromJson_otherText_tellsWhatIsWrong() {
        assertThatThrownBy(() -> Plan.fromJson("{\"format\": 99}"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("99");
        assertThatThrownBy(() -> Plan.fromJson("nonsense")).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void apply_planOfOtherFactory_isRefused() {
        Plan plan = factory.plan(BLUEPRINT);

        assertThatThrownBy(() -> factory("porto").apply(plan))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("'lisbon'");
    }

    @Test
    void apply_changedSinceThePlan_isStaleAndChangesNothing() {
        factory.apply(factory.plan(BLUEPRINT)).orThrow();
        memory.thing(ACME).fields.put("quota.vms", "99");
        Plan plan = factory.plan(BLUEPRINT);
        memory.thing(ACME).fields.put("quota.vms", "100");
        memory.log.clear();

        assertThatThrownBy(() -> factory.apply(plan))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("quota.vms")
                .hasMessageContaining("'100'")
                .hasMessageContaining("'99'");
        assertThat(memory.log).isEmpty();
        assertThat(memory.locks).isEmpty();
    }

    @Test
    void apply_samePlanTwice_findsEverythingDone() {
        Plan plan = factory.plan(BLUEPRINT);
        factory.apply(plan).orThrow();
        memory.log.clear();

        ApplyReport report = factory.apply(plan).orThrow();

        assertThat(report.outcomes())
                .extracting(ApplyReport.Outcome::status)
                .containsOnly(ApplyReport.Status.ALREADY_DONE);
        assertThat(memory.log).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void apply_networkFails_skipsItsServiceAndReportsBoth(int concurrency) {
        memory.failing = CAMERAS.ref();

        ApplyReport report = factory.apply(factory.plan(BLUEPRINT), options(concurrency));

        assertThat(report.outcomes())
                .extracting(ApplyReport.Outcome::status)
                .containsExactly(ApplyReport.Status.DONE, ApplyReport.Status.FAILED, ApplyReport.Status.SKIPPED);
        assertThatThrownBy(report::orThrow)
                .isInstanceOf(PartialFailureException.class)
                .hasMessageContaining("The memory is full")
                .hasMessageContaining("service/acme/defects: create skipped: network/acme/cameras was not made");
        memory.failing = Ref.tenant("nobody");
        factory.apply(factory.plan(BLUEPRINT)).orThrow();
        assertThat(memory.things).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void apply_networkOfAReplacedServiceFails_leavesTheServiceThatRuns(int concurrency) {
        AiService apart = SERVICE.toBuilder()
                .roles(List.of(SERVICE.role("framer").toBuilder()
                        .attachments(List.of())
                        .build()))
                .build();
        factory.apply(factory.plan(BLUEPRINT.with(apart))).orThrow();
        memory.thing(CAMERAS).fields.put("routes", "none");
        memory.failing = CAMERAS.ref();

        Plan plan = factory.plan(BLUEPRINT);
        ApplyReport report = factory.apply(
                plan,
                ApplyOptions.builder()
                        .concurrency(concurrency)
                        .addAllowDisruption(SERVICE.ref())
                        .build());

        assertThat(plan.changes())
                .extracting(Change::action)
                .containsExactly(Change.Action.UPDATE, Change.Action.REPLACE);
        assertThat(report.describe())
                .endsWith("service/acme/defects: replace skipped: network/acme/cameras was not made");
        assertThat(memory.things).containsKey(SERVICE.ref());
    }

    @Test
    void apply_replacedNetworkFails_tellsThatItsServiceIsGone() {
        factory.apply(factory.plan(BLUEPRINT)).orThrow();
        memory.failing = CAMERAS.ref();
        TenantNetwork moved =
                CAMERAS.toBuilder().subnet("10.60.0.0/25").addresses(100).build();

        ApplyReport report = factory.apply(
                factory.plan(BLUEPRINT.with(moved)),
                ApplyOptions.builder()
                        .addAllowDisruption(CAMERAS.ref(), SERVICE.ref())
                        .build());

        assertThat(report.describe())
                .contains(
                        "service/acme/defects: replace skipped: it was taken away, but network/acme/cameras was not made");
        assertThat(memory.things).doesNotContainKey(SERVICE.ref());
    }

    @Test
    void apply_lockOfALivingApplier_isAConflictThatNamesTheHolder() {
        memory.create("lisbon.acme", "process 7", "1");
        time.onSleep = () -> memory.renew(memory.lock("lisbon.acme").id(), "alive" + time.nanoTime());

        assertThatThrownBy(() -> factory.apply(factory.plan(BLUEPRINT)))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("process 7");
        assertThat(memory.things).isEmpty();
        assertThat(memory.locks).containsOnlyKeys("lisbon.acme");
    }

    @Test
    void apply_abandonedLock_isTakenOverAfterTheLease() {
        memory.create("lisbon.acme", "process 7", "1");

        factory.apply(factory.plan(BLUEPRINT)).orThrow();

        assertThat(memory.things).hasSize(3);
        assertThat(memory.locks).isEmpty();
        assertThat(Duration.ofNanos(time.nanoTime())).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void apply_lockOfADeadApplierOnAnotherTenant_isTakenAwayInTheEnd(boolean emptyPlan) {
        if (emptyPlan) {
            factory.apply(factory.plan(BLUEPRINT)).orThrow();
        }
        memory.create("lisbon.globex", "process 7", "1");
        memory.create("porto.globex", "another factory's", "1");

        factory.apply(factory.plan(BLUEPRINT)).orThrow();

        assertThat(memory.locks).containsOnlyKeys("porto.globex");
        assertThat(Duration.ofNanos(time.nanoTime())).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void apply_lockOfALivingApplierOnAnotherTenant_staysAndIsNotWaitedFor() {
        memory.create("lisbon.globex", "process 7", "1");
        ProgressListener meanwhile = new ProgressListener() {
            @Override
            public void started(Change change) {
                memory.renew(memory.lock("lisbon.globex").id(), "alive at " + change.ref());
            }
        };

        factory.apply(factory.plan(BLUEPRINT), meanwhile).orThrow();

        assertThat(memory.locks).containsOnlyKeys("lisbon.globex");
        assertThat(time.nanoTime()).isZero();
    }

    @Test
    void apply_lockLostMeanwhile_stopsBeforeTheNextStep() {
        ProgressListener thief = new ProgressListener() {
            @Override
            public void started(Change change) {
                if (change.ref().equals(CAMERAS.ref())) {
                    LockStore.Held held = memory.lock("lisbon.acme");
                    memory.delete(held.id());
                    memory.create("lisbon.acme", "thief", "1");
                }
            }
        };

        ApplyReport report = factory.apply(factory.plan(BLUEPRINT), thief);

        assertThat(report.outcomes().get(1).failure()).get().isInstanceOf(ConflictException.class);
        assertThat(memory.things).containsOnlyKeys(ACME.ref());
        assertThat(memory.lock("lisbon.acme").holder()).isEqualTo("thief");
    }

    @Test
    void apply_whatABackendKeepsOfItsObservation_isFoundByAllChangesOfThisApplyOnly() {
        factory.apply(factory.plan(BLUEPRINT)).orThrow();
        memory.things.clear();
        factory.apply(factory.plan(BLUEPRINT)).orThrow();

        assertThat(memory.kept).containsExactly(1, 1, 1, 1, 1, 1);
    }

    @Test
    void build_twoBackendsForAKind_isRefused() {
        AiFactory.Builder builder =
                AiFactory.builder().id("lisbon").backend(memory).backend(new MemoryBackend());

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two backends");
    }

    @Test
    void of_danglingReferenceOrTwin_isRefused() {
        assertThatThrownBy(() -> Blueprint.of("b", CAMERAS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tenant/acme");
        assertThatThrownBy(() -> Blueprint.of("b", ACME, ACME))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice");
        assertThat(Stream.of(BLUEPRINT.find(ACME.ref()), BLUEPRINT.find(Ref.tenant("none"))))
                .containsExactly(Optional.of(ACME), Optional.empty());
    }

    /** Time that passes only while somebody sleeps. */
    private static final class FastTime implements Time {
        private long nanos;
        private Runnable onSleep = () -> {};

        @Override
        public Instant now() {
            return Instant.EPOCH.plusNanos(nanos);
        }

        @Override
        public long nanoTime() {
            return nanos;
        }

        @Override
        public void sleep(Duration duration) {
            nanos += duration.toNanos();
            onSleep.run();
        }
    }
}
