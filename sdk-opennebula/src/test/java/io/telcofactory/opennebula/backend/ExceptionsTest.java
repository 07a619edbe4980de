package io.telcofactory.opennebula.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.telcofactory.api.AiFactory;
import io.telcofactory.api.ApplyOptions;
import io.telcofactory.api.Blueprint;
import io.telcofactory.api.BlueprintStatus;
import io.telcofactory.api.Plan;
import io.telcofactory.api.PlanOptions;
import io.telcofactory.api.error.SdkException;
import io.telcofactory.opennebula.ClientSettings;
import io.telcofactory.opennebula.Credentials;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.model.AclRule;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.testkit.Calls;
import io.telcofactory.testkit.Fault;
import io.telcofactory.testkit.Faults;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of exception, by what triggers it, and what nearly does. */
class ExceptionsTest {
    private static final Blueprint BLUEPRINT =
            Blueprint.of("analytics", Samples.ACME, Samples.CAMERAS, Samples.DEFECTS);
    private static final Blueprint SMALL = Blueprint.of("analytics", Samples.ACME);

    private final FakeSite fake = new FakeSite();
    private final AiFactory factory = factory(Faults.create());

    /** What is done, and done nearly so. */
    private record Pair(ThrowingCallable triggers, ThrowingCallable nearlyDoes) {}

    private Map<String, Pair> pairs() {
        Map<String, Pair> pairs = new TreeMap<>();
        pairs.put(
                "invalid-request",
                new Pair(
                        () -> Blueprint.parse("blueprint: a\ntenants:\n- nam: acme\n", "typo.yaml"),
                        () -> Blueprint.parse("blueprint: a\ntenants:\n- name: acme\n", "right.yaml")));
        pairs.put(
                "authentication",
                new Pair(
                        () -> client("oneadmin:wrong", Faults.create()).vms().get(0),
                        () -> client("oneadmin:opennebula", Faults.create())
                                .users()
                                .get(0)));
        pairs.put(
                "permission",
                new Pair(() -> tenant().hosts().get(0), () -> client().hosts().get(0)));
        pairs.put(
                "not-found",
                new Pair(
                        () -> client().hosts().get(4711), () -> client().hosts().get(1)));
        pairs.put(
                "conflict", new Pair(() -> applyAfter("GATEWAY=\"10.60.0.9\""), () -> applyAfter("FOREIGN=\"stays\"")));
        pairs.put("capacity", new Pair(() -> createWithQuota(1), () -> createWithQuota(2)));
        pairs.put("rate-limited", new Pair(() -> read(Fault.RATE_LIMITED, 9), () -> read(Fault.RATE_LIMITED, 1)));
        pairs.put("unavailable", new Pair(() -> read(Fault.REFUSED, 9), () -> read(Fault.REFUSED, 1)));
        pairs.put(
                "deadline-exceeded",
                new Pair(() -> factory.waitFor(SMALL, Duration.ofSeconds(5), ExceptionsTest::ignored), () -> {
                    factory.apply(factory.plan(SMALL)).orThrow();
                    factory.waitFor(SMALL, Duration.ofSeconds(5), ExceptionsTest::ignored);
                }));
        pairs.put(
                "outcome-unknown",
                new Pair(
                        () -> client("oneadmin:opennebula", once(Fault.LOST))
                                .templates()
                                .create(probe()),
                        () -> client("oneadmin:opennebula", once(Fault.REFUSED))
                                .templates()
                                .create(probe())));
        pairs.put("partial-failure", new Pair(() -> applyWithBoots(false), () -> applyWithBoots(true)));
        pairs.put("protocol", new Pair(() -> read(Fault.WRONG_TYPE, 9), () -> read(Fault.SLOW, 9)));
        pairs.put(
                "unsupported-feature",
                new Pair(() -> factory.plan(SMALL, adoptingTenant()), () -> factory.plan(SMALL)));
        pairs.put("cancelled", new Pair(() -> applyInterrupted(true), () -> applyInterrupted(false)));
        return pairs;
    }

    static Set<String> codes() {
        return new ExceptionsTest().pairs().keySet();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void trigger_ofEachCode_throwsItAndItsNeighbourDoesNot(String code) {
        SdkException thrown =
                catchThrowableOfType(SdkException.class, pair(code).triggers());

        assertThat(thrown).as(code).isNotNull();
        assertThat(thrown.code()).as(thrown.toString()).isEqualTo(code);
        assertThat(thrown.getMessage()).doesNotContain("opennebula\"").hasSizeGreaterThan(40);
        assertThatCode(new ExceptionsTest().pair(code).nearlyDoes()).as(code).doesNotThrowAnyException();
    }

    private Pair pair(String code) {
        return Objects.requireNonNull(pairs().get(code));
    }

    private static OneTemplate probe() {
        return OneTemplate.builder()
                .set("NAME", "probe")
                .set("CPU", 1)
                .set("MEMORY", 128)
                .build();
    }

    private static Faults once(Fault fault) {
        return times(fault, 1);
    }

    private static Faults times(Fault fault, int times) {
        return Faults.create().strike(fault, Calls.all().numbers(1, times));
    }

    private void read(Fault fault, int times) {
        client(fake.cloud.adminCredentials(), times(fault, times)).users().get(0);
    }

    private OpenNebula client() {
        return client(fake.cloud.adminCredentials(), Faults.create());
    }

    private OpenNebula client(String credentials, Faults faults) {
        return OpenNebula.connect(
                fake.cloud.endpoint(),
                Credentials.parse(credentials),
                ClientSettings.builder()
                        .transport(faults.on(fake.cloud.transport()))
                        .time(fake.time)
                        .build());
    }

    private OpenNebula tenant() {
        int group = client().groups().create("guests");
        client().users().create("guest", "secret", "core", List.of(group));
        return client("guest:secret", Faults.create());
    }

    private void createWithQuota(int machines) {
        OpenNebula guest = tenant();
        client().groups()
                .setQuota(
                        guest.users().get(-1).groupId(),
                        OneTemplate.builder()
                                .add("VM", vm -> vm.set("VMS", machines))
                                .build());
        client().acls()
                .create(AclRule.builder()
                        .kinds(AclRule.Kind.VM)
                        .allow(AclRule.Right.CREATE)
                        .build());
        guest.vms().create(probe());
        guest.vms().create(probe());
    }

    private AiFactory factory(Faults faults) {
        return AiFactory.builder()
                .id("lisbon")
                .backend(fake.backend(faults))
                .time(fake.time)
                .build();
    }

    private void applyAfter(String change) {
        Blueprint two = Blueprint.of("analytics", Samples.ACME, Samples.CAMERAS);
        factory.apply(factory.plan(two)).orThrow();
        Blueprint routed =
                two.with(Samples.CAMERAS.toBuilder().gateway("10.60.0.2").build());
        Plan plan = factory.plan(routed);
        int network = Integer.parseInt(
                factory.status(two).outputs(Samples.CAMERAS.ref()).getOrDefault("id", "-1"));
        fake.cloud.rpc("one.vn.update", network, change, 1);
        factory.apply(plan).orThrow();
    }

    private void applyWithBoots(boolean succeed) {
        fake.cloud.failBoots((vm, host) -> !succeed);
        factory.apply(factory.plan(BLUEPRINT)).orThrow();
    }

    private void applyInterrupted(boolean interrupted) {
        Plan plan = factory.plan(SMALL);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        try {
            factory.apply(plan, ApplyOptions.builder().concurrency(1).build()).orThrow();
        } finally {
            Thread.interrupted();
        }
    }

    private static PlanOptions adoptingTenant() {
        return PlanOptions.builder().adopt(Samples.ACME.ref(), "100").build();
    }

    private static void ignored(BlueprintStatus status) {
        // only the end of the waiting matters
    }
}
