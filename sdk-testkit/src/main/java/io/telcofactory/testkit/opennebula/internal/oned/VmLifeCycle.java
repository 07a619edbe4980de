package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.QuotaType;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.ErrorCode;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The states of machines over time, with drivers that answer as fast as the dummy drivers of the real server. */
public final class VmLifeCycle {

    private static final Duration PROLOG = Duration.ofMillis(50);
    private static final Duration BOOT = Duration.ofMillis(50);
    private static final Duration DRIVER = Duration.ofMillis(200);
    /** Changes at which the server does not look at the machine again: the record that ends shows it as it was. */
    private static final Set<Integer> UNSEEN = Set.of(
            VmActions.DISK_ATTACH,
            VmActions.EXEC,
            VmActions.EXEC_CANCEL,
            VmActions.RESIZE,
            VmActions.PCI_ATTACH,
            VmActions.PCI_DETACH);

    private final Cloud cloud;
    private final VmActions actions;
    private final VmRecovery recovery;

    VmLifeCycle(Cloud cloud) {
        this.cloud = cloud;
        this.actions = new VmActions(cloud, this);
        this.recovery = new VmRecovery(cloud, this);
    }

    /** Performs an action of {@code one.vm.action}; refuses it in the wrong state. */
    public void act(Vm vm, String action, Session session) {
        actions.act(vm, action, session);
    }

    /** Performs {@code one.vm.recover}. */
    public void recover(Vm vm, int operation, Session session) {
        recovery.recover(vm, operation, session);
    }

    /** Books a machine on a host and starts it there. */
    void deploy(Vm vm, Host host, Datastore datastore, int plan) {
        boolean saved = vm.state() == VmState.STOPPED || vm.returning() == VmState.STOPPED;
        boolean undeployed = vm.state() == VmState.UNDEPLOYED || vm.returning() == VmState.UNDEPLOYED;
        vm.returning(0);
        closeHistory(vm);
        chargeCluster(vm, host);
        host.book(vm.capacity());
        VmDevices.place(vm);
        vm.history().add(History.onHost(vm, host, datastore, plan, now()));
        vm.own().set("TM_MAD_SYSTEM", datastore.tmMad());
        VmDisks.onDatastore(vm, datastore);
        vm.template().remove("SCHED_MESSAGE");
        vm.own().vectors("GRAPHICS").forEach(graphics -> {
            if (graphics.get("TYPE").equalsIgnoreCase("VNC") && !graphics.given("PORT")) {
                graphics.set("PORT", 5900 + vm.id());
            }
        });
        int prolog = saved ? VmState.PROLOG_RESUME : undeployed ? VmState.PROLOG_UNDEPLOY : VmState.PROLOG;
        int boot = saved ? VmState.BOOT_STOPPED : undeployed ? VmState.BOOT_UNDEPLOY : VmState.BOOT;
        vm.state(VmState.ACTIVE, VmState.LCM_INIT);
        vm.state(VmState.ACTIVE, prolog);
        imprint(vm);
        next(vm, PROLOG, () -> {
            started(vm);
            vm.state(VmState.ACTIVE, boot);
            next(vm, BOOT, () -> boot(vm, host));
        });
    }

    private void started(Vm vm) {
        History last = vm.lastHistory();
        if (last != null) {
            last.prologEnd = now();
            last.runningSince = now();
        }
    }

    /** Lets a machine come up, or fail to, as the test wants. */
    void boot(Vm vm, Host host) {
        if (cloud.bootsFail(vm, host)) {
            vm.template().set("ERROR", "Error deploying virtual machine: boot failed on request of the test");
            vm.state(VmState.ACTIVE, VmState.BOOT_FAILURE);
            cloud.changed(vm);
            return;
        }
        vm.deployId(host.name() + ":" + vm.name() + ":dummy");
        running(vm);
    }

    void running(Vm vm) {
        History last = vm.lastHistory();
        if (last != null) {
            last.runningSince = last.runningSince == 0 ? now() : last.runningSince;
            last.clearAction();
        }
        vm.state(VmState.ACTIVE, VmState.RUNNING);
        cloud.changed(vm);
    }

    private void chargeCluster(Vm vm, Host host) {
        List<Quotas.Use> uses = clusterUses(vm, host);
        String refusal = cloud.quotas().charge(vm.ownerId(), vm.groupId(), uses);
        if (refusal != null) {
            throw new OneError(ErrorCode.AUTHORIZATION, refusal);
        }
        vm.chargedCluster(uses);
    }

    private List<Quotas.Use> clusterUses(Vm vm, Host host) {
        List<Quotas.Use> uses = new ArrayList<>();
        for (String id : cloud.quotas().clusterQuotas(vm.ownerId(), vm.groupId(), host.clusterId())) {
            uses.add(new Quotas.Use(QuotaType.VM, id, VmUses.capacity(vm)));
        }
        return uses;
    }

    /** Shows a machine busy for as long as a driver takes, then lets something happen and puts it back. */
    void busy(Vm vm, int lcm, Runnable then) {
        int state = vm.state();
        int before = vm.lcm();
        vm.resched(false);
        vm.state(VmState.ACTIVE, lcm);
        next(vm, DRIVER, () -> {
            then.run();
            vm.state(state, before);
            cloud.changed(vm);
        });
    }

    /** Shows a machine in a state for as long as a driver takes, then lets something happen. */
    void through(Vm vm, int lcm, Runnable then) {
        vm.state(VmState.ACTIVE, lcm);
        next(vm, DRIVER, then);
    }

    /** Notes what a user did to a machine. */
    void record(Vm vm, int action, Session session) {
        History last = vm.lastHistory();
        if (last != null) {
            last.by(action, session, cloud.requestNumber());
        }
    }

    /** Keeps the machine as it is now in the record of its last stay. */
    void imprint(Vm vm) {
        History last = vm.lastHistory();
        if (last != null) {
            last.imprint(vm);
        }
    }

    /** Keeps the machine as it is now in the record that is about to end. */
    void lastImprint(Vm vm) {
        History last = vm.lastHistory();
        if (last != null) {
            last.lastImprint(vm);
        }
    }

    /** Notes a change of the machine itself: the stay before it ends, and one like it begins. */
    void recordChange(Vm vm, int action, Session session) {
        History last = vm.lastHistory();
        if (last == null) {
            return;
        }
        if (!UNSEEN.contains(action)) {
            last.lastImprint(vm);
        }
        boolean stopped = last.runningUntil != 0;
        last.runningUntil = stopped ? last.runningUntil : now();
        last.end = now();
        int before = last.action;
        last.by(action, session, cloud.requestNumber());
        History copy = History.after(vm, last, now());
        copy.action = before;
        copy.runningUntil = stopped ? now() : 0;
        vm.history().add(copy);
    }

    void closeHistory(Vm vm) {
        History last = vm.lastHistory();
        if (last != null && last.end == 0) {
            last.end = now();
            last.runningUntil = last.runningUntil == 0 ? last.end : last.runningUntil;
        }
    }

    /** Ends the running time of the last stay. */
    void stopped(Vm vm) {
        History last = vm.lastHistory();
        if (last != null && last.runningUntil == 0) {
            last.runningUntil = now();
        }
    }

    /** Takes a machine off its host after its disks were copied away. */
    void leaveHost(Vm vm) {
        freeHost(vm);
        closeHistory(vm);
        History last = vm.lastHistory();
        if (last != null) {
            last.epilogStart = now();
            last.epilogEnd = now();
        }
    }

    static void releasePort(Vm vm) {
        vm.own().vectors("GRAPHICS").forEach(graphics -> graphics.remove("PORT"));
    }

    void freeHost(Vm vm) {
        Host host = vm.host();
        if (host != null) {
            host.release(vm.capacity());
            refund(vm, vm.chargedCluster());
            vm.chargedCluster(List.of());
        }
    }

    /** Ends a machine at once: leases, images, devices and quotas are free again. */
    public void done(Vm vm) {
        freeHost(vm);
        closeHistory(vm);
        releasePort(vm);
        VmNics nics = new VmNics(cloud, cloud.oneadmin());
        VmNics.interfaces(vm.own()).forEach(nic -> nics.release(nic, vm.id()));
        vm.own().vectors("NIC_ALIAS").forEach(nic -> nics.release(nic, vm.id()));
        new VmDisks(cloud, cloud.oneadmin()).detach(vm);
        cloud.vmGroups().leave(vm);
        cloud.scheduledActions().forget(Kind.VM, vm.id());
        refund(vm, vm.charged());
        refund(vm, vm.chargedRunning());
        vm.charged(List.of());
        vm.chargedRunning(List.of());
        vm.state(VmState.DONE, VmState.LCM_INIT);
        cloud.changed(vm);
        cloud.scheduler().wake();
    }

    void refund(Vm vm, List<Quotas.Use> uses) {
        cloud.quotas().refund(vm.ownerId(), vm.groupId(), uses);
    }

    private long now() {
        return cloud.events().epochSecond();
    }

    /** Plans the next step of a machine; it is dropped if something else happens to the machine before. */
    private void next(Vm vm, Duration delay, Runnable step) {
        int epoch = vm.epoch();
        cloud.events().after(delay, () -> {
            if (vm.epoch() == epoch) {
                step.run();
            }
        });
    }
}
