package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.RestrictedAttributes;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Interfaces and their security groups, attached, changed and taken away. */
final class VmNicChanges {

    private final Cloud cloud;
    private final Vms vms;

    VmNicChanges(Cloud cloud, Vms vms) {
        this.cloud = cloud;
        this.vms = vms;
    }

    void register(MethodTable table) {
        table.add("one.vm.attachnic", "is", this::attachNic);
        table.add("one.vm.detachnic", "ii", this::detachNic);
        table.add("one.vm.updatenic", "iis?i", this::updateNic);
        table.add("one.vm.attachsg", "iii", this::attachGroup);
        table.add("one.vm.detachsg", "iii", this::detachGroup);
    }

    private Object attachNic(Session session, Args args) {
        Vm vm = vms.get(session, args.number(0), Right.MANAGE);
        VmChanges.refuseRouter(vm);
        attach(session, vm, Resource.parse(args.text(1), ""));
        return vm.id();
    }

    void attach(Session session, Vm vm, Template template) {
        String kind = first(template);
        if (kind == null) {
            throw OneError.action("Wrong format or missing NIC/NIC_ALIAS/PCI attribute");
        }
        Vector nic = template.vector(kind);
        VmNics nics = new VmNics(cloud, session);
        Network network = authorize(session, nics, nic, template);
        requireState(vm, "Could not add a new NIC to VM " + vm.id());
        if (network != null) {
            charge(session, vm, network);
        }
        String failure = nics.attach(nic, nextNicId(vm), vm.id());
        if (failure != null) {
            throw OneError.action(failure);
        }
        if (kind.equals("PCI")) {
            VmFactory.readPci(nic);
            nic.set("PCI_ID", vm.own().vectors("PCI").size());
            Host host = vm.host();
            if (host != null) {
                host.pci().assign(List.of(nic), vm.id());
            }
        }
        if (kind.equals("NIC_ALIAS")) {
            VmNics.linkAlias(vm.own(), nic);
        }
        vm.own().add(kind, nic);
        nics.writeRules(vm.own());
        VmDevices.assign(vm);
        // The server counts everything that is not a plain NIC as an alias.
        boolean plain = kind.equals("NIC");
        hotplug(vm, nic, () -> context(vm, nic, kind));
        cloud.lifeCycle().recordChange(vm, plain ? VmActions.NIC_ATTACH : VmActions.ALIAS_ATTACH, session);
    }

    private @Nullable Network authorize(Session session, VmNics nics, Vector nic, Template template) {
        try {
            Network network = nics.network(nic);
            Auth auth = Auth.of(cloud, session);
            if (network != null) {
                auth.need(Right.USE, network);
            }
            auth.check();
            String restricted = session.isAdmin() ? null : RestrictedAttributes.VM.find(template);
            if (restricted != null) {
                throw Auth.refused(session, "NIC includes a restricted attribute " + restricted + ".");
            }
            return network;
        } catch (OneError refused) {
            throw VmChanges.asAction(refused);
        }
    }

    private static void requireState(Vm vm, String what) {
        if (!vm.isRunning() && vm.state() != VmState.POWEROFF) {
            throw OneError.action(what + ", wrong state " + vm.stateName() + ".");
        }
    }

    private void context(Vm vm, Vector nic, String kind) {
        if (kind.equals("PCI")) {
            VmDevices.announce(vm, nic);
        } else {
            new VmContext(cloud, vm).write();
        }
    }

    /** Shows a running machine busy with an interface; one that is off changes at once. */
    private void hotplug(Vm vm, Vector nic, Runnable then) {
        if (!vm.isRunning()) {
            then.run();
            return;
        }
        nic.set("ATTACH", "YES");
        cloud.lifeCycle().busy(vm, VmState.HOTPLUG_NIC, () -> {
            nic.remove("ATTACH");
            then.run();
        });
        cloud.changed(vm);
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
        for (Vector nic : allNics(vm)) {
            next = Math.max(next, nic.number("NIC_ID", -1) + 1);
        }
        return next;
    }

    private static List<Vector> allNics(Vm vm) {
        List<Vector> all = new ArrayList<>(vm.interfaces());
        all.addAll(vm.own().vectors("NIC_ALIAS"));
        return all;
    }

    private static @Nullable Vector nic(Vm vm, int nicId) {
        for (Vector nic : allNics(vm)) {
            if (nic.number("NIC_ID", -1) == nicId) {
                return nic;
            }
        }
        return null;
    }

    private void charge(Session session, Vm vm, Network network) {
        String refusal = cloud.quotas().charge(vm.ownerId(), vm.groupId(), List.of(Networks.leases(network.id(), 1)));
        if (refusal != null) {
            throw Auth.refused(session, refusal + ".");
        }
    }

    private Object detachNic(Session session, Args args) {
        Vm vm = vms.get(session, args.number(0), Right.MANAGE);
        VmChanges.refuseRouter(vm);
        detach(vm, args.number(1), session);
        return vm.id();
    }

    void detach(Vm vm, int nicId, Session session) {
        requireState(vm, "Could not detach NIC from VM " + vm.id());
        Vector nic = nic(vm, nicId);
        if (nic == null) {
            throw OneError.action("Could not detach NIC with NIC_ID " + nicId + ", it does not exist.");
        }
        boolean alias = vm.own().vectors("NIC_ALIAS").contains(nic);
        cloud.lifeCycle().recordChange(vm, alias ? VmActions.ALIAS_DETACH : VmActions.NIC_DETACH, session);
        List<Vector> gone = new ArrayList<>(List.of(nic));
        vm.own().vectors("NIC_ALIAS").stream()
                .filter(each -> each.get("PARENT_ID").equals(nic.get("NIC_ID")))
                .forEach(gone::add);
        hotplug(vm, nic, () -> gone.forEach(each -> remove(vm, each, session)));
    }

    private void remove(Vm vm, Vector nic, Session session) {
        VmNics nics = new VmNics(cloud, session);
        nics.release(nic, vm.id());
        if (nic.given("NETWORK_ID")) {
            cloud.quotas()
                    .refund(vm.ownerId(), vm.groupId(), List.of(Networks.leases(nic.number("NETWORK_ID", -1), 1)));
        }
        VmPciChanges.releaseDevice(vm, nic);
        VmContext.forget(vm.own(), nic);
        VmNics.unlinkAlias(vm.own(), nic);
        for (String kind : List.of("NIC", "PCI", "NIC_ALIAS")) {
            vm.own().removeOne(kind, nic);
        }
        nics.writeRules(vm.own());
    }

    private Object updateNic(Session session, Args args) {
        Vm vm = vms.get(args.number(0));
        VmChanges.refuseRouter(vm);
        int id = args.number(1);
        Vector nic = nic(vm, id);
        if (nic == null) {
            throw OneError.action("VM " + vm.id() + ": NIC " + id + " does not exists");
        }
        if (vm.own().vectors("NIC_ALIAS").contains(nic)) {
            throw OneError.action("Action not supported for NIC_ALIAS");
        }
        Template template = Resource.parse(args.text(2), "");
        Auth.of(cloud, session).need(Right.MANAGE, vm).check();
        String restricted = session.isAdmin() ? null : RestrictedAttributes.VM.find(template);
        if (restricted != null) {
            throw Auth.refused(session, "NIC includes a restricted attribute " + restricted + ".");
        }
        String error = "Error updating NIC (" + id + ") for VM " + vm.id() + ": ";
        if (vm.state() == VmState.ACTIVE && !vm.isRunning()) {
            throw OneError.action(error + "Wrong state " + vm.stateName());
        }
        if (template.vectors("NIC").isEmpty()) {
            throw OneError.action(error + "Wrong NIC definition, attribute is missing");
        }
        boolean changed = false;
        for (String key : QOS) {
            String value = template.vector("NIC").get(key);
            if (!value.isEmpty() && !value.equals(nic.get(key))) {
                nic.set(key, value);
                changed = true;
            }
        }
        if (changed && vm.isRunning()) {
            cloud.lifeCycle().recordChange(vm, VmActions.NIC_UPDATE, session);
            hotplug(vm, nic, () -> {});
        }
        return vm.id();
    }

    /** What the server takes over into an existing interface; everything else is dropped in silence. */
    private static final List<String> QOS = List.of(
            "INBOUND_AVG_BW",
            "INBOUND_PEAK_BW",
            "INBOUND_PEAK_KB",
            "OUTBOUND_AVG_BW",
            "OUTBOUND_PEAK_BW",
            "OUTBOUND_PEAK_KB");

    private Object attachGroup(Session session, Args args) {
        Vm vm = vms.get(args.number(0));
        int nicId = args.number(1);
        int groupId = args.number(2);
        Vector nic = nic(vm, nicId);
        if (nic == null) {
            throw OneError.internal("VM " + vm.id() + " doesn't have NIC id " + nicId);
        }
        SecurityGroup group = cloud.securityGroups().pool.find(groupId);
        Auth auth = Auth.of(cloud, session).need(Right.MANAGE, vm);
        if (group != null) {
            auth.need(Right.USE, group);
        }
        auth.check();
        if (group == null) {
            throw OneError.action("Could not attach SG " + groupId + " to VM, SG does not exist");
        }
        List<Integer> groups = groups(nic);
        if (groups.contains(groupId)) {
            throw OneError.action("VM " + vm.id() + " SG " + groupId + " already in NIC " + nicId);
        }
        groups.add(groupId);
        regroup(vm, nic, groups, session);
        return vm.id();
    }

    private Object detachGroup(Session session, Args args) {
        Vm vm = vms.get(session, args.number(0), Right.MANAGE);
        int nicId = args.number(1);
        Integer groupId = args.number(2);
        Vector nic = nic(vm, nicId);
        if (nic == null) {
            throw OneError.action("VM " + vm.id() + " doesn't have NIC " + nicId);
        }
        List<Integer> groups = groups(nic);
        if (!groups.remove(groupId)) {
            throw OneError.action("VM " + vm.id() + " NIC " + nicId + " doesn't contain SG " + groupId);
        }
        regroup(vm, nic, groups, session);
        return vm.id();
    }

    private void regroup(Vm vm, Vector nic, List<Integer> groups, Session session) {
        nic.set("SECURITY_GROUPS", VmNics.join(groups));
        new VmNics(cloud, session).writeRules(vm.own());
        if (vm.isRunning()) {
            hotplug(vm, nic, () -> {});
        }
    }

    private static List<Integer> groups(Vector nic) {
        List<Integer> groups = new ArrayList<>();
        for (String id : nic.get("SECURITY_GROUPS").split(",")) {
            if (Numbers.isInteger(id)) {
                groups.add(Numbers.integer(id, -1));
            }
        }
        return groups;
    }
}
