package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Groups of machines with affinity between them. */
final class VmGroups extends OwnedResource<VmGroup> {

    VmGroups(Cloud cloud) {
        super(cloud, Kind.VMGROUP);
    }

    @Override
    void register(MethodTable table) {
        registerOwned(table);
        registerLocks(table);
        registerPool(table);
        table.add("one.vmgroup.allocate", "s", this::allocate);
        table.add("one.vmgroup.delete", "i", this::delete);
        table.add("one.vmgroup.roleadd", "is", this::addRole);
        table.add("one.vmgroup.roledelete", "ii", this::deleteRole);
        table.add("one.vmgroup.roleupdate", "iis", this::updateRole);
        table.add("one.vm.vmgroupadd", "iis", this::addMachine);
        table.add("one.vm.vmgroupdel", "i", this::deleteMachine);
    }

    private Object allocate(Session session, Args args) {
        Template content = parse(args.text(0), "");
        auth(session).create(kind).check();
        String name = content.text("NAME");
        if (name.isEmpty()) {
            throw OneError.internal("No NAME in template for VM group.");
        }
        checkName(name, session.uid());
        VmGroup group = new VmGroup(cloud, pool.nextId(), name, session);
        content.vectors("ROLE").forEach(role -> group.addRole(role.copy()));
        group.template().merge(content);
        group.template().remove("NAME");
        group.template().remove("ROLE");
        checkConsistency(group);
        return pool.add(group).id();
    }

    private static void checkConsistency(VmGroup group) {
        String flaw = group.inconsistency();
        if (flaw != null) {
            throw OneError.internal(flaw);
        }
    }

    /** A group that holds machines keeps its rules. */
    @Override
    void update(VmGroup group, Template change, boolean append) {
        if (group.size() > 0) {
            throw OneError.internal("Cannot update template. VM Group has " + group.size() + " VMs");
        }
        Template before = group.template().copy();
        change.remove("ROLE");
        super.update(group, change, append);
        String flaw = group.inconsistency();
        if (flaw != null) {
            group.template().clear();
            group.template().merge(before);
            throw OneError.internal("Cannot update template. " + flaw);
        }
    }

    /** Removes a group, also one that machines still name. */
    private Object delete(Session session, Args args) {
        VmGroup group = get(session, args.number(0), Right.MANAGE);
        pool.remove(group.id());
        return group.id();
    }

    private static Vector role(String text) {
        Collection<Vector> roles = parse(text, "").vectors("ROLE");
        if (roles.isEmpty()) {
            throw OneError.internal("Wrong ROLE definition. ROLE vector attribute is missing.");
        }
        return roles.iterator().next();
    }

    private Object addRole(Session session, Args args) {
        VmGroup group = get(session, args.number(0), Right.MANAGE);
        try {
            group.addRole(role(args.text(1)).copy());
            checkConsistency(group);
        } catch (OneError refused) {
            throw OneError.action(refused.text());
        }
        return group.id();
    }

    private Object deleteRole(Session session, Args args) {
        VmGroup group = get(session, args.number(0), Right.MANAGE);
        int id = args.number(1);
        Vector role = group.roles().get(id);
        if (role == null) {
            throw OneError.action("Unable to delete role " + id + ", the role doesn't exists");
        }
        if (!group.machines(id).isEmpty()) {
            throw OneError.action("Unable to delete role " + id + ", the role has assigned VMs ");
        }
        group.removeRole(id);
        String flaw = group.inconsistency();
        if (flaw != null) {
            group.roles().put(id, role);
            throw OneError.action(flaw);
        }
        return group.id();
    }

    private Object updateRole(Session session, Args args) {
        VmGroup group = get(session, args.number(0), Right.MANAGE);
        int id = args.number(1);
        Vector role = group.roles().get(id);
        if (role == null) {
            throw OneError.action("VMGroup " + group.id() + " doesn't have role " + id);
        }
        if (!group.machines(id).isEmpty()) {
            throw OneError.action("VMGroup " + group.id() + " Role " + id + " has VMs, unable to update");
        }
        Vector change = role(args.text(2));
        String name = change.get("NAME");
        if (!name.isEmpty() && !name.equals(role.get("NAME")) && group.roleId(name) >= 0) {
            throw OneError.action("VMGroup " + group.id() + " Role " + id + " can not update name, role with name "
                    + name + " already exists");
        }
        Vector before = role.copy();
        change.pairs().forEach((key, value) -> {
            if (!key.equals("VMS") && !key.equals("ID")) {
                role.set(key, value);
            }
        });
        String flaw = group.inconsistency();
        if (flaw != null) {
            group.roles().put(id, before);
            throw OneError.action(flaw);
        }
        return group.id();
    }

    private Object addMachine(Session session, Args args) {
        Vm vm = cloud.vms().get(args.number(0));
        VmGroup group = get(args.number(1));
        auth(session).need(Right.MANAGE, vm).need(Right.USE, group).check();
        Vector membership = new Vector().set("VMGROUP_ID", group.id()).set("ROLE", args.text(2));
        try {
            join(vm, membership);
        } catch (OneError refused) {
            throw OneError.action(refused.text());
        }
        vm.own().set("VMGROUP", membership);
        return vm.id();
    }

    private Object deleteMachine(Session session, Args args) {
        Vm vm = cloud.vms().get(session, args.number(0), Right.MANAGE);
        leave(vm);
        vm.own().remove("VMGROUP");
        return vm.id();
    }

    /** The group that a VMGROUP vector names, by name and owner or else by id; null when there is none. */
    @Nullable VmGroup named(Vector membership, int uid) {
        String name = membership.get("VMGROUP_NAME");
        if (name.isEmpty()) {
            return pool.find(membership.number("VMGROUP_ID", -1));
        }
        int owner = membership.number("VMGROUP_UID", uid);
        return pool.first(each -> each.name().equals(name) && each.ownerId() == owner);
    }

    /** Puts a machine into the role its VMGROUP vector names. */
    void join(Vm vm, Vector membership) {
        if (!membership.given("ROLE")) {
            throw OneError.internal("Missing role name in VM Group definition");
        }
        VmGroup group = named(membership, vm.ownerId());
        if (group == null) {
            throw OneError.internal("Cannot find VM Group to associate the VM");
        }
        int role = group.roleId(membership.get("ROLE"));
        if (role < 0) {
            throw OneError.internal("Role does not exist in VM Group");
        }
        membership.set("VMGROUP_ID", group.id());
        leave(vm);
        group.join(role, vm.id());
    }

    /** Takes a machine out of all groups. */
    void leave(Vm vm) {
        for (Vector membership : vm.own().vectors("VMGROUP")) {
            VmGroup group = pool.find(membership.number("VMGROUP_ID", -1));
            if (group != null) {
                group.leave(vm.id());
            }
        }
    }

    /** What affinity asks of the host of a machine; empty when nothing. */
    String requirements(Vm vm) {
        Vector membership = vm.own().vector("VMGROUP");
        VmGroup group = pool.find(membership.number("VMGROUP_ID", -1));
        int role = group == null ? -1 : group.roleId(membership.get("ROLE"));
        return group == null || role < 0 ? "" : group.requirements(role, id -> id != vm.id() && isPlaced(id));
    }

    private boolean isPlaced(int id) {
        Vm vm = cloud.vms().pool.find(id);
        return vm != null && vm.host() != null;
    }
}
