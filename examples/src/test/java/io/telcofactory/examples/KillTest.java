package io.telcofactory.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.AiFactory;
import io.telcofactory.api.ApplyOptions;
import io.telcofactory.api.ApplyReport;
import io.telcofactory.api.Blueprint;
import io.telcofactory.api.Plan;
import io.telcofactory.api.Ref;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.network.Ipv4;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.tenant.Tenant;
import io.telcofactory.testkit.Calls;
import io.telcofactory.testkit.Fault;
import io.telcofactory.testkit.Faults;
import io.telcofactory.testkit.ProcessKilled;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Stops the process at every native call, before and after its effect, starts a new one, and compares the end with an
 * undisturbed history: no duplicate, no orphan, nothing foreign touched.
 */
class KillTest {

    /** What is disturbed, and what was done before without disturbance. */
    enum Phase {
        APPLY(lab -> {}, factory -> factory.plan(Lab.blueprint())),
        CHANGE(lab -> finish(lab, f -> f.plan(Lab.blueprint())), factory -> factory.plan(changed())),
        DESTROY(
                lab -> finish(lab, f -> f.plan(Lab.blueprint())),
                factory -> factory.planDestroy(Lab.blueprint().name()));

        private final Consumer<Lab> before;
        private final Function<AiFactory, Plan> planner;

        Phase(Consumer<Lab> before, Function<AiFactory, Plan> planner) {
            this.before = before;
            this.planner = planner;
        }
    }

    private static final ApplyOptions SERIAL =
            ApplyOptions.builder().concurrency(1).build();

    /** A quota, a gateway and the number of instances: one change in each kind on OpenNebula. */
    private static Blueprint changed() {
        Blueprint blueprint = Lab.blueprint();
        Tenant tenant = find(blueprint, Ref.tenant("acme"), Tenant.class);
        TenantNetwork network = find(blueprint, Ref.parse("network/acme/shopfloor"), TenantNetwork.class);
        AiService service = find(blueprint, Ref.parse("service/acme/defect-detection"), AiService.class);
        return blueprint
                .with(tenant.toBuilder()
                        .quota(q -> q.vms(8)
                                .vcpus(32)
                                .memory(DataSize.gibibytes(64))
                                .gpus(3))
                        .build())
                .with(network.toBuilder().gateway(Ipv4.parse("10.60.0.3")).build())
                .with(service.toBuilder()
                        .roles(service.roles().stream()
                                .map(role -> role.name().equals("inference")
                                        ? role.toBuilder().instances(2).build()
                                        : role)
                                .toList())
                        .build());
    }

    private static <R> R find(Blueprint blueprint, Ref ref, Class<R> type) {
        return type.cast(blueprint.find(ref).orElseThrow());
    }

    private static ApplyReport finish(Lab lab, Function<AiFactory, Plan> planner) {
        try (AiFactory factory = lab.process()) {
            return factory.apply(planner.apply(factory), SERIAL).orThrow();
        }
    }

    private static Lab prepared(Phase phase) {
        Lab lab = new Lab();
        lab.addForeignObjects();
        phase.before.accept(lab);
        return lab;
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void kill_atEveryCallBeforeAndAfter_endsLikeAnUndisturbedRun(Phase phase) {
        String expected;
        int calls;
        try (Lab lab = prepared(phase)) {
            Faults counting = Faults.create();
            runUntilKilled(lab, phase, counting);
            calls = counting.calls();
            expected = lab.state();
        }
        assertThat(calls).isGreaterThan(10);
        List<String> different = IntStream.rangeClosed(1, calls)
                .boxed()
                .parallel()
                .flatMap(call -> Stream.of(Fault.KILLED_BEFORE, Fault.KILLED_AFTER)
                        .flatMap(m -> killAt(phase, call, m, expected)))
                .toList();
        assertThat(different)
                .as("%d calls, each killed before and after", calls)
                .isEmpty();
    }

    private static Stream<String> killAt(Phase phase, int call, Fault moment, String expected) {
        try (Lab lab = prepared(phase)) {
            Faults faults = Faults.create().strike(moment, Calls.number(call));
            assertThatThrownBy(() -> runUntilKilled(lab, phase, faults)).isInstanceOf(ProcessKilled.class);
            String where = moment + " call " + call + " "
                    + faults.seen().get(faults.seen().size() - 1);
            try {
                finish(lab, phase.planner);
            } catch (RuntimeException e) {
                return Stream.of(where + " can't be finished: " + e.getMessage());
            }
            if (!lab.state().equals(expected)) {
                return Stream.of(where + " ends with:\n" + Difference.of(expected, lab.state()));
            }
            try (AiFactory factory = lab.process()) {
                Plan second = phase.planner.apply(factory);
                return second.isEmpty()
                        ? Stream.of()
                        : Stream.of(where + " leaves a second plan:\n" + second.describe());
            }
        }
    }

    private static void runUntilKilled(Lab lab, Phase phase, Faults faults) {
        try (AiFactory factory = lab.process(faults::on)) {
            factory.apply(phase.planner.apply(factory), SERIAL).orThrow();
        }
    }
}
