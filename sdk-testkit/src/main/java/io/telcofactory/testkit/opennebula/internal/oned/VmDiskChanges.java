package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.QuotaType;
import io.telcofactory.testkit.opennebula.internal.access.RestrictedAttributes;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.ErrorCode;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Disks attached, taken away, made larger and saved as images. */
final class VmDiskChanges {

    private final Cloud cloud;
    private final Vms vms;

    VmDiskChanges(Cloud cloud, Vms vms) {
        this.cloud = cloud;
        this.vms = vms;
    }

    void register(MethodTable table) {
        table.add("one.vm.attach", "is", this::attach);
        table.add("one.vm.detach", "ii", this::detach);
        table.add("one.vm.diskresize", "iis", this::resize);
        table.add("one.vm.disksaveas", "iissi", this::saveAs);
    }

    static @Nullable Vector disk(Vm vm, int id) {
        for (Vector disk : vm.own().vectors("DISK")) {
            if (disk.number("DISK_ID", -1) == id) {
                return disk;
            }
        }
        return null;
    }

    /** Returns a disk or refuses as all calls about disks do. */
    static Vector existing(Vm vm, int id) {
        Vector disk = disk(vm, id);
        if (disk == null) {
            throw OneError.action("VM disk does not exist");
        }
        return disk;
    }

    private Object attach(Session session, Args args) {
        Vm vm = vms.get(args.number(0));
        History last = vm.lastHistory();
        if (last == null) {
            throw OneError.action("VM is not running in any host");
        }
        VmChanges.refuseRouter(vm);
        Template template = Resource.parse(args.text(1), "");
        VmDisks disks = new VmDisks(cloud, session);
        Auth auth = Auth.of(cloud, session).need(Right.MANAGE, vm);
        List<Image> images = images(disks, template);
        images.forEach(image -> auth.need(Right.USE, image));
        auth.check();
        String restricted = session.isAdmin() ? null : RestrictedAttributes.VM.find(template);
        if (restricted != null) {
            throw Auth.refused(session, "DISK includes a restricted attribute " + restricted + ".");
        }
        if (template.vectors("DISK").isEmpty()) {
            throw OneError.action("Internal error parsing DISK attribute");
        }
        Vector disk = template.vector("DISK");
        charge(session, vm, disk, images);
        if (!vm.isRunning() && vm.state() != VmState.POWEROFF) {
            throw OneError.action(
                    "Could not attach a new disk to VM " + vm.id() + ", wrong state " + vm.stateName() + ".");
        }
        try {
            VmFactory.checkImagesNow(images);
            disks.attachOne(vm, disk);
        } catch (OneError refused) {
            throw VmChanges.asAction(refused);
        }
        VmDisks.onDatastore(vm, last.datastore);
        disk.set("TM_MAD_SYSTEM", last.datastore.tmMad());
        vm.charged(VmUses.atEnd(vm, cloud));
        disk.set("ATTACH", "YES");
        int lcm = vm.isRunning() ? VmState.HOTPLUG : VmState.HOTPLUG_PROLOG_POWEROFF;
        cloud.lifeCycle().busy(vm, lcm, () -> disk.remove("ATTACH"));
        recordAttach(vm, disk, session);
        return vm.id();
    }

    /** The record that ends shows the machine busy already, but without the disk. */
    private void recordAttach(Vm vm, Vector disk, Session session) {
        vm.own().removeOne("DISK", disk);
        cloud.lifeCycle().lastImprint(vm);
        vm.own().add("DISK", disk);
        cloud.lifeCycle().recordChange(vm, VmActions.DISK_ATTACH, session);
    }

    private static List<Image> images(VmDisks disks, Template template) {
        try {
            return disks.images(template);
        } catch (OneError refused) {
            throw VmChanges.asAction(refused);
        }
    }

    private void charge(Session session, Vm vm, Vector disk, List<Image> images) {
        double size = images.isEmpty()
                ? Numbers.decimal(disk.get("SIZE"), 0)
                : disk.given("SIZE")
                        ? Numbers.decimal(disk.get("SIZE"), 0)
                        : images.get(0).sizeMb();
        List<Quotas.Use> uses = new ArrayList<>();
        uses.add(new Quotas.Use(QuotaType.VM, "", Map.of("SYSTEM_DISK_SIZE", size)));
        images.forEach(
                image -> uses.add(new Quotas.Use(QuotaType.IMAGE, Integer.toString(image.id()), Map.of("RVMS", 1.0))));
        String refusal = cloud.quotas().charge(vm.ownerId(), vm.groupId(), uses);
        if (refusal != null) {
            throw Auth.refused(session, refusal + ".");
        }
    }

    private Object detach(Session session, Args args) {
        Vm vm = vms.get(session, args.number(0), Right.MANAGE);
        VmChanges.refuseRouter(vm);
        Vector disk = existing(vm, args.number(1));
        if (!vm.isRunning() && vm.state() != VmState.POWEROFF) {
            throw OneError.action("Could not detach disk from VM " + vm.id() + ", wrong state " + vm.stateName() + ".");
        }
        disk.set("ATTACH", "YES");
        cloud.lifeCycle().recordChange(vm, VmActions.DISK_DETACH, session);
        int lcm = vm.isRunning() ? VmState.HOTPLUG : VmState.HOTPLUG_EPILOG_POWEROFF;
        cloud.lifeCycle().busy(vm, lcm, () -> {
            List<Quotas.Use> before = vm.charged();
            vm.own().removeOne("DISK", disk);
            vm.diskSnapshots().remove(disk.number("DISK_ID", -1));
            new VmDisks(cloud, session).release(vm, disk);
            vm.charged(VmUses.atEnd(vm, cloud));
            cloud.quotas().refund(vm.ownerId(), vm.groupId(), before);
            cloud.quotas().charge(vm.ownerId(), vm.groupId(), vm.charged());
        });
        return vm.id();
    }

    private Object resize(Session session, Args args) {
        Vm vm = vms.get(args.number(0));
        if (!args.text(2).matches("-?\\d+")) {
            throw OneError.action("Disk SIZE is not a valid integer");
        }
        Auth.of(cloud, session).need(Right.MANAGE, vm).check();
        Vector disk = existing(vm, args.number(1));
        long size = Numbers.longInteger(args.text(2), 0);
        long before = Numbers.longInteger(disk.get("SIZE"), 0);
        if (size <= before) {
            throw OneError.action("New disk size has to be greater than current one");
        }
        List<Quotas.Use> uses =
                List.of(new Quotas.Use(QuotaType.VM, "", Map.of("SYSTEM_DISK_SIZE", (double) (size - before))));
        String refusal = cloud.quotas().charge(vm.ownerId(), vm.groupId(), uses);
        if (refusal != null) {
            throw Auth.refused(session, refusal + ".");
        }
        int lcm = switch (vm.state()) {
            case VmState.POWEROFF -> VmState.DISK_RESIZE_POWEROFF;
            case VmState.UNDEPLOYED -> VmState.DISK_RESIZE_UNDEPLOYED;
            default -> VmState.DISK_RESIZE;
        };
        if (lcm == VmState.DISK_RESIZE && !vm.isRunning()) {
            cloud.quotas().refund(vm.ownerId(), vm.groupId(), uses);
            throw OneError.action("Could not resize disk for VM " + vm.id() + ", wrong state " + vm.stateName() + ".");
        }
        disk.set("SIZE", size).set("SIZE_PREV", before).set("RESIZE", "YES");
        vm.charged(VmUses.atEnd(vm, cloud));
        if (vm.state() != VmState.UNDEPLOYED) {
            cloud.lifeCycle().recordChange(vm, VmActions.DISK_RESIZE, session);
        }
        cloud.lifeCycle().busy(vm, lcm, () -> disk.removeAll(List.of("RESIZE", "SIZE_PREV")));
        return vm.id();
    }

    private Object saveAs(Session session, Args args) {
        Vm vm = vms.get(args.number(0));
        int lcm = switch (vm.state()) {
            case VmState.POWEROFF -> VmState.HOTPLUG_SAVEAS_POWEROFF;
            case VmState.SUSPENDED -> VmState.HOTPLUG_SAVEAS_SUSPENDED;
            default -> VmState.HOTPLUG_SAVEAS;
        };
        Vector disk = disk(vm, args.number(1));
        if (disk == null) {
            throw new OneError(ErrorCode.INTERNAL, "Cannot use DISK. DISK does not exist.", vm.id());
        }
        if (lcm == VmState.HOTPLUG_SAVEAS && !vm.isRunning()) {
            throw new OneError(
                    ErrorCode.INTERNAL, "VM has to be RUNNING, POWEROFF or SUSPENDED to save disks.", vm.id());
        }
        Image source = cloud.images().pool.find(disk.number("IMAGE_ID", -1));
        if (source == null) {
            throw OneError.internal("Cannot use DISK. Cannot save a volatile disk.");
        }
        Datastore datastore = cloud.datastores().get(source.datastoreId());
        Auth.of(cloud, session)
                .need(Right.MANAGE, vm)
                .create(Kind.IMAGE)
                .need(Right.USE, datastore)
                .check();
        Template template = new Template();
        template.set("NAME", args.text(2)).set("SIZE", disk.get("SIZE"));
        template.set("SAVED_DISK_ID", args.number(1)).set("SAVED_IMAGE_ID", source.id());
        template.set("SAVED_VM_ID", vm.id());
        template.set("TYPE", args.text(3).isEmpty() ? Image.TYPES.get(source.type()) : args.text(3));
        if (source.template().has("DEV_PREFIX")) {
            template.set("DEV_PREFIX", source.template().text("DEV_PREFIX"));
        }
        Image saved;
        try {
            saved = cloud.images().register(session, template, datastore, args.text(2));
        } catch (OneError refused) {
            throw new OneError(refused.code(), refused.text(), vm.id());
        }
        disk.set("HOTPLUG_SAVE_AS", saved.id()).set("HOTPLUG_SAVE_AS_ACTIVE", "YES");
        disk.set("HOTPLUG_SAVE_AS_SNAPSHOT_ID", args.number(4)).set("HOTPLUG_SAVE_AS_SOURCE", disk.get("SOURCE"));
        cloud.lifeCycle().busy(vm, lcm, () -> {
            disk.pairs().keySet().removeIf(key -> key.startsWith("HOTPLUG_SAVE_AS"));
            saved.state(Image.READY);
        });
        return saved.id();
    }
}
