package io.telcofactory.opennebula.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.service.AiService;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.UpdateMode;
import io.telcofactory.opennebula.model.Vm;
import io.telcofactory.testkit.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DrainingTest {
    private static final Duration DRAIN = Duration.ofMinutes(5);
    private final FakeSite fake = new FakeSite();

    @BeforeEach
    void tenant() {
        driver().ensure(Samples.ACME);
    }

    @Test
    void remove_machinesThatNeverAnswer_areToldAndGivenTheirTime() {
        vm(driver().ensure(service(1)), 0);
        Instant before = fake.time.now();
        BackendDriver driver = driver();

        driver.remove(service(1).ref());

        assertThat(driver.steps()).startsWith("one.vm.updateconf", "DELETE /service/ID");
        assertThat(fake.time.now()).isAfter(before.plus(DRAIN));
        assertThat(driver.owned()).doesNotContainKey(service(1).ref());
    }

    @Test
    void remove_machineThatSaysItHasDrained_endsAtOnce() {
        Vm vm = vm(driver().ensure(service(1)), 0);
        fake.client(fake.cloud.transport())
                .vms()
                .update(vm.id(), OneTemplate.builder().set("DRAINED", "yes").build(), UpdateMode.MERGE);
        Instant before = fake.time.now();
        BackendDriver driver = driver();

        driver.remove(service(1).ref());

        assertThat(driver.steps()).startsWith("DELETE /service/ID");
        assertThat(fake.time.now()).isBefore(before.plus(DRAIN));
    }

    @Test
    void ensure_roleThatShrinks_drainsTheOldestAndLeavesTheOthersAtWork() {
        Map<String, String> three = driver().ensure(service(3));
        Instant before = fake.time.now();

        Map<String, String> one = driver().ensure(service(1));

        assertThat(fake.time.now()).isAfter(before.plus(DRAIN));
        assertThat(one.get("roles.worker.0.vm")).isEqualTo(three.get("roles.worker.2.vm"));
        assertThat(told(vm(one, 0))).isFalse();
        assertThat(told(vm(three, 0))).isTrue();
        assertThat(told(vm(three, 1))).isTrue();
    }

    @Test
    void ensure_roleThatGrows_drainsNothing() {
        driver().ensure(service(1));
        BackendDriver driver = driver();

        driver.ensure(service(2));

        assertThat(driver.steps()).doesNotContain("one.vm.updateconf");
    }

    private static boolean told(Vm vm) {
        return vm.attribute("CONTEXT/DRAIN").isPresent();
    }

    private Vm vm(Map<String, String> outputs, int index) {
        return fake.client(fake.cloud.transport())
                .vms()
                .get(Integer.parseInt(outputs.get("roles.worker." + index + ".vm")));
    }

    private static AiService service(int instances) {
        return AiService.builder("batch")
                .tenant(Samples.ACME)
                .role(
                        "worker",
                        role -> Samples.small(role, 1).instances(instances).drain(DRAIN))
                .build();
    }

    private BackendDriver driver() {
        return new BackendDriver(fake.backend(Faults.create()), Samples.SCOPE, fake.time);
    }
}
