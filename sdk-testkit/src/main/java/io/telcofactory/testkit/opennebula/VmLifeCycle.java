package io.telcofactory.testkit.opennebula;

import io.telcofactory.testkit.opennebula.Attribute.Vector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The states of machines over time, with drivers that answer as fast as the dummy drivers of the real server. */
final class VmLifeCycle {

    private static final Duration PROLOG = Duration.ofMillis(50);
    private static final Duration BOOT = Duration.ofMillis(50);
    private static final Duration DRIVER = Duration.ofMillis(200);

    private final Cloud cloud;

    VmLifeCycle(Cloud cloud) {
        this.cloud = cloud;
    }

    /** Books a machine on a host and starts it there. */
    void deploy(Vm vm, Host host, Datastore datastore) {
        closeHistory(vm);
        chargeCluster(vm, host);
        host.book(vm.capacity());
        addresses(vm);
        long now = cloud.events().epochSecond();
        vm.history().add(new History(vm.id(), vm.history().size(), host, datastore, now));
        vm.own().set("TM_MAD_SYSTEM", datastore.tmMad());
        VmDisks.onDatastore(vm, datastore);
        vm.template().remove("SCHED_MESSAGE");
        vm.state(VmState.ACTIVE, VmState.PROLOG);
        next(vm, PROLOG, () -> {
            vm.state(VmState.ACTIVE, VmState.BOOT);
            next(vm, BOOT, () -> boot(vm, host));
        });
    }

    private void boot(Vm vm, Host host) {
        if (cloud.bootsFail(vm, host)) {
            vm.template().set("ERROR", "Error deploying virtual machine: boot failed on request of the test");
            vm.state(VmState.ACTIVE, VmState.BOOT_FAILURE);
            cloud.changed(vm);
            return;
        }
        vm.deployId(host.name() + ":" + vm.name() + ":dummy");
        running(vm);
    }

    private void running(Vm vm) {
        History last = vm.lastHistory();
        if (last != null && last.runningSince == 0) {
            last.runningSince = cloud.events().epochSecond();
        }
        vm.own().vectors("GRAPHICS").forEach(graphics -> {
            if (graphics.get("TYPE").equalsIgnoreCase("VNC") && !graphics.given("PORT")) {
                graphics.set("PORT", 5900 + vm.id());
            }
        });
        vm.state(VmState.ACTIVE, VmState.RUNNING);
        cloud.changed(vm);
    }

    /** Fills the guest addresses of assigned devices, and what the context says about them. */
    static void addresses(Vm vm) {
        int slot = 1;
        List<Vector> contexts = vm.own().vectors("CONTEXT");
        for (Vector pci : vm.own().vectors("PCI")) {
            if (pci.given("ADDRESS") && !pci.given("VM_ADDRESS")) {
                boolean numa = !vm.own().vectors("NUMA_NODE").isEmpty();
                pci.set("VM_ADDRESS", numa ? guestBus(pci, slot) : "01:0" + slot + ".0");
                if (numa) {
                    pci.set("VM_BUS_INDEX", slot);
                }
                slot++;
            }
            if (!contexts.isEmpty() && Numbers.yes(contexts.get(0).get("NETWORK"))) {
                VmContext.writePci(contexts.get(0), pci);
            }
        }
    }

    private static String guestBus(Vector pci, int slot) {
        int node = Math.max(0, pci.number("NUMA_NODE", 0));
        return Integer.toHexString(0x21 + 0x10 * node + (slot - 1) % 8) + ":00.0";
    }

    private void chargeCluster(Vm vm, Host host) {
        List<Quotas.Use> uses = clusterUses(vm, host);
        String refusal = cloud.quotas().charge(vm.ownerId(), vm.groupId(), uses);
        if (refusal != null) {
            throw new OneError(ErrorCode.AUTHORIZATION, refusal);
        }
        vm.chargedCluster(uses);
    }

    List<Quotas.Use> clusterUses(Vm vm, Host host) {
        List<Quotas.Use> uses = new ArrayList<>();
        for (String id : cloud.quotas().clusterQuotas(vm.ownerId(), vm.groupId(), host.clusterId())) {
            uses.add(new Quotas.Use(QuotaType.VM, id, VmFactory.capacity(vm)));
        }
        return uses;
    }

    /** Performs an action of {@code one.vm.action}; refuses it in the wrong state. */
    void act(Vm vm, String action, Session session) {
        boolean hard = action.endsWith("-hard");
        switch (action) {
            case "terminate", "terminate-hard" -> terminate(vm, hard, session);
            case "poweroff", "poweroff-hard" -> {
                requireRunning(vm, action);
                record(vm, hard ? 20 : 19, session);
                stopVia(vm, VmState.SHUTDOWN_POWEROFF, VmState.POWEROFF, false);
            }
            case "undeploy", "undeploy-hard" -> undeploy(vm, action, hard, session);
            case "suspend" -> {
                requireRunning(vm, action);
                record(vm, 10, session);
                stopVia(vm, VmState.SAVE_SUSPEND, VmState.SUSPENDED, false);
            }
            case "stop" -> {
                require(vm.isRunning() || vm.state() == VmState.SUSPENDED, vm, action);
                record(vm, 9, session);
                stopVia(vm, VmState.SAVE_STOP, VmState.STOPPED, true);
            }
            case "resume" -> resume(vm, action);
            case "hold" -> {
                require(vm.state() == VmState.PENDING, vm, action);
                vm.state(VmState.HOLD, VmState.LCM_INIT);
            }
            case "release" -> {
                require(vm.state() == VmState.HOLD, vm, action);
                vm.state(VmState.PENDING, VmState.LCM_INIT);
                cloud.scheduler().wake();
            }
            case "reboot", "reboot-hard" -> requireRunning(vm, action);
            case "resched", "unresched" -> {
                requireRunning(vm, action);
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

    private void record(Vm vm, int action, Session session) {
        History last = vm.lastHistory();
        if (last != null) {
            last.action = action;
            last.actionUser = session.uid();
            last.actionGroup = session.gid();
            last.request = cloud.requestNumber();
        }
    }

    private void terminate(Vm vm, boolean hard, Session session) {
        String action = hard ? "terminate-hard" : "terminate";
        boolean active = vm.state() == VmState.ACTIVE;
        Set<Integer> endable = Set.of(VmState.RUNNING, VmState.BOOT_FAILURE);
        require(vm.state() != VmState.DONE && (!active || endable.contains(vm.lcm())), vm, action);
        record(vm, hard ? 28 : 27, session);
        if (!active && Set.of(VmState.PENDING, VmState.HOLD).contains(vm.state())) {
            done(vm);
            return;
        }
        if (active && vm.isRunning()) {
            vm.state(VmState.ACTIVE, VmState.SHUTDOWN);
            next(vm, DRIVER, () -> epilog(vm));
        } else {
            epilog(vm);
        }
        cloud.changed(vm);
    }

    private void epilog(Vm vm) {
        vm.state(VmState.ACTIVE, VmState.EPILOG);
        next(vm, DRIVER, () -> done(vm));
    }

    /** Ends a machine at once: leases, images, devices and quotas are free again. */
    void done(Vm vm) {
        freeHost(vm);
        closeHistory(vm);
        VmNics nics = new VmNics(cloud, cloud.oneadmin());
        VmNics.interfaces(vm.own()).forEach(nic -> nics.release(nic, vm.id()));
        new VmDisks(cloud, cloud.oneadmin()).detach(vm);
        refund(vm, vm.charged());
        refund(vm, vm.chargedRunning());
        vm.charged(List.of());
        vm.chargedRunning(List.of());
        vm.state(VmState.DONE, VmState.LCM_INIT);
        cloud.changed(vm);
        cloud.scheduler().wake();
    }

    private void refund(Vm vm, List<Quotas.Use> uses) {
        cloud.quotas().refund(vm.ownerId(), vm.groupId(), uses);
    }

    private void freeHost(Vm vm) {
        History last = vm.lastHistory();
        if (last != null && last.host.vms().contains(vm.id())) {
            last.host.release(vm.capacity());
            refund(vm, vm.chargedCluster());
            vm.chargedCluster(List.of());
        }
    }

    private void closeHistory(Vm vm) {
        History last = vm.lastHistory();
        if (last != null && last.end == 0) {
            last.end = cloud.events().epochSecond();
            last.runningUntil = last.runningUntil == 0 ? last.end : last.runningUntil;
        }
    }

    private void undeploy(Vm vm, String action, boolean hard, Session session) {
        require(vm.isRunning() || vm.state() == VmState.POWEROFF, vm, action);
        record(vm, hard ? 6 : 5, session);
        stopVia(vm, VmState.SHUTDOWN_UNDEPLOY, VmState.UNDEPLOYED, true);
    }

    private void stopVia(Vm vm, int lcm, int finalState, boolean leaveHost) {
        vm.state(VmState.ACTIVE, lcm);
        next(vm, DRIVER, () -> {
            if (leaveHost) {
                freeHost(vm);
                closeHistory(vm);
            }
            if (finalState != VmState.SUSPENDED) {
                refund(vm, vm.chargedRunning());
                vm.chargedRunning(List.of());
            }
            if (finalState == VmState.UNDEPLOYED) {
                vm.own().vectors("GRAPHICS").forEach(graphics -> graphics.remove("PORT"));
            }
            vm.state(finalState, VmState.LCM_INIT);
            cloud.changed(vm);
        });
    }

    private void resume(Vm vm, String action) {
        boolean here = vm.state() == VmState.POWEROFF || vm.state() == VmState.SUSPENDED;
        boolean elsewhere = vm.state() == VmState.STOPPED || vm.state() == VmState.UNDEPLOYED;
        require(here || elsewhere, vm, action);
        if (vm.chargedRunning().isEmpty()) {
            List<Quotas.Use> uses = VmFactory.runningUses(vm);
            String refusal = cloud.quotas().charge(vm.ownerId(), vm.groupId(), uses);
            if (refusal != null) {
                throw OneError.action(refusal);
            }
            vm.chargedRunning(uses);
        }
        if (elsewhere) {
            vm.state(VmState.PENDING, VmState.LCM_INIT);
            cloud.scheduler().wake();
        } else {
            vm.state(VmState.ACTIVE, vm.state() == VmState.POWEROFF ? VmState.BOOT_POWEROFF : VmState.BOOT_SUSPENDED);
            History last = vm.lastHistory();
            if (last != null) {
                closeHistory(vm);
                long now = cloud.events().epochSecond();
                vm.history().add(new History(vm.id(), vm.history().size(), last.host, last.datastore, now));
            }
            next(vm, DRIVER, () -> running(vm));
        }
    }

    /** Performs {@code one.vm.recover}. */
    void recover(Vm vm, int operation, Session session) {
        switch (operation) {
            case 0 -> require(vm.lcm() == VmState.BOOT_FAILURE, vm, "recover");
            case 1 -> {
                require(vm.lcm() == VmState.BOOT_FAILURE, vm, "recover");
                running(vm);
            }
            case 2 -> {
                require(vm.lcm() == VmState.BOOT_FAILURE, vm, "recover");
                vm.state(VmState.ACTIVE, VmState.BOOT);
                History last = vm.lastHistory();
                if (last != null) {
                    next(vm, DRIVER, () -> boot(vm, last.host));
                }
            }
            case 3, 5 -> {
                require(vm.state() != VmState.DONE, vm, "recover");
                record(vm, 13, session);
                done(vm);
            }
            case 4 -> {
                require(vm.state() != VmState.DONE, vm, "recover");
                record(vm, 14, session);
                freeHost(vm);
                closeHistory(vm);
                vm.state(VmState.PENDING, VmState.LCM_INIT);
                cloud.scheduler().wake();
            }
            default -> throw OneError.action("Wrong recovery operation code");
        }
    }

    /** Shows a running machine busy with its interfaces for a moment. */
    void hotplugNic(Vm vm, Vector nic) {
        addresses(vm);
        if (vm.isRunning()) {
            nic.set("ATTACH", "YES");
            vm.state(VmState.ACTIVE, VmState.HOTPLUG_NIC);
            next(vm, DRIVER, () -> {
                nic.remove("ATTACH");
                vm.state(VmState.ACTIVE, VmState.RUNNING);
                cloud.changed(vm);
            });
        }
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
