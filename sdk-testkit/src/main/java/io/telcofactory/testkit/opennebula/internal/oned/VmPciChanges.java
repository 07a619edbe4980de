package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.QuotaType;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import java.util.List;
import java.util.Map;

/** Devices attached to machines that are off, and taken from them. */
final class VmPciChanges {

    private static final String WRONG_STATE = "VM in wrong state, it has to be in poweroff";

    private final Cloud cloud;
    private final Vms vms;

    VmPciChanges(Cloud cloud, Vms vms) {
        this.cloud = cloud;
        this.vms = vms;
    }

    void register(MethodTable table) {
        table.add("one.vm.attachpci", "is", this::attach);
        table.add("one.vm.detachpci", "ii", this::detach);
    }

    private static boolean isOff(Vm vm) {
        return vm.state() == VmState.POWEROFF || vm.state() == VmState.UNDEPLOYED;
    }

    private Object attach(Session session, Args args) {
        Vm vm = vms.get(session, args.number(0), Right.MANAGE);
        Template template = Resource.parse(args.text(1), "");
        if (template.vectors("PCI").isEmpty()) {
            throw OneError.action("PCI attribute not found");
        }
        Vector pci = template.vector("PCI");
        if (VmNics.isNic(pci)) {
            throw OneError.action("Use one.vm.attachnic to attach this PCI device");
        }
        Quotas.Use use = use();
        if (isOff(vm)) {
            String refusal = cloud.quotas().charge(vm.ownerId(), vm.groupId(), List.of(use));
            if (refusal != null) {
                throw Auth.refused(session, refusal + ".");
            }
        }
        try {
            attach(session, vm, pci);
        } catch (OneError refused) {
            if (isOff(vm)) {
                cloud.quotas().refund(vm.ownerId(), vm.groupId(), List.of(use));
            }
            throw VmChanges.asAction(refused);
        }
        vm.charged(VmUses.atEnd(vm, cloud));
        return vm.id();
    }

    private static Quotas.Use use() {
        return new Quotas.Use(QuotaType.VM, "", Map.of("PCI_DEV", 1.0));
    }

    private void attach(Session session, Vm vm, Vector pci) {
        if (!isOff(vm)) {
            throw OneError.action(WRONG_STATE);
        }
        VmFactory.readPci(pci);
        int id = 0;
        for (Vector each : vm.own().vectors("PCI")) {
            id = Math.max(id, each.number("PCI_ID", -1) + 1);
        }
        pci.set("PCI_ID", id);
        History last = vm.lastHistory();
        if (last == null) {
            throw OneError.action("Could not find host information");
        }
        if (vm.state() == VmState.POWEROFF) {
            if (!last.host.pci().fit(List.of(pci))) {
                throw OneError.action("Cannot assign PCI device in host. Check address and free devices");
            }
            last.host.pci().assign(List.of(pci), vm.id());
        }
        vm.own().add("PCI", pci);
        VmDevices.assign(vm);
        if (vm.state() == VmState.POWEROFF) {
            cloud.lifeCycle().recordChange(vm, VmActions.PCI_ATTACH, session);
        }
    }

    private Object detach(Session session, Args args) {
        Vm vm = vms.get(session, args.number(0), Right.MANAGE);
        if (!isOff(vm)) {
            throw OneError.action(WRONG_STATE);
        }
        for (Vector pci : vm.own().vectors("PCI")) {
            if (pci.number("PCI_ID", -1) == args.number(1)) {
                detach(session, vm, pci);
                return vm.id();
            }
        }
        throw OneError.action("PCI device not found");
    }

    private void detach(Session session, Vm vm, Vector pci) {
        if (VmNics.isNic(pci)) {
            throw OneError.action("Use one.vm.detachnic to detach this PCI device");
        }
        releaseDevice(vm, pci);
        vm.own().removeOne("PCI", pci);
        cloud.quotas().refund(vm.ownerId(), vm.groupId(), List.of(use()));
        vm.charged(VmUses.atEnd(vm, cloud));
        if (vm.state() == VmState.POWEROFF) {
            cloud.lifeCycle().recordChange(vm, VmActions.PCI_DETACH, session);
        }
    }

    /** Gives the device of a vector back to the host. */
    static void releaseDevice(Vm vm, Vector pci) {
        Host host = vm.host();
        if (host != null && pci.given("ADDRESS")) {
            host.pci().releaseOne(pci.get("ADDRESS"));
        }
    }
}
