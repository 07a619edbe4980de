package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;

/** The scheduled actions of machines, and what they do when their time has come. */
final class VmSchedule {

    private final Cloud cloud;
    private final Vms vms;

    VmSchedule(Cloud cloud, Vms vms) {
        this.cloud = cloud;
        this.vms = vms;
    }

    void register(MethodTable table) {
        table.add("one.vm.schedadd", "is", this::add);
        table.add("one.vm.schedupdate", "iis", this::update);
        table.add("one.vm.scheddelete", "ii", this::delete);
    }

    private Object add(Session session, Args args) {
        Vm vm = vms.get(session, args.number(0), Right.MANAGE);
        if (vm.state() == VmState.DONE) {
            throw OneError.action(
                    "Unable to create Scheduled Action for Virtual Machine " + vm.id() + ", wrong state DONE.");
        }
        return add(vm, ScheduledActions.asked(args.text(1)));
    }

    /** Plans something for a machine; relative times count from when the machine was made. */
    int add(Vm vm, Vector asked) {
        int id = cloud.scheduledActions()
                .add(Kind.VM, vm.id(), asked, vm.created())
                .id();
        vm.plannedActions().add(id);
        return id;
    }

    private Object update(Session session, Args args) {
        Vm vm = vms.get(session, args.number(0), Right.MANAGE);
        Vector asked = ScheduledActions.asked(args.text(2));
        ScheduledAction action = cloud.scheduledActions().find(Kind.VM, vm.id(), args.number(1));
        if (action == null) {
            throw OneError.internal("SCHED_ACTION with id = " + args.number(1) + " doesn't exist");
        }
        cloud.scheduledActions().change(action, asked, vm.created());
        return action.id();
    }

    private Object delete(Session session, Args args) {
        Vm vm = vms.get(session, args.number(0), Right.MANAGE);
        cloud.scheduledActions().delete(Kind.VM, vm.id(), args.number(1));
        vm.plannedActions().remove(args.number(1));
        return args.number(1);
    }

    /** Performs an action whose time has come. */
    void perform(ScheduledAction action) {
        Vm vm = vms.get(action.parent());
        Session owner = cloud.oneadmin();
        String[] arguments = action.arguments().split(",");
        switch (action.action()) {
            case "snapshot-create" -> cloud.vms().changes().snapshots().create(vm, arguments[0]);
            case "snapshot-revert" -> cloud.vms().changes().snapshots().revert(vm, number(arguments, 0));
            case "snapshot-delete" -> cloud.vms().changes().snapshots().delete(vm, number(arguments, 0));
            case "disk-snapshot-create" ->
                cloud.vms()
                        .changes()
                        .snapshots()
                        .createOfDisk(vm, number(arguments, 0), arguments.length > 1 ? arguments[1] : "", owner);
            case "disk-snapshot-revert" ->
                cloud.vms().changes().snapshots().revertDisk(vm, number(arguments, 0), number(arguments, 1), owner);
            case "disk-snapshot-delete" ->
                cloud.vms().changes().snapshots().deleteOfDisk(vm, number(arguments, 0), number(arguments, 1), owner);
            case "backup" -> throw OneError.action("Datastore needs to be of type BACKUP");
            default -> cloud.lifeCycle().act(vm, action.action(), owner);
        }
    }

    private static int number(String[] arguments, int index) {
        if (index >= arguments.length || !Numbers.isInteger(arguments[index].strip())) {
            throw OneError.action("Wrong arguments of the scheduled action");
        }
        return Numbers.integer(arguments[index].strip(), -1);
    }
}
