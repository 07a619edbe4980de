package io.telcofactory.upf.steering;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.AiFactory;
import io.telcofactory.api.ApplyOptions;
import io.telcofactory.api.ApplyReport;
import io.telcofactory.api.Blueprint;
import io.telcofactory.api.Change;
import io.telcofactory.api.Plan;
import io.telcofactory.api.Ref;
import io.telcofactory.api.error.SdkException;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.Snssai;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.network.TrafficMatch;
import io.telcofactory.api.spi.Scope;
import io.telcofactory.api.tenant.Tenant;
import io.telcofactory.testkit.Fault;
import io.telcofactory.testkit.VirtualTime;
import io.telcofactory.testkit.steering.Exchange;
import io.telcofactory.testkit.steering.FakeNef;
import io.telcofactory.testkit.steering.Notification;
import io.telcofactory.testkit.steering.Packet;
import io.telcofactory.testkit.steering.UeSession;
import io.telcofactory.upf.InstantTime;
import io.telcofactory.upf.NefClient;
import io.telcofactory.upf.connection.ConnectionSettings;
import io.telcofactory.upf.nef.FlowInfo;
import io.telcofactory.upf.nef.Merge;
import io.telcofactory.upf.nef.TrafficInfluSubPatch;
import io.telcofactory.upf.notify.PathChangeReceiver;
import io.telcofactory.upf.spec.HeldAgainstSpecs;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(HeldAgainstSpecs.class)
class NefSteeringTest {
    private static final String FOREIGN =
            "{\"afTransId\":\"somebody\",\"anyUeInd\":true,\"trafficRoutes\":[{\"dnai\":\"mec\",\"routeProfId\":\"x\"}],\"trafficFilters\":[{\"flowId\":1,\"flowDescriptions\":[\"permit"
                    + " out ip from 192.0.2.0/24 to assigned\"]}]}";
    private static final Ref CAMERAS = new Ref(Ref.BREAKOUT, "acme", "cameras");

    private final FakeNef nef = FakeNef.start(VirtualTime.create());
    private final AiFactory factory = factory("lisbon", nef);

    @Test
    void apply_newBreakout_steersItsTrafficAndThenPlansNothing() {
        nef.attach(UeSession.of("10.45.0.9", "factory.acme", "1-0a0b0c"));

        Plan plan = factory.plan(blueprint(cameras()));
        assertThat(plan.describe()).contains("trafficFilters", "DNAI edge-lisbon");
        ApplyReport report = factory.apply(plan);

        assertThat(report.succeeded()).isTrue();
        assertThat(nef.send(Packet.tcp("10.45.0.9", "10.60.0.7", 8554)).exit()).contains("edge-lisbon");
        assertThat(nef.send(Packet.tcp("10.45.0.9", "198.51.100.1", 443)).exit())
                .isEmpty();
        assertThat(factory.plan(blueprint(cameras())).changes()).isEmpty();
    }

    @Test
    void apply_devicesOfBothFamilies_areSteeredByTheirRanges() {
        nef.attach(UeSession.of("10.45.0.9", "internet", "1"));
        nef.attach(UeSession.of("2001:DB8:45:0::9", "internet", "1"));
        nef.attach(UeSession.of("2001:db8:46::9", "internet", "1"));
        N6Breakout both = N6Breakout.builder("cameras")
                .tenant("acme")
                .network("cameras")
                .dnai("edge-lisbon")
                .match(TrafficMatch.destination("10.60.0.0/24").tcp(8554))
                .match(TrafficMatch.destination("2001:db8:60::/64").tcp(8554))
                .uePool("10.45.0.0/16")
                .uePool("2001:db8:45::/48")
                .nextHop("10.60.0.1")
                .nextHop("2001:db8:60::1")
                .build();

        apply(Blueprint.of(
                "analytics",
                acme(),
                network().toBuilder().subnet("2001:db8:60::/64").build(),
                both));

        assertThat(nef.send(Packet.tcp("10.45.0.9", "10.60.0.7", 8554)).exit()).contains("edge-lisbon");
        assertThat(nef.send(Packet.tcp("2001:db8:45::9", "2001:db8:60::7", 8554))
                        .exit())
                .contains("edge-lisbon");
        assertThat(nef.send(Packet.tcp("2001:db8:46::9", "2001:db8:60::7", 8554))
                        .exit())
                .isEmpty();
        assertThat(nef.send(Packet.tcp("2001:db8:45::9", "2001:db8:61::7", 8554))
                        .exit())
                .isEmpty();
    }

    @Test
    void apply_filtersChangedBehindOurBack_patchesOnlyTheseAndKeepsForeignAttributes() {
        apply(blueprint(cameras()));
        String id = nef.subscriptions("af").keySet().iterator().next();
        client(nef)
                .trafficInfluence()
                .patch(
                        id,
                        TrafficInfluSubPatch.builder()
                                .addTrafficFilters(FlowInfo.builder()
                                        .flowId(1)
                                        .addFlowDescriptions("permit out ip from 203.0.113.0/24 to assigned")
                                        .build())
                                .appReloInd(Merge.set(true))
                                .build());

        Plan plan = factory.plan(blueprint(cameras()));
        assertThat(plan.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.fields())
                        .singleElement()
                        .satisfies(field -> assertThat(field.path()).isEqualTo("trafficFilters")));
        factory.apply(plan);

        assertThat(factory.plan(blueprint(cameras())).changes()).isEmpty();
        assertThat(nef.subscriptions("af").get(id)).contains("\"appReloInd\":true");
        assertThat(nef.exchanges().stream().map(Exchange::method).filter(m -> !m.equals("GET")))
                .containsExactly("POST", "PATCH", "PATCH");
    }

    @Test
    void apply_changedValue_replacesTheContentInPlaceWithItsStamp() {
        apply(blueprint(cameras()));
        String id = nef.subscriptions("af").keySet().iterator().next();
        N6Breakout moved =
                cameras().toBuilder().dnai("edge-porto").dnn("other.acme").build();

        Plan plan = factory.plan(blueprint(moved));
        assertThat(plan.changes()).extracting(Change::action).containsExactly(Change.Action.UPDATE);
        factory.apply(plan);

        assertThat(nef.subscriptions("af")).containsOnlyKeys(id);
        assertThat(factory.plan(blueprint(moved)).changes()).isEmpty();
    }

    @Test
    void apply_valueThatTheNetworkDoesNotSee_stillRenewsTheStamp() {
        apply(blueprint(cameras()));

        Plan plan = factory.plan(
                blueprint(cameras().toBuilder().nextHop("10.60.0.2").build()));

        assertThat(plan.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.fields())
                        .extracting(field -> field.path())
                        .containsExactly("afTransId"));
    }

    @Test
    void destroy_foreignSubscriptions_areNeverTouched() {
        String foreign = nef.seed("af", FOREIGN);
        AiFactory other = factory("porto", nef);
        other.apply(other.plan(blueprint(cameras())));
        apply(blueprint(cameras()));
        assertThat(nef.subscriptions("af")).hasSize(3);

        ApplyReport report = factory.apply(factory.planDestroy("analytics"));

        assertThat(report.succeeded()).isTrue();
        assertThat(nef.subscriptions("af")).hasSize(2).containsKey(foreign);
        assertThat(other.plan(blueprint(cameras())).changes()).isEmpty();
    }

    @Test
    void plan_twoSubscriptionsWithDifferentStampsOfOneBreakout_isAnErrorAndNothingIsDeleted() {
        apply(blueprint(cameras().toBuilder().dnai("edge-porto").build()));
        String old = nef.subscriptions("af").values().iterator().next();
        apply(blueprint(cameras()));
        nef.seed("af", old);

        Plan plan = factory.plan(blueprint(cameras()));

        assertThat(plan.errors()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("duplicate-stamp");
            assertThat(finding.ref()).contains(CAMERAS);
            assertThat(finding.message()).contains("[1, 2]");
        });
        assertThat(nef.subscriptions("af")).hasSize(2);
    }

    @Test
    void apply_twoSubscriptionsWithTheSameStamp_keepsTheOlder() {
        apply(blueprint(cameras()));
        nef.seed("af", nef.subscriptions("af").values().iterator().next());

        assertThat(factory.plan(blueprint(cameras())).describe()).contains("2 times");
        assertThat(apply(blueprint(cameras())).succeeded()).isTrue();

        assertThat(nef.subscriptions("af")).containsOnlyKeys("1");
        assertThat(factory.plan(blueprint(cameras())).changes()).isEmpty();
    }

    @Test
    void destroy_twoSubscriptionsWithTheSameStamp_takesBothAway() {
        apply(blueprint(cameras()));
        nef.seed("af", nef.subscriptions("af").values().iterator().next());

        assertThat(factory.apply(factory.planDestroy("analytics")).succeeded()).isTrue();

        assertThat(nef.subscriptions("af")).isEmpty();
    }

    @Test
    void destroy_manyBreakouts_readsTheSubscriptionsOnceForAll() {
        N6Breakout gauges = cameras().toBuilder()
                .name("gauges")
                .matches(List.of(TrafficMatch.destination("10.60.0.0/24").tcp(9000)))
                .build();
        Blueprint both = Blueprint.of("analytics", acme(), network(), cameras(), gauges);
        factory.apply(factory.plan(both)).orThrow();
        Plan plan = factory.planDestroy("analytics");
        int before = nef.exchanges().size();

        factory.apply(plan).orThrow();

        assertThat(nef.exchanges().stream().skip(before).map(Exchange::method))
                .containsExactly("GET", "DELETE", "DELETE");
        assertThat(nef.subscriptions("af")).isEmpty();
    }

    /** Kill test: whatever happens to whichever call, applying again leads to the same end. */
    @ParameterizedTest(name = "{0} at call {1}")
    @MethodSource("disturbances")
    void applyChangeDestroy_disturbedAnywhere_convergesWithoutDuplicateOrOrphan(Fault fault, int call) {
        nef.seed("af", FOREIGN);
        nef.fault(call, fault);

        converge(blueprint(cameras()));
        assertThat(nef.subscriptions("af")).hasSize(2);
        converge(blueprint(cameras().toBuilder().dnai("edge-porto").build()));
        assertThat(nef.subscriptions("af")).hasSize(2);
        converge(Blueprint.of("analytics", acme(), network()));
        assertThat(nef.subscriptions("af").values()).singleElement().asString().contains("somebody");
    }

    static Stream<Arguments> disturbances() {
        return Stream.of(Fault.values())
                .filter(fault -> fault.kind() == Fault.Kind.EXCHANGE)
                .flatMap(fault -> IntStream.rangeClosed(1, 24).mapToObj(call -> Arguments.of(fault, call)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"UNAVAILABLE", "RATE_LIMITED", "LOST"})
    void apply_oneFault_isSurvivedWithinOneApply(Fault fault) {
        nef.fault(3, fault);

        assertThat(apply(blueprint(cameras())).succeeded()).isTrue();
        assertThat(nef.subscriptions("af")).hasSize(1);
    }

    @Test
    void apply_applicationId_isTaughtToTheNetworkAndForgottenAfterwards() {
        nef.attach(UeSession.of("10.45.0.9", "factory.acme", "1-0a0b0c"));
        apply(blueprint(vision()));

        assertThat(nef.send(Packet.tcp("10.45.0.9", "10.60.0.7", 8554)).exit()).contains("edge-lisbon");
        assertThat(nef.send(Packet.tcp("10.45.0.9", "10.60.0.7", 80)).exit()).isEmpty();
        assertThat(factory.plan(blueprint(vision())).changes()).isEmpty();

        apply(blueprint(cameras()));
        assertThat(nef.applications()).isEmpty();
        assertThat(factory.plan(blueprint(cameras())).changes()).isEmpty();
    }

    @Test
    void apply_applicationThatTheNetworkRefuses_isReportedAsPartial() {
        nef.refuseApplication("vision.acme", "RESOURCE_LIMITATION");

        ApplyReport report = apply(blueprint(vision()));

        assertThat(report.succeeded()).isFalse();
        assertThat(report.outcomes()).singleElement().asString().contains("RESOURCE_LIMITATION");
    }

    @ParameterizedTest(name = "{0} at call {1}")
    @MethodSource("disturbances")
    void applyChangeDestroy_applicationDisturbedAnywhere_leavesNothingBehind(Fault fault, int call) {
        nef.fault(call, fault);

        converge(blueprint(vision()));
        converge(blueprint(vision().toBuilder().application("other.acme").build()));
        assertThat(nef.applications()).containsExactly("other.acme");
        converge(Blueprint.of("analytics", acme(), network()));

        assertThat(nef.subscriptions("af")).isEmpty();
        assertThat(nef.applications()).isEmpty();
    }

    @Test
    void plan_breakoutsThatWantTheSamePackets_isStopped() {
        N6Breakout rival =
                cameras().toBuilder().name("rival").dnai("edge-porto").build();
        N6Breakout subset = cameras().toBuilder()
                .name("subset")
                .matches(List.of(TrafficMatch.destination("10.60.0.128/25").tcp(8554)))
                .build();

        Plan plan = factory.plan(Blueprint.of("analytics", acme(), network(), cameras(), rival, subset));

        assertThat(plan.errors()).extracting(finding -> finding.code()).containsOnly("conflicting-dnai");
        assertThat(plan.describe()).contains("shadowed-match", "nested-dnai");
    }

    @Test
    void observe_pathChangeTold_reportsTheBreakoutAsActive() {
        String secret = "0123456789abcdef";
        PathChangeReceiver receiver = new PathChangeReceiver(secret, event -> {});
        NefSteering steering = NefSteering.of(client(nef), RouteProfiles.namedAsDnai())
                .withNotifications(URI.create("http://af.example/" + secret), receiver);
        nef.attach(UeSession.of("10.45.0.9", "factory.acme", "1-0a0b0c"));
        AiFactory told = AiFactory.builder()
                .id("lisbon")
                .backend(steering)
                .provided(Ref.TENANT)
                .provided(Ref.NETWORK)
                .build();
        ApplyReport report = told.apply(told.plan(blueprint(cameras())));
        assertThat(report.outcomes().get(0).outputs()).containsEntry("state", "stored");

        Notification notification = nef.notifications().get(0);
        int status = receiver.handle(notification.call()).status();

        assertThat(status).isEqualTo(204);
        assertThat(steering.observe(new Scope("lisbon", "analytics"))
                        .owned()
                        .get(0)
                        .outputs())
                .containsEntry("state", "active");
        assertThat(told.plan(blueprint(cameras())).changes()).isEmpty();
        assertThat(told.plan(blueprint(cameras())).describe()).doesNotContain(secret);
    }

    @Test
    void plan_notificationsWantedLaterOrElsewhere_setsThemWithoutShowingTheSecret() {
        apply(blueprint(cameras()));
        String id = nef.subscriptions("af").keySet().iterator().next();

        for (String secret : List.of("0123456789abcdef", "fedcba9876543210")) {
            AiFactory told = AiFactory.builder()
                    .id("lisbon")
                    .backend(NefSteering.of(client(nef), RouteProfiles.namedAsDnai())
                            .withNotifications(
                                    URI.create("http://af.example/" + secret),
                                    new PathChangeReceiver(secret, event -> {})))
                    .provided(Ref.TENANT)
                    .provided(Ref.NETWORK)
                    .build();
            Plan plan = told.plan(blueprint(cameras()));
            assertThat(plan.changes())
                    .singleElement()
                    .satisfies(change -> assertThat(change.fields())
                            .singleElement()
                            .satisfies(field -> assertThat(field.to().orElseThrow())
                                    .startsWith("UP_PATH_CHANGE LATE to af.example (")));
            assertThat(plan.toJson()).doesNotContain(secret);

            told.apply(plan).orThrow();

            assertThat(nef.subscriptions("af").get(id)).contains("http://af.example/" + secret);
            assertThat(told.plan(blueprint(cameras())).changes()).isEmpty();
        }
        assertThat(factory.plan(blueprint(cameras())).changes())
                .as("who wants none leaves them alone")
                .isEmpty();
    }

    private static N6Breakout vision() {
        return cameras().toBuilder().application("vision.acme").build();
    }

    private void converge(Blueprint blueprint) {
        for (int attempt = 0; attempt < 3; attempt++) {
            try (AiFactory process = factory("lisbon", nef)) {
                Plan plan = process.plan(blueprint);
                if (plan.changes().isEmpty()) {
                    return;
                }
                process.apply(
                        plan, ApplyOptions.builder().addAllowDisruption(CAMERAS).build());
            } catch (SdkException e) {
                assertThat(e).hasMessageContaining("nef");
            }
        }
        assertThat(factory.plan(blueprint).changes()).isEmpty();
    }

    private ApplyReport apply(Blueprint blueprint) {
        return factory.apply(factory.plan(blueprint));
    }

    private static AiFactory factory(String id, FakeNef nef) {
        return AiFactory.builder()
                .id(id)
                .backend(NefSteering.of(client(nef), RouteProfiles.namedAsDnai()))
                .provided(Ref.TENANT)
                .provided(Ref.NETWORK)
                .time(new InstantTime())
                .build();
    }

    private static NefClient client(FakeNef nef) {
        ConnectionSettings settings = ConnectionSettings.builder()
                .transport(nef.transport())
                .time(new InstantTime())
                .build();
        return NefClient.of(nef.apiRoot(), "af", settings);
    }

    private static Blueprint blueprint(N6Breakout breakout) {
        return Blueprint.of("analytics", List.of(acme(), network(), breakout));
    }

    private static Tenant acme() {
        return Tenant.builder("acme").build();
    }

    private static TenantNetwork network() {
        return TenantNetwork.builder("cameras")
                .tenant("acme")
                .subnet("10.60.0.0/24")
                .build();
    }

    private static N6Breakout cameras() {
        return N6Breakout.builder("cameras")
                .tenant("acme")
                .network("cameras")
                .dnn("factory.acme")
                .snssai(Snssai.of(1, "0a0b0c"))
                .dnai("edge-lisbon")
                .match(TrafficMatch.destination("10.60.0.0/24").tcp(8554))
                .uePool("10.45.0.0/16")
                .nextHop("10.60.0.1")
                .build();
    }
}
