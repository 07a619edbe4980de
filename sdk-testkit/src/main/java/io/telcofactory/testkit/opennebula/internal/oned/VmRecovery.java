package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import java.util.Set;

/** What {@code one.vm.recover} does. */
final class VmRecovery {

    private static final Set<Integer> BOOTS =
            Set.of(VmState.BOOT, VmState.BOOT_STOPPED, VmState.BOOT_UNDEPLOY, VmState.BOOT_POWEROFF);

    private final Cloud cloud;
    private final VmLifeCycle life;

    VmRecovery(Cloud cloud, VmLifeCycle life) {
        this.cloud = cloud;
        this.life = life;
    }

    void recover(Vm vm, int operation, Session session) {
        switch (operation) {
            case 0, 1 -> settle(vm, operation == 1);
            case 2 -> retry(vm);
            case 3 -> delete(vm, session);
            case 4 -> recreate(vm, session);
            case 5 -> {
                life.record(vm, VmActions.DELETE, session);
                end(vm);
            }
            default -> throw OneError.action("Wrong recovery operation code");
        }
    }

    /** Takes a step that hangs or failed as done, or as failed; where there is none, nothing happens. */
    private void settle(Vm vm, boolean success) {
        if (vm.state() != VmState.ACTIVE) {
            throw OneError.action(
                    "Could not perform a recover operation on VM " + vm.id() + ", wrong state " + vm.stateName() + ".");
        }
        if (success && (vm.lcm() == VmState.BOOT_FAILURE || BOOTS.contains(vm.lcm()))) {
            life.running(vm);
        } else if (!success && BOOTS.contains(vm.lcm())) {
            vm.state(VmState.ACTIVE, VmState.BOOT_FAILURE);
            cloud.changed(vm);
        }
    }

    private void retry(Vm vm) {
        if (vm.state() != VmState.ACTIVE) {
            throw OneError.action(
                    "Could not perform a retry on VM " + vm.id() + ", wrong state " + vm.stateName() + ".");
        }
        History last = vm.lastHistory();
        if (vm.lcm() == VmState.BOOT_FAILURE && last != null) {
            life.through(vm, VmState.BOOT, () -> life.boot(vm, last.host));
        }
    }

    private void end(Vm vm) {
        if (vm.state() != VmState.DONE) {
            life.done(vm);
        }
    }

    private void delete(Vm vm, Session session) {
        if (vm.state() != VmState.ACTIVE) {
            end(vm);
            return;
        }
        cleanUp(vm, VmState.CLEANUP_DELETE, VmActions.DELETE, session, () -> life.done(vm));
    }

    private void recreate(Vm vm, Session session) {
        switch (vm.state()) {
            case VmState.DONE -> throw OneError.action("Cannot delete-recreate a VM already in DONE state");
            case VmState.PENDING -> {}
            case VmState.ACTIVE, VmState.POWEROFF, VmState.SUSPENDED ->
                cleanUp(vm, VmState.CLEANUP_RESUBMIT, VmActions.RECREATE, session, () -> {
                    forgetStay(vm);
                    pending(vm);
                });
            default -> {
                life.record(vm, VmActions.RECREATE, session);
                pending(vm);
            }
        }
    }

    private void cleanUp(Vm vm, int lcm, int action, Session session, Runnable then) {
        life.record(vm, action, session);
        life.freeHost(vm);
        life.closeHistory(vm);
        if (lcm == VmState.CLEANUP_DELETE) {
            VmLifeCycle.releasePort(vm);
        }
        life.through(vm, lcm, then);
        cloud.changed(vm);
    }

    /** What a machine had from its stay on a host goes with it. */
    private static void forgetStay(Vm vm) {
        vm.deployId("");
        vm.diskSnapshots().clear();
        vm.own().remove("SNAPSHOT");
        vm.own().vectors("DISK").stream()
                .filter(disk -> disk.given("IMAGE_ID"))
                .forEach(disk -> disk.remove("DISK_SNAPSHOT_TOTAL_SIZE"));
    }

    private void pending(Vm vm) {
        vm.state(VmState.PENDING, VmState.LCM_INIT);
        cloud.changed(vm);
        cloud.scheduler().wake();
    }
}
