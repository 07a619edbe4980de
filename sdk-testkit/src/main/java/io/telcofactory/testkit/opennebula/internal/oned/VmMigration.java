package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import java.util.Set;

/** Machines moved to another host or datastore, while they run, saved, or off. */
final class VmMigration {

    private final Cloud cloud;
    private final Vms vms;

    VmMigration(Cloud cloud, Vms vms) {
        this.cloud = cloud;
        this.vms = vms;
    }

    void register(MethodTable table) {
        table.add("one.vm.migrate", "iib?bii", this::migrate);
    }

    private Object migrate(Session session, Args args) {
        Host host = cloud.hosts().get(args.number(1));
        int datastoreId = args.number(4, -1);
        Auth auth = Auth.of(cloud, session);
        Vm vm = vms.get(args.number(0));
        auth.need(Right.ADMIN, vm).need(Right.MANAGE, host);
        if (datastoreId >= 0) {
            auth.need(Right.USE, cloud.datastores().get(datastoreId));
        }
        auth.check();
        boolean live = args.flag(2, false);
        boolean possible = vm.isRunning() || vm.state() == VmState.POWEROFF || vm.state() == VmState.SUSPENDED;
        History last = vm.lastHistory();
        if (!possible || last == null) {
            throw OneError.action("Migrate action is not available for state " + vm.stateName());
        }
        if (live && vm.capacity().isPinned()) {
            throw OneError.action("VM with a pinned NUMA topology cannot be live-migrated");
        }
        boolean sameDatastore = datastoreId < 0 || datastoreId == last.datastore.id();
        if (last.host == host && sameDatastore) {
            throw OneError.action(
                    "VM is already running on host [" + host.id() + "] and datastore [" + last.datastore.id() + "]");
        }
        if (live && last.host != host && !sameDatastore) {
            throw OneError.action("Cannot live migrate host and datastore at the same time.");
        }
        Datastore datastore =
                sameDatastore ? last.datastore : cloud.datastores().get(datastoreId);
        check(vm, host, datastore, args.flag(3, false), args.number(5, 0));
        move(session, vm, last, host, datastore, live, args.number(5, 0));
        return vm.id();
    }

    private void check(Vm vm, Host host, Datastore datastore, boolean enforce, int poweroff) {
        Host current = vm.host();
        String refusal = enforce && host != current ? host.refusal(vm.capacity()) : null;
        if (refusal != null) {
            throw OneError.action(
                    "virtual machine [" + vm.id() + "] does not fit in host [" + host.id() + "]. " + refusal);
        }
        if (!vm.own().vectors("PCI").isEmpty() && poweroff == 0 && vm.state() != VmState.POWEROFF) {
            throw OneError.action("Cannot migrate VM [" + vm.id()
                    + "], use poweroff or poweroff-hard flag for migrating a VM with PCI devices");
        }
        Set<Integer> clusters = VmRequirements.clusters(vm.own());
        if (clusters != null && !clusters.contains(host.clusterId())) {
            throw OneError.action("Cannot migrate  VM [" + vm.id() + "] to host [" + host.id()
                    + "]. Host is in cluster [" + host.clusterId() + "], and VM requires to be placed on cluster ["
                    + VmNics.join(clusters) + "]");
        }
        if (!datastore.tmMad().equals(vm.own().text("TM_MAD_SYSTEM"))) {
            throw OneError.action("Cannot migrate to a system datastore with a different driver");
        }
        if (!datastore.clusters().contains(host.clusterId())) {
            throw OneError.action("Cannot migrate VM [" + vm.id() + "] to host [" + host.id()
                    + "] and system datastore [" + datastore.id() + "]. Host is in cluster [" + host.clusterId()
                    + "], and the datastore is in cluster [" + VmNics.join(datastore.clusters()) + "]");
        }
    }

    /** Moves a machine; the old stay ends when the new one begins, and it is booked in both places in between. */
    private void move(
            Session session, Vm vm, History last, Host host, Datastore datastore, boolean live, int poweroff) {
        VmLifeCycle life = cloud.lifeCycle();
        boolean running = vm.isRunning();
        life.record(vm, live && running ? 2 : poweroff == 1 ? 48 : poweroff == 2 ? 49 : 1, session);
        boolean elsewhere = last.host != host;
        if (elsewhere) {
            last.host.release(vm.capacity());
        }
        life.closeHistory(vm);
        if (elsewhere) {
            host.book(vm.capacity());
        }
        vm.history()
                .add(History.onHost(
                        vm, host, datastore, History.BY_HAND, cloud.events().epochSecond()));
        vm.own().set("TM_MAD_SYSTEM", datastore.tmMad());
        VmDisks.onDatastore(vm, datastore);
        Runnable arrived = () -> vm.deployId(host.name() + ":" + vm.name() + ":dummy");
        if (!running) {
            boolean off = vm.state() == VmState.POWEROFF;
            life.busy(
                    vm, off ? VmState.PROLOG_MIGRATE_POWEROFF : VmState.PROLOG_MIGRATE_SUSPEND, () -> life.stopped(vm));
        } else if (live) {
            life.through(vm, VmState.MIGRATE, () -> {
                arrived.run();
                life.running(vm);
            });
        } else {
            life.through(
                    vm,
                    VmState.SAVE_MIGRATE,
                    () -> life.through(
                            vm,
                            VmState.PROLOG_MIGRATE,
                            () -> life.through(vm, VmState.BOOT_MIGRATE, () -> {
                                arrived.run();
                                life.running(vm);
                            })));
        }
        life.imprint(vm);
        cloud.changed(vm);
    }
}
