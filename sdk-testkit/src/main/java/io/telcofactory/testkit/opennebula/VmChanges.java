package io.telcofactory.testkit.opennebula;

import io.telcofactory.testkit.opennebula.Attribute.Vector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of existing machines: interfaces, devices and capacity. */
final class VmChanges {

    private final Cloud cloud;
    private final Vms vms;

    VmChanges(Cloud cloud, Vms vms) {
        this.cloud = cloud;
        this.vms = vms;
    }

    void register(MethodTable table) {
        table.add("one.vm.attachnic", "is", this::attachNic);
        table.add("one.vm.detachnic", "ii", this::detachNic);
        table.add("one.vm.attachpci", "is", this::attachPci);
        table.add("one.vm.detachpci", "ii", this::detachPci);
        table.add("one.vm.resize", "is?b", this::resize);
    }

    private Object attachNic(Session session, Args args) {
        Vm vm = vms.get(session, args.number(0), Right.MANAGE);
        Template template = Resource.parse(args.text(1), "");
        String kind = first(template);
        if (kind == null) {
            throw OneError.action("Wrong format or missing NIC/NIC_ALIAS/PCI attribute");
        }
        Vector nic = template.vector(kind);
        VmNics nics = new VmNics(cloud, session);
        try {
            Network network = nics.network(nic);
            if (network != null) {
                Auth.of(cloud, session).need(Right.USE, network).check();
                charge(session, vm, network);
            }
            vms.checkRestricted(session, template);
            String failure = nics.attach(nic, nextNicId(vm), vm.id());
            if (failure != null) {
                throw OneError.action(failure);
            }
        } catch (OneError refused) {
            throw refused.code() == ErrorCode.INTERNAL ? OneError.action(refused.text()) : refused;
        }
        if (kind.equals("PCI")) {
            VmFactory.readPci(nic);
            nic.set("PCI_ID", vm.own().vectors("PCI").size());
            History last = vm.lastHistory();
            if (last != null && last.host.vms().contains(vm.id())) {
                last.host.pci().assign(List.of(nic), vm.id());
            }
        }
        vm.own().add(kind, nic);
        nics.writeRules(vm.own());
        new VmContext(cloud, vm.own(), vm.template(), vm.ownerId()).write();
        cloud.lifeCycle().hotplugNic(vm, nic);
        return vm.id();
    }

    private static @Nullable String first(Template template) {
        for (String name : List.of("NIC", "NIC_ALIAS", "PCI")) {
            if (!template.vectors(name).isEmpty()) {
                return name;
            }
        }
        return null;
    }

    private static int nextNicId(Vm vm) {
        int next = 0;
        for (Vector nic : vm.interfaces()) {
            next = Math.max(next, nic.number("NIC_ID", -1) + 1);
        }
        return next;
    }

    private void charge(Session session, Vm vm, Network network) {
        String refusal = cloud.quotas().charge(vm.ownerId(), vm.groupId(), List.of(Networks.leases(network.id(), 1)));
        if (refusal != null) {
            throw Auth.refused(session, refusal + ".");
        }
    }

    private Object detachNic(Session session, Args args) {
        Vm vm = vms.get(session, args.number(0), Right.MANAGE);
        Vector nic = Vms.nic(vm, args.number(1));
        if (nic == null) {
            throw OneError.action("Could not detach NIC with NIC_ID " + args.number(1) + ", it does not exist.");
        }
        VmNics nics = new VmNics(cloud, session);
        nics.release(nic, vm.id());
        if (nic.given("NETWORK_ID")) {
            cloud.quotas()
                    .refund(vm.ownerId(), vm.groupId(), List.of(Networks.leases(nic.number("NETWORK_ID", -1), 1)));
        }
        releaseDevice(vm, nic);
        vm.own().removeOne("NIC", nic);
        vm.own().removeOne("PCI", nic);
        nics.writeRules(vm.own());
        return vm.id();
    }

    private static void releaseDevice(Vm vm, Vector pci) {
        History last = vm.lastHistory();
        if (last != null && pci.given("ADDRESS")) {
            last.host.pci().releaseOne(pci.get("ADDRESS"));
        }
    }

    private Object attachPci(Session session, Args args) {
        Vm vm = vms.get(session, args.number(0), Right.MANAGE);
        Template template = Resource.parse(args.text(1), "");
        Vector pci = template.vector("PCI");
        if (VmNics.isNic(pci)) {
            throw OneError.action("Use one.vm.attachnic to attach this PCI device");
        }
        if (vm.state() != VmState.POWEROFF && vm.state() != VmState.UNDEPLOYED) {
            throw OneError.action("VM in wrong state, it has to be in poweroff");
        }
        VmFactory.readPci(pci);
        int id = 0;
        for (Vector each : vm.own().vectors("PCI")) {
            id = Math.max(id, each.number("PCI_ID", -1) + 1);
        }
        pci.set("PCI_ID", id);
        History last = vm.lastHistory();
        if (vm.state() == VmState.POWEROFF && last != null) {
            if (!last.host.pci().fit(List.of(pci))) {
                throw OneError.action("Cannot assign PCI device in host. Check address and free devices");
            }
            last.host.pci().assign(List.of(pci), vm.id());
        }
        vm.own().add("PCI", pci);
        return vm.id();
    }

    private Object detachPci(Session session, Args args) {
        Vm vm = vms.get(session, args.number(0), Right.MANAGE);
        if (vm.state() != VmState.POWEROFF && vm.state() != VmState.UNDEPLOYED) {
            throw OneError.action("VM in wrong state, it has to be in poweroff");
        }
        for (Vector pci : vm.own().vectors("PCI")) {
            if (pci.number("PCI_ID", -1) == args.number(1)) {
                releaseDevice(vm, pci);
                vm.own().removeOne("PCI", pci);
                return vm.id();
            }
        }
        throw OneError.action("PCI device not found");
    }

    private Object resize(Session session, Args args) {
        Vm vm = vms.get(session, args.number(0), Right.MANAGE);
        Template change = Resource.parse(args.text(1), "");
        boolean off = vm.state() == VmState.POWEROFF || vm.state() == VmState.UNDEPLOYED;
        if (vm.isRunning()) {
            throw OneError.action(
                    vm.capacity().isPinned()
                            ? "Cannot resize a pinned VM"
                            : "Hotplug resize not supported by driver dummy");
        }
        if (!off && vm.state() != VmState.PENDING && vm.state() != VmState.HOLD) {
            throw OneError.action("This action is not available for state " + vm.stateName());
        }
        if (vm.capacity().isPinned()) {
            throw new Unsupported("one.vm.resize of a pinned VM");
        }
        for (String key : List.of("CPU", "VCPU", "MEMORY")) {
            if (change.decimal(key, 0) > 0) {
                vm.own().set(key, change.text(key));
            }
        }
        return vm.id();
    }
}
