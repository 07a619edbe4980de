package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.QuotaType;
import io.telcofactory.testkit.opennebula.internal.access.RestrictedAttributes;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.hardware.VmTopology;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** CPU and memory of an existing machine; a pinned one gets new virtual nodes. */
final class VmCapacityChanges {

    private static final Set<Integer> WITHOUT_HOST = Set.of(VmState.PENDING, VmState.HOLD, VmState.UNDEPLOYED);

    private final Cloud cloud;
    private final Vms vms;

    VmCapacityChanges(Cloud cloud, Vms vms) {
        this.cloud = cloud;
        this.vms = vms;
    }

    void register(MethodTable table) {
        table.add("one.vm.resize", "is?b", this::resize);
    }

    private Object resize(Session session, Args args) {
        Vm vm = vms.get(args.number(0));
        Template change = Resource.parse(args.text(1), "");
        Auth.of(cloud, session).need(Right.MANAGE, vm).check();
        String restricted = session.isAdmin() ? null : RestrictedAttributes.VM.find(change);
        if (restricted != null) {
            throw Auth.refused(session, "Template includes a restricted attribute " + restricted + ".");
        }
        requirePositive(change, "CPU", "float or integer");
        requirePositive(change, "MEMORY", "integer");
        requirePositive(change, "VCPU", "integer");
        boolean pinned = vm.capacity().isPinned();
        int vcpu = change.number("VCPU", 0) > 0
                ? change.number("VCPU", 0)
                : vm.own().number("VCPU", 0);
        double cpu = change.decimal("CPU", 0) > 0
                ? change.decimal("CPU", 0)
                : vm.own().decimal("CPU", 0);
        cpu = pinned ? vcpu : cpu;
        long memory = change.number("MEMORY", 0) > 0
                ? change.number("MEMORY", 0)
                : vm.own().number("MEMORY", 0);
        List<Quotas.Use> uses = uses(vm, cpu, memory);
        String refusal = cloud.quotas().charge(vm.ownerId(), vm.groupId(), uses);
        if (refusal != null) {
            throw Auth.refused(session, refusal + ".");
        }
        try {
            resize(session, vm, new Size(cpu, vcpu, memory), args.flag(2, false) || !session.isAdmin());
        } catch (OneError refused) {
            cloud.quotas().refund(vm.ownerId(), vm.groupId(), uses);
            throw VmChanges.asAction(refused);
        }
        vm.charged(VmUses.atEnd(vm, cloud));
        if (!vm.chargedRunning().isEmpty()) {
            vm.chargedRunning(VmUses.running(vm));
        }
        return vm.id();
    }

    private record Size(double cpu, int vcpu, long memory) {

        /** The number without a needless fraction. */
        String cpuText() {
            return cpu == Math.rint(cpu) ? Long.toString((long) cpu) : Double.toString(cpu);
        }
    }

    private static void requirePositive(Template change, String name, String number) {
        if (change.decimal(name, 0) < 0) {
            throw OneError.internal(name + " must be a positive " + number + " value.");
        }
    }

    private static List<Quotas.Use> uses(Vm vm, double cpu, long memory) {
        double moreCpu = cpu - vm.own().decimal("CPU", 0);
        double moreMemory = memory - vm.own().decimal("MEMORY", 0);
        Map<String, Double> amounts = new HashMap<>(Map.of("CPU", moreCpu, "MEMORY", moreMemory));
        if (!vm.chargedRunning().isEmpty()) {
            amounts.put("RUNNING_CPU", moreCpu);
            amounts.put("RUNNING_MEMORY", moreMemory);
        }
        List<Quotas.Use> uses = new ArrayList<>();
        uses.add(new Quotas.Use(QuotaType.VM, "", amounts));
        vm.chargedCluster().forEach(use -> uses.add(new Quotas.Use(QuotaType.VM, use.id(), amounts)));
        return uses;
    }

    private void resize(Session session, Vm vm, Size size, boolean enforce) {
        if (vm.isRunning()) {
            History last = vm.lastHistory();
            throw OneError.action(
                    vm.capacity().isPinned()
                            ? "Cannot resize a pinned VM"
                            : "Hotplug resize not supported by driver " + (last == null ? "" : last.host.vmMad()));
        }
        if (WITHOUT_HOST.contains(vm.state())) {
            write(vm, size);
            return;
        }
        Host host = vm.host();
        if (vm.state() != VmState.POWEROFF || host == null) {
            throw OneError.action("Cannot resize a VM in state " + vm.stateName());
        }
        Template before = vm.own().copy();
        host.release(vm.capacity());
        try {
            write(vm, size);
            String refusal = enforce || vm.capacity().isPinned() ? host.refusal(vm.capacity()) : null;
            if (refusal != null) {
                throw OneError.action(refusal);
            }
        } catch (OneError refused) {
            vm.own().clear();
            vm.own().merge(before);
            host.book(vm.capacity());
            VmDevices.assign(vm);
            throw refused;
        }
        host.book(vm.capacity());
        VmDevices.assign(vm);
        vm.own().vectors("PCI").forEach(pci -> VmDevices.announce(vm, pci));
        cloud.lifeCycle().recordChange(vm, VmActions.RESIZE, session);
    }

    private static void write(Vm vm, Size size) {
        Template own = vm.own();
        own.set("CPU", size.cpuText()).set("MEMORY", size.memory());
        if (size.vcpu() > 0) {
            own.set("VCPU", size.vcpu());
        }
        if (own.vectors("TOPOLOGY").isEmpty()) {
            return;
        }
        Vector topology = own.vector("TOPOLOGY");
        int sockets = topology.number("SOCKETS", 0);
        int cores = topology.number("CORES", 0);
        int threads = topology.number("THREADS", 0);
        if (sockets != 0 && cores != 0 && threads != 0 && sockets * cores * threads != size.vcpu()) {
            if (size.vcpu() % (threads * sockets) != 0) {
                throw OneError.action("new VCPU is not multiple of the total number of threads");
            }
            topology.set("CORES", size.vcpu() / (threads * sockets));
        }
        own.remove("NUMA_NODE");
        VmTopology.read(own);
    }
}
