package io.telcofactory.opennebula;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.opennebula.model.DiskSnapshot;
import io.telcofactory.opennebula.model.Vm;
import io.telcofactory.opennebula.model.VmSnapshot;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Snapshots of VMs and of disks, as recorded. */
class SnapshotsTest {

    @Test
    void snapshots_ofAVm_areTyped() {
        VmSnapshot made = recorded().stream()
                .flatMap(vm -> vm.snapshots().stream())
                .filter(snapshot -> snapshot.id() == 1 && !snapshot.inProgress())
                .findFirst()
                .orElseThrow();
        assertThat(made.name()).isEqualTo("snapshot-1");
        assertThat(made.hypervisorId()).contains("dummy-snap");
        assertThat(made.systemDiskSizeMb()).isEqualTo(512);
        assertThat(made.created()).isPresent();
        assertThat(recorded())
                .flatExtracting(Vm::snapshots)
                .filteredOn(VmSnapshot::inProgress)
                .isNotEmpty();
    }

    @Test
    void diskSnapshots_ofAVm_areThoseOfTheDisk() {
        Vm vm = recorded().stream()
                .filter(candidate -> !candidate.diskSnapshots(0).isEmpty())
                .findFirst()
                .orElseThrow();
        DiskSnapshot snapshot = vm.diskSnapshots(0).get(0);
        assertThat(snapshot.id()).isZero();
        assertThat(snapshot.name()).isEqualTo("ds1");
        assertThat(snapshot.created()).contains(Instant.ofEpochSecond(1_795_363_562));
        assertThat(snapshot.parentId()).isEmpty();
        assertThat(snapshot.sizeMb()).isEqualTo(2048);
        assertThat(vm.diskSnapshots(1)).isEmpty();
    }

    private static List<Vm> recorded() {
        return Recording.accepted("one.vm.info").stream()
                .map(recording -> Clients.on(new CannedHttp().answer(recording.response()))
                        .vms()
                        .get(0))
                .toList();
    }
}
