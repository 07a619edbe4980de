package io.telcofactory.opennebula.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.Finding;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.error.CapacityException;
import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.error.PartialFailureException;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.service.Instances;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.spi.LockStore;
import io.telcofactory.api.spi.Observation;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.api.tenant.Tenant;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.testkit.Calls;
import io.telcofactory.testkit.Fault;
import io.telcofactory.testkit.Faults;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the backend does where it can't do what it was asked. */
class BackendRefusalTest {
    private final FakeSite fake = new FakeSite();
    private final OpenNebula one = fake.client();
    private final OpenNebulaBackend backend = fake.backend(Faults.create());
    private final BackendDriver driver = new BackendDriver(backend, Samples.SCOPE, fake.time);

    @Test
    void ensure_foreignGroupOfThatName_isLeftAlone() {
        one.groups().create("lisbon.acme");
        String before = fake.cloud.snapshot(true);

        assertThatThrownBy(() -> driver.ensure(Samples.ACME))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("group named 'lisbon.acme'")
                .hasMessageContaining("Nothing was changed");

        assertThat(fake.cloud.snapshot(true)).isEqualTo(before);
    }

    @Test
    void ensure_unknownImage_namesRoleAndImage() {
        driver.ensure(Samples.ACME);
        driver.ensure(Samples.CAMERAS);
        AiService odd = Samples.DEFECTS.toBuilder()
                .roles(List.of(Samples.DEFECTS.role("frame-mediation").toBuilder()
                        .image("no-such")
                        .build()))
                .build();

        assertThatThrownBy(() -> driver.ensure(odd))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("'frame-mediation'")
                .hasMessageContaining("'no-such'");
    }

    @Test
    void ensure_bootFails_takesServiceAwayAndSaysWhy() {
        driver.ensure(Samples.ACME);
        driver.ensure(Samples.CAMERAS);
        fake.cloud.failBoots((vm, host) -> vm.startsWith("inference"));

        assertThatThrownBy(() -> driver.ensure(Samples.DEFECTS))
                .isInstanceOf(PartialFailureException.class)
                .hasMessageContaining("BOOT_FAILURE")
                .hasMessageContaining("taken away again");

        assertThat(one.vms().list()).isEmpty();
        assertThat(driver.differences(Samples.ACME)).isEmpty();
        fake.cloud.failBoots((vm, host) -> false);
        driver.ensure(Samples.DEFECTS);
        assertThat(driver.differences(Samples.DEFECTS)).isEmpty();
    }

    @Test
    void ensure_scalingOverQuota_saysSoAndGoesOnWhenItIsRaised() {
        Tenant small = Samples.ACME.toBuilder().quota(quota -> quota.vms(2)).build();
        driver.ensure(small);
        driver.ensure(Samples.CAMERAS);
        driver.ensure(Samples.DEFECTS);
        AiService two = Samples.DEFECTS.toBuilder()
                .roles(Samples.DEFECTS.roles().stream()
                        .map(role -> role.name().equals("inference")
                                ? role.toBuilder()
                                        .instances(Instances.exactly(2))
                                        .build()
                                : role)
                        .toList())
                .build();

        assertThatThrownBy(() -> driver.ensure(two))
                .isInstanceOf(CapacityException.class)
                .hasMessageContaining("raise the");

        assertThat(driver.differences(small)).isEmpty();
        driver.ensure(Samples.ACME);
        driver.ensure(two);
        assertThat(driver.differences(two)).isEmpty();
    }

    @Test
    void observe_cloneOfOurTemplate_isReportedAndNotOurs() {
        driver.ensure(Samples.ACME);
        driver.ensure(Samples.CAMERAS);
        int guard =
                Integer.parseInt(driver.owned(Samples.CAMERAS.ref()).outputs().get("securityGroup"));
        one.securityGroups().clone(guard, "lisbon.copy");

        Observation observation = backend.observe(Samples.SCOPE);

        assertThat(observation.findings()).extracting(Finding::code).containsExactly("stamp-copied");
        assertThat(driver.differences(Samples.CAMERAS)).isEmpty();
    }

    @Test
    void checks_nameOfRoleTemplateTooLong_isAnError() {
        String forty = "n".repeat(40);
        AiService named = AiService.builder(forty)
                .tenant(forty)
                .role(forty, role -> role.image("vllm").vcpus(1).memory(DataSize.gibibytes(1)))
                .build();
        Proposal proposal = new Proposal(Samples.SCOPE, List.of(named), Map.of(), List.of(), Inventory.empty());

        assertThat(backend.checks())
                .flatExtracting(check -> check.examine(proposal))
                .extracting(Finding::code)
                .containsExactly("name-too-long");
    }

    @Test
    void locks_secondApplier_isRefusedUntilTheFirstLetsGo() {
        LockStore locks = backend.locks().orElseThrow();
        LockStore.Held held = locks.create("lisbon.acme", "first", "1").orElseThrow();

        assertThat(locks.create("lisbon.acme", "second", "1")).isEmpty();
        assertThat(locks.renew(held.id(), "2")).isTrue();
        assertThat(locks.find("lisbon.acme")).contains(new LockStore.Held(held.id(), "first", "2"));
        assertThat(locks.delete(held.id())).isTrue();
        assertThat(locks.delete(held.id())).isFalse();
        assertThat(locks.renew(held.id(), "3")).isFalse();
        assertThat(locks.find("lisbon.acme")).isEqualTo(Optional.empty());
    }

    @Test
    void locks_answerLost_isTheSameLock() {
        LockStore locks = fake.backend(Faults.create().strike(Fault.LOST, Calls.number(1)))
                .locks()
                .orElseThrow();

        assertThat(locks.create("lisbon.acme", "first", "1"))
                .hasValueSatisfying(held -> assertThat(held.holder()).isEqualTo("first"));
    }
}
