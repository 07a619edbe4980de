package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Snapshots of whole machines, and of single disks. */
final class VmSnapshots {

    private final Cloud cloud;
    private final Vms vms;

    VmSnapshots(Cloud cloud, Vms vms) {
        this.cloud = cloud;
        this.vms = vms;
    }

    void register(MethodTable table) {
        table.add("one.vm.snapshotcreate", "i?s", this::create);
        table.add("one.vm.snapshotrevert", "ii", this::revert);
        table.add("one.vm.snapshotdelete", "ii", this::delete);
        table.add("one.vm.disksnapshotcreate", "iis", this::createOfDisk);
        table.add("one.vm.disksnapshotrevert", "iii", this::revertDisk);
        table.add("one.vm.disksnapshotdelete", "iii", this::deleteOfDisk);
        table.add("one.vm.disksnapshotrename", "iiis", this::renameOfDisk);
    }

    private Object create(Session session, Args args) {
        Vm vm = vms.get(session, args.number(0), Right.MANAGE);
        return create(vm, args.text(1, ""));
    }

    int create(Vm vm, String name) {
        requireRunning(vm, "Could not create a new snapshot for VM " + vm.id());
        int id = 0;
        for (Vector each : vm.own().vectors("SNAPSHOT")) {
            id = Math.max(id, each.number("SNAPSHOT_ID", -1) + 1);
        }
        Vector snapshot = new Vector().set("SNAPSHOT_ID", id).set("NAME", name.isEmpty() ? "snapshot-" + id : name);
        snapshot.set("TIME", cloud.events().epochSecond()).set("HYPERVISOR_ID", "");
        snapshot.set("SYSTEM_DISK_SIZE", Numbers.longInteger(vm.own().text("MEMORY"), 0));
        snapshot.set("ACTIVE", "YES").set("ACTION", "CREATE");
        vm.own().add("SNAPSHOT", snapshot);
        busy(vm, snapshot, () -> snapshot.set("HYPERVISOR_ID", "dummy-snap"));
        return id;
    }

    private void busy(Vm vm, Vector snapshot, Runnable then) {
        cloud.lifeCycle().busy(vm, VmState.HOTPLUG_SNAPSHOT, () -> {
            snapshot.remove("ACTIVE");
            snapshot.remove("ACTION");
            then.run();
        });
    }

    private static void requireRunning(Vm vm, String what) {
        if (!vm.isRunning()) {
            throw OneError.action(what + ", wrong state " + vm.stateName() + ".");
        }
    }

    private static @Nullable Vector snapshot(Vm vm, int id) {
        for (Vector each : vm.own().vectors("SNAPSHOT")) {
            if (each.number("SNAPSHOT_ID", -1) == id) {
                return each;
            }
        }
        return null;
    }

    private Object revert(Session session, Args args) {
        Vm vm = vms.get(session, args.number(0), Right.MANAGE);
        revert(vm, args.number(1));
        return vm.id();
    }

    void revert(Vm vm, int id) {
        String what = "Could not revert VM " + vm.id() + " to snapshot " + id;
        requireRunning(vm, what);
        Vector snapshot = snapshot(vm, id);
        if (snapshot == null) {
            throw OneError.action(what + ", it does not exist.");
        }
        snapshot.set("ACTIVE", "YES").set("ACTION", "REVERT");
        busy(vm, snapshot, () -> {});
    }

    private Object delete(Session session, Args args) {
        Vm vm = vms.get(session, args.number(0), Right.MANAGE);
        delete(vm, args.number(1));
        return vm.id();
    }

    void delete(Vm vm, int id) {
        String what = "Could not delete snapshot " + id + " for VM " + vm.id();
        requireRunning(vm, what);
        Vector snapshot = snapshot(vm, id);
        if (snapshot == null) {
            throw OneError.action(what + ", it does not exist.");
        }
        snapshot.set("ACTIVE", "YES").set("ACTION", "DELETE");
        busy(vm, snapshot, () -> vm.own().removeOne("SNAPSHOT", snapshot));
    }

    private Object createOfDisk(Session session, Args args) {
        Vm vm = vms.get(args.number(0));
        VmDiskChanges.existing(vm, args.number(1));
        Auth.of(cloud, session).need(Right.MANAGE, vm).check();
        return createOfDisk(vm, args.number(1), args.text(2), session);
    }

    int createOfDisk(Vm vm, int diskId, String name, Session session) {
        Vector disk = VmDiskChanges.existing(vm, diskId);
        if (!disk.given("IMAGE_ID")) {
            throw OneError.action("Cannot make snapshots on disks of type: " + disk.get("TYPE"));
        }
        int lcm = state(
                vm,
                "Could not create a new snapshot for VM " + vm.id(),
                VmState.DISK_SNAPSHOT_POWEROFF,
                VmState.DISK_SNAPSHOT_SUSPENDED,
                VmState.DISK_SNAPSHOT);
        DiskSnapshots snapshots = vm.diskSnapshots()
                .computeIfAbsent(diskId, unused -> new DiskSnapshots(diskId, disk.get("ALLOW_ORPHANS")));
        int id = snapshots.create(name, disk.get("SIZE"), cloud.events().epochSecond());
        countSize(disk, 1);
        busy(vm, disk, id, lcm, VmActions.DISK_SNAPSHOT_CREATE, session);
        return id;
    }

    private static void countSize(Vector disk, int sign) {
        long before = Numbers.longInteger(disk.get("DISK_SNAPSHOT_TOTAL_SIZE"), 0);
        disk.set("DISK_SNAPSHOT_TOTAL_SIZE", before + sign * Numbers.longInteger(disk.get("SIZE"), 0));
    }

    private void busy(Vm vm, Vector disk, int snapshot, int lcm, int action, Session session) {
        disk.set("DISK_SNAPSHOT_ACTIVE", "YES").set("DISK_SNAPSHOT_ID", snapshot);
        cloud.lifeCycle().busy(vm, lcm, () -> disk.removeAll(List.of("DISK_SNAPSHOT_ACTIVE", "DISK_SNAPSHOT_ID")));
        cloud.lifeCycle().recordChange(vm, action, session);
    }

    private static int state(Vm vm, String what, int poweroff, int suspended, int running) {
        if (vm.isRunning()) {
            return running;
        }
        return switch (vm.state()) {
            case VmState.POWEROFF -> poweroff;
            case VmState.SUSPENDED -> suspended;
            default -> throw OneError.action(what + ", wrong state " + vm.stateName() + ".");
        };
    }

    private Object revertDisk(Session session, Args args) {
        Vm vm = vms.get(session, args.number(0), Right.MANAGE);
        revertDisk(vm, args.number(1), args.number(2), session);
        return vm.id();
    }

    void revertDisk(Vm vm, int diskId, int id, Session session) {
        Vector disk = VmDiskChanges.existing(vm, diskId);
        if (vm.state() != VmState.POWEROFF) {
            throw OneError.action(
                    "Could not revert to disk snapshot for VM " + vm.id() + ", wrong state " + vm.stateName() + ".");
        }
        snapshots(vm, diskId, id).activate(id);
        busy(vm, disk, id, VmState.DISK_SNAPSHOT_REVERT_POWEROFF, VmActions.DISK_SNAPSHOT_REVERT, session);
    }

    private static DiskSnapshots snapshots(Vm vm, int diskId, int id) {
        DiskSnapshots snapshots = vm.diskSnapshots().get(diskId);
        if (snapshots == null || !snapshots.has(id)) {
            throw OneError.action("Disk id (" + diskId + ") or snapshot id (" + id + ") is not valid.");
        }
        return snapshots;
    }

    private Object deleteOfDisk(Session session, Args args) {
        Vm vm = vms.get(session, args.number(0), Right.MANAGE);
        deleteOfDisk(vm, args.number(1), args.number(2), session);
        return vm.id();
    }

    void deleteOfDisk(Vm vm, int diskId, int id, Session session) {
        Vector disk = VmDiskChanges.existing(vm, diskId);
        int lcm = state(
                vm,
                "Could not delete disk snapshot from VM " + vm.id(),
                VmState.DISK_SNAPSHOT_DELETE_POWEROFF,
                VmState.DISK_SNAPSHOT_DELETE_SUSPENDED,
                VmState.DISK_SNAPSHOT_DELETE);
        DiskSnapshots snapshots = vm.diskSnapshots().get(diskId);
        if (snapshots == null) {
            throw OneError.action("Snapshot does not exist");
        }
        String kept = snapshots.keeps(id, Numbers.yes(disk.get("PERSISTENT")));
        if (kept != null) {
            throw OneError.action(kept);
        }
        snapshots.delete(id);
        countSize(disk, -1);
        busy(vm, disk, id, lcm, VmActions.DISK_SNAPSHOT_DELETE, session);
    }

    private Object renameOfDisk(Session session, Args args) {
        Vm vm = vms.get(session, args.number(0), Right.MANAGE);
        VmDiskChanges.existing(vm, args.number(1));
        if (!vm.diskSnapshots().containsKey(args.number(1))) {
            throw OneError.action("The VM does not have any snapshot");
        }
        if (!snapshots(vm, args.number(1), args.number(2)).rename(args.number(2), args.text(3))) {
            throw OneError.action("Snapshot does not exist");
        }
        return vm.id();
    }
}
