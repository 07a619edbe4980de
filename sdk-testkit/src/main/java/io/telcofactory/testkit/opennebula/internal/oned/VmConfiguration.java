package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.RestrictedAttributes;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What {@code one.vm.updateconf} may change: a few vectors, a few keys of each, and any key of the context. */
final class VmConfiguration {

    private static final Map<String, List<String>> KEYS = Map.of(
            "OS",
                    List.of(
                            "ARCH",
                            "MACHINE",
                            "KERNEL",
                            "INITRD",
                            "BOOTLOADER",
                            "BOOT",
                            "KERNEL_CMD",
                            "ROOT",
                            "SD_DISK_BUS",
                            "UUID",
                            "FIRMWARE",
                            "FIRMWARE_FORMAT"),
            "FEATURES",
                    List.of(
                            "PAE",
                            "ACPI",
                            "APIC",
                            "LOCALTIME",
                            "HYPERV",
                            "GUEST_AGENT",
                            "VIRTIO_SCSI_QUEUES",
                            "VIRTIO_BLK_QUEUES",
                            "IOTHREADS"),
            "INPUT", List.of("TYPE", "BUS"),
            "GRAPHICS", List.of("TYPE", "LISTEN", "PASSWD", "KEYMAP", "COMMAND"),
            "VIDEO", List.of("IOMMU", "ATS", "TYPE", "VRAM", "RESOLUTION"),
            "RAW", List.of("TYPE", "DATA", "VALIDATE", "DATA_VMX"),
            "CPU_MODEL", List.of("MODEL", "FEATURES"));
    private static final Set<Integer> POSSIBLE =
            Set.of(VmState.PENDING, VmState.HOLD, VmState.POWEROFF, VmState.UNDEPLOYED);

    private final Cloud cloud;
    private final Vms vms;

    VmConfiguration(Cloud cloud, Vms vms) {
        this.cloud = cloud;
        this.vms = vms;
    }

    void register(MethodTable table) {
        table.add("one.vm.updateconf", "is?i", this::update);
    }

    private Object update(Session session, Args args) {
        int append = args.number(2, 0);
        if (append != 0 && append != 1) {
            throw OneError.api("Wrong update type");
        }
        Template change = Resource.parse(args.text(1), "");
        Vm vm = vms.get(session, args.number(0), Right.MANAGE);
        String restricted = session.isAdmin() ? null : RestrictedAttributes.VM.findChanged(vm.own(), change, true);
        if (restricted != null) {
            throw Auth.refused(session, "Template includes a restricted attribute " + restricted + ".");
        }
        boolean possible = POSSIBLE.contains(vm.state())
                || vm.isRunning()
                || vm.lcm() == VmState.BOOT_FAILURE
                || vm.lcm() == VmState.PROLOG;
        if (!possible) {
            throw OneError.internal("configuration cannot be updated in state " + vm.stateName());
        }
        KEYS.forEach((name, keys) -> replace(vm.own(), change, name, keys, append == 1));
        VmBootOrder.write(vm.own());
        VmBackupConfig.read(vm, change, append == 1);
        boolean changed = updateContext(vm, change, append == 1);
        if (changed && vm.isRunning()) {
            cloud.lifeCycle().busy(vm, VmState.HOTPLUG, () -> {});
        }
        return vm.id();
    }

    private static void replace(Template own, Template change, String name, List<String> keys, boolean append) {
        if (change.vectors(name).isEmpty()) {
            if (!append) {
                own.remove(name);
            }
            return;
        }
        Vector asked = change.vector(name);
        if (own.vectors(name).isEmpty()) {
            own.set(name, asked.copy());
            return;
        }
        Vector target = own.vector(name);
        for (String key : keys) {
            if (asked.given(key)) {
                target.set(key, asked.get(key));
            } else if (!append) {
                target.remove(key);
            }
        }
    }

    private boolean updateContext(Vm vm, Template change, boolean append) {
        if (change.vectors("CONTEXT").isEmpty()) {
            return false;
        }
        if (vm.own().vectors("CONTEXT").isEmpty()) {
            throw OneError.internal("Virtual machine does not have context, cannot add a new one.");
        }
        Vector asked = change.vector("CONTEXT");
        Vector context = vm.own().vector("CONTEXT");
        Map<String, String> before = new TreeMap<>(context.pairs());
        for (Map.Entry<String, String> pair : asked.pairs().entrySet()) {
            boolean network = pair.getKey().matches("ETH\\d+_\\w+");
            if (network && !pair.getValue().equals(context.get(pair.getKey()))) {
                throw OneError.internal("Unable to " + (context.has(pair.getKey()) ? "update " : "add ") + pair.getKey()
                        + ", update NIC to update network context");
            }
        }
        if (!append) {
            context.pairs().keySet().removeIf(key -> !key.equals("DISK_ID") && !key.equals("TARGET"));
        }
        context.pairs().putAll(asked.pairs());
        new VmContext(cloud, vm).write();
        return !before.equals(context.pairs());
    }
}
