package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import java.util.List;
import java.util.Set;

/** What {@code one.vm.action} does, by the state a machine is in. */
final class VmActions {

    static final int UNDEPLOY = 5;
    static final int UNDEPLOY_HARD = 6;
    static final int STOP = 9;
    static final int SUSPEND = 10;
    static final int RESUME = 11;
    static final int DELETE = 13;
    static final int RECREATE = 14;
    static final int POWEROFF = 19;
    static final int POWEROFF_HARD = 20;
    static final int DISK_ATTACH = 21;
    static final int DISK_DETACH = 22;
    static final int NIC_ATTACH = 23;
    static final int NIC_DETACH = 24;
    static final int DISK_SNAPSHOT_CREATE = 25;
    static final int DISK_SNAPSHOT_DELETE = 26;
    static final int TERMINATE = 27;
    static final int TERMINATE_HARD = 28;
    static final int DISK_RESIZE = 29;
    static final int RESIZE = 35;
    static final int DISK_SNAPSHOT_REVERT = 41;
    static final int ALIAS_ATTACH = 46;
    static final int ALIAS_DETACH = 47;
    static final int NIC_UPDATE = 51;
    static final int PCI_ATTACH = 58;
    static final int PCI_DETACH = 59;
    static final int EXEC = 61;
    static final int EXEC_CANCEL = 63;

    private static final Set<Integer> WAITING = Set.of(VmState.PENDING, VmState.HOLD);

    private final Cloud cloud;
    private final VmLifeCycle life;

    VmActions(Cloud cloud, VmLifeCycle life) {
        this.cloud = cloud;
        this.life = life;
    }

    void act(Vm vm, String action, Session session) {
        boolean hard = action.endsWith("-hard");
        switch (action) {
            case "terminate", "terminate-hard" -> terminate(vm, hard, session);
            case "poweroff", "poweroff-hard" -> {
                requireRunning(vm, action);
                life.record(vm, hard ? POWEROFF_HARD : POWEROFF, session);
                life.through(vm, VmState.SHUTDOWN_POWEROFF, () -> rest(vm, VmState.POWEROFF));
            }
            case "undeploy", "undeploy-hard" -> {
                require(vm.isRunning() || vm.state() == VmState.POWEROFF, vm, action);
                life.record(vm, hard ? UNDEPLOY_HARD : UNDEPLOY, session);
                boolean running = vm.isRunning();
                life.through(
                        vm, running ? VmState.SHUTDOWN_UNDEPLOY : VmState.EPILOG_UNDEPLOY, () -> away(vm, running));
            }
            case "suspend" -> {
                requireRunning(vm, action);
                life.record(vm, SUSPEND, session);
                life.through(vm, VmState.SAVE_SUSPEND, () -> rest(vm, VmState.SUSPENDED));
            }
            case "stop" -> {
                require(vm.isRunning() || vm.state() == VmState.SUSPENDED, vm, action);
                life.record(vm, STOP, session);
                life.through(vm, vm.isRunning() ? VmState.SAVE_STOP : VmState.EPILOG_STOP, () -> {
                    life.leaveHost(vm);
                    rest(vm, VmState.STOPPED);
                });
            }
            case "resume" -> resume(vm, action, session);
            case "hold" -> {
                require(vm.state() == VmState.PENDING, vm, action);
                vm.state(VmState.HOLD, VmState.LCM_INIT);
            }
            case "release" -> {
                require(vm.state() == VmState.HOLD, vm, action);
                VmRequirements.write(vm.own());
                vm.state(VmState.PENDING, VmState.LCM_INIT);
                cloud.scheduler().wake();
            }
            case "reboot", "reboot-hard" -> requireRunning(vm, action);
            case "resched", "unresched" -> {
                require(vm.isRunning() || vm.state() == VmState.POWEROFF, vm, action);
                if (action.equals("resched")) {
                    VmRequirements.write(vm.own());
                }
                vm.resched(action.equals("resched"));
            }
            default -> throw OneError.action("Action \"" + action + "\" is not supported");
        }
    }

    private static void requireRunning(Vm vm, String action) {
        require(vm.isRunning(), vm, action);
    }

    private static void require(boolean allowed, Vm vm, String action) {
        if (!allowed) {
            throw OneError.action("Error performing action \"" + action + "\": This action is not available for state "
                    + vm.stateName());
        }
    }

    /** Ends a machine; one that has ended already stays so without a complaint. */
    private void terminate(Vm vm, boolean hard, Session session) {
        if (vm.state() == VmState.DONE) {
            return;
        }
        boolean active = vm.state() == VmState.ACTIVE;
        boolean endable = Set.of(VmState.RUNNING, VmState.BOOT_FAILURE).contains(vm.lcm())
                || (hard && vm.lcm() == VmState.SHUTDOWN);
        require(!active || endable, vm, hard ? "terminate-hard" : "terminate");
        life.record(vm, hard ? TERMINATE_HARD : TERMINATE, session);
        if (WAITING.contains(vm.state())) {
            life.done(vm);
            return;
        }
        boolean up = active && vm.lcm() != VmState.BOOT_FAILURE;
        if (up) {
            life.through(vm, VmState.SHUTDOWN, () -> epilog(vm));
        } else {
            epilog(vm);
        }
        cloud.changed(vm);
    }

    private void epilog(Vm vm) {
        life.stopped(vm);
        life.through(vm, VmState.EPILOG, () -> {
            life.leaveHost(vm);
            life.done(vm);
        });
    }

    /** Undeploys: after the shutdown the disks are copied away. */
    private void away(Vm vm, boolean running) {
        if (running) {
            life.stopped(vm);
            life.through(vm, VmState.EPILOG_UNDEPLOY, () -> away(vm, false));
            return;
        }
        life.leaveHost(vm);
        VmLifeCycle.releasePort(vm);
        rest(vm, VmState.UNDEPLOYED);
    }

    /** A machine that does not run gives back what counts running ones; a suspended one keeps it. */
    private void rest(Vm vm, int state) {
        life.stopped(vm);
        if (state != VmState.SUSPENDED) {
            life.refund(vm, vm.chargedRunning());
            vm.chargedRunning(List.of());
        }
        vm.state(state, VmState.LCM_INIT);
        cloud.changed(vm);
    }

    private void resume(Vm vm, String action, Session session) {
        boolean here = vm.state() == VmState.POWEROFF || vm.state() == VmState.SUSPENDED;
        boolean elsewhere = vm.state() == VmState.STOPPED || vm.state() == VmState.UNDEPLOYED;
        require(here || elsewhere, vm, action);
        chargeRunning(vm);
        if (elsewhere) {
            vm.returning(vm.state());
            VmRequirements.write(vm.own());
            vm.state(VmState.PENDING, VmState.LCM_INIT);
            cloud.scheduler().wake();
            return;
        }
        int boot = vm.state() == VmState.POWEROFF ? VmState.BOOT_POWEROFF : VmState.BOOT_SUSPENDED;
        History last = vm.lastHistory();
        if (last != null) {
            life.closeHistory(vm);
            History next = History.after(vm, last, cloud.events().epochSecond());
            next.by(RESUME, session, cloud.requestNumber());
            vm.history().add(next);
        }
        life.through(vm, boot, () -> life.running(vm));
        life.imprint(vm);
    }

    private void chargeRunning(Vm vm) {
        if (vm.chargedRunning().isEmpty()) {
            List<Quotas.Use> uses = VmUses.running(vm);
            String refusal = cloud.quotas().charge(vm.ownerId(), vm.groupId(), uses);
            if (refusal != null) {
                throw OneError.action(refusal);
            }
            vm.chargedRunning(uses);
        }
    }
}
