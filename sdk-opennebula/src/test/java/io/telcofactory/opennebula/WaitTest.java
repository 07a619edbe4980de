package io.telcofactory.opennebula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.CancelledException;
import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.DeadlineExceededException;
import io.telcofactory.opennebula.model.Vm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitTest {
    private final ManualTime time = new ManualTime();

    @Test
    void until_reached_returnsWhatWasSeenAndShowsEachLook() {
        CannedHttp http = new CannedHttp().answer(vm(1, 0)).answer(vm(3, 1)).answer(vm(3, 3));
        List<String> seen = new ArrayList<>();

        Vm running = client(http)
                .await(client(http).vms(), 12)
                .progress(vm -> seen.add(vm.stateName()))
                .until("RUNNING", Vm::running);

        assertThat(running.id()).isEqualTo(12);
        assertThat(seen).containsExactly("PENDING", "ACTIVE/PROLOG", "ACTIVE/RUNNING");
        assertThat(time.sleeps())
                .hasSize(2)
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofMillis(500), Duration.ofSeconds(2)));
    }

    @Test
    void until_stateWithoutWayOut_stopsAtOnceWithTheServersReason() {
        CannedHttp http = new CannedHttp().answer(vm(3, 36));
        assertThatThrownBy(() -> client(http).await(client(http).vms(), 12).until("RUNNING", Vm::running))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("ACTIVE/BOOT_FAILURE")
                .hasMessageContaining("no such device")
                .hasMessageContaining("Vms 12");
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void until_neverReached_endsWithLastState() {
        CannedHttp http = new CannedHttp().answer(vm(1, 0));
        assertThatThrownBy(() -> client(http)
                        .await(client(http).vms(), 12)
                        .within(Duration.ofSeconds(30))
                        .until("RUNNING", Vm::running))
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessageContaining("last seen PENDING");
        assertThat(time.sleeps().stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void untilGone_notFound_returns() {
        CannedHttp http = new CannedHttp()
                .answer(vm(3, 3))
                .answer(CannedHttp.refused(1024, "[one.vm.info] Error getting virtual machine [12]."));
        client(http).await(client(http).vms(), 12).untilGone();
        assertThat(time.sleeps()).hasSize(1);
    }

    @Test
    void until_interrupted_restoresTheInterrupt() {
        CannedHttp http = new CannedHttp().answer(vm(1, 0));
        assertThatThrownBy(() -> client(http)
                        .await(client(http).vms(), 12)
                        .progress(vm -> Thread.currentThread().interrupt())
                        .until("RUNNING", Vm::running))
                .isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private OpenNebula client(CannedHttp http) {
        return Clients.of(Clients.settings(http).time(time).build());
    }

    private static String vm(int state, int lcm) {
        return CannedHttp.accepted("<VM><ID>12</ID><STATE>" + state + "</STATE><LCM_STATE>" + lcm
                + "</LCM_STATE><USER_TEMPLATE><ERROR>no such device</ERROR></USER_TEMPLATE></VM>");
    }
}
