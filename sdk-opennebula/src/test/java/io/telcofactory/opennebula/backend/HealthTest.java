package io.telcofactory.opennebula.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.AiFactory;
import io.telcofactory.api.Blueprint;
import io.telcofactory.api.BlueprintStatus;
import io.telcofactory.api.Health;
import io.telcofactory.api.ResourceStatus;
import io.telcofactory.testkit.Faults;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The health of a service is that of its machines, whatever OneFlow says. */
class HealthTest {
    private static final Blueprint BLUEPRINT =
            Blueprint.of("analytics", Samples.ACME, Samples.CAMERAS, Samples.DEFECTS);

    private final FakeSite fake = new FakeSite();
    private final AiFactory factory = AiFactory.builder()
            .id("lisbon")
            .backend(fake.backend(Faults.create()))
            .time(fake.time)
            .build();

    @BeforeEach
    void apply() {
        factory.apply(factory.plan(BLUEPRINT)).orThrow();
    }

    @Test
    void status_everythingRuns_isReady() {
        BlueprintStatus status = factory.status(BLUEPRINT);

        assertThat(status.ready()).as(status.describe()).isTrue();
        assertThat(status.outputs(Samples.DEFECTS.ref())).containsKey("roles.inference.0.vm");
    }

    @Test
    void status_machinePoweredOff_isFailedWithTheRoleAndTheMachine() {
        int vm = machine("inference");
        fake.cloud.rpc("one.vm.action", "poweroff-hard", vm);
        fake.time.advance(Duration.ofSeconds(1));

        ResourceStatus service = service();

        assertThat(service.health()).isEqualTo(Health.FAILED);
        assertThat(service.reason())
                .contains("0 of 1 of inference (vm " + vm + " POWEROFF")
                .contains("OneFlow says");
    }

    @Test
    void status_machineEndedByOthers_isNotReadyAlthoughOneFlowGoesOn() {
        fake.cloud.rpc("one.vm.action", "terminate-hard", machine("inference"));
        fake.time.advance(Duration.ofMinutes(2));

        ResourceStatus service = service();

        assertThat(service.health()).isEqualTo(Health.FAILED);
        assertThat(service.reason()).contains("0 of 1 of inference");
    }

    @Test
    void status_machineBootsAgain_isDegradedSinceItComesBack() {
        int vm = machine("inference");
        fake.cloud.rpc("one.vm.action", "poweroff-hard", vm);
        fake.time.advance(Duration.ofSeconds(1));
        fake.cloud.rpc("one.vm.action", "resume", vm);

        ResourceStatus service = service();

        assertThat(service.health()).as(service.toString()).isEqualTo(Health.DEGRADED);
        assertThat(service.reason()).contains("0 of 1 of inference (vm " + vm + " ACTIVE/BOOT");
    }

    @Test
    void status_serviceGone_isMissingThoughItsTemplatesStay() {
        int id = Integer.parseInt(service().outputs().get("id"));
        Arrays.stream(new String[] {"frame-mediation", "inference"})
                .forEach(role -> fake.cloud.rpc("one.vm.action", "terminate-hard", machine(role)));
        fake.cloud.rpc("one.document.delete", id);

        ResourceStatus service = service();

        assertThat(service.health()).isEqualTo(Health.MISSING);
        assertThat(service.reason()).contains("no service runs");
    }

    private int machine(String role) {
        return Integer.parseInt(service().outputs().getOrDefault("roles." + role + ".0.vm", "-1"));
    }

    private ResourceStatus service() {
        return factory.status(BLUEPRINT).find(Samples.DEFECTS.ref()).orElseThrow();
    }
}
