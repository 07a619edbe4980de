package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.rpc.Unsupported;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;

/** Commands in the guest, backups and their restoration. */
final class VmCommands {

    private static final String COMMAND = "QEMU_GA_EXEC";
    private static final String STATUS = "STATUS";
    private static final String EXECUTING = "EXECUTING";

    private final Cloud cloud;
    private final Vms vms;

    VmCommands(Cloud cloud, Vms vms) {
        this.cloud = cloud;
        this.vms = vms;
    }

    void register(MethodTable table) {
        table.add("one.vm.exec", "iss", this::exec);
        table.add("one.vm.retryexec", "i", this::retry);
        table.add("one.vm.cancelexec", "i", this::cancel);
        table.add("one.vm.backup", "i?ib", this::backup);
        table.add("one.vm.backupcancel", "i", this::cancelBackup);
        table.add("one.vm.restore", "iiii", this::restore);
    }

    private Object exec(Session session, Args args) {
        Vm vm = vms.get(session, args.number(0), Right.MANAGE);
        start(vm, args.text(1), args.text(2), session);
        return vm.id();
    }

    private Object retry(Session session, Args args) {
        Vm vm = vms.get(session, args.number(0), Right.MANAGE);
        Vector last = vm.own().vector(COMMAND);
        start(vm, last.get("COMMAND"), last.get("STDIN"), session);
        return vm.id();
    }

    /** Starts a command. It runs until it is cancelled, as with the dummy driver: there is no guest that could end it. */
    private void start(Vm vm, String command, String input, Session session) {
        if (!vm.isRunning()) {
            throw OneError.action("Could not execute command, VM must be in running");
        }
        if (isExecuting(vm)) {
            throw OneError.action("Could not execute command, a command is already being executed");
        }
        Vector started = new Vector().set("COMMAND", command).set("STDIN", input);
        vm.own().set(COMMAND, started);
        cloud.lifeCycle().recordChange(vm, VmActions.EXEC, session);
        cloud.lifeCycle().busy(vm, VmState.HOTPLUG, () -> started.set(STATUS, EXECUTING));
    }

    private static boolean isExecuting(Vm vm) {
        return vm.own().vector(COMMAND).get(STATUS).equals(EXECUTING);
    }

    private Object cancel(Session session, Args args) {
        Vm vm = vms.get(session, args.number(0), Right.MANAGE);
        if (!vm.isRunning()) {
            throw OneError.action("Could not cancel command, VM must be in running");
        }
        if (!isExecuting(vm)) {
            throw OneError.action("Could not cancel command, there is no command being executed");
        }
        cloud.lifeCycle().recordChange(vm, VmActions.EXEC_CANCEL, session);
        cloud.lifeCycle().busy(vm, VmState.HOTPLUG, () -> endCommand(vm));
        return vm.id();
    }

    /** A command ends with the machine it runs in. */
    static void endCommand(Vm vm) {
        if (isExecuting(vm)) {
            vm.own().vector(COMMAND).set(STATUS, "CANCELLED");
        }
    }

    /** Backs up into a backup datastore; the fake has none. */
    private Object backup(Session session, Args args) {
        Vm vm = vms.get(args.number(0));
        Datastore datastore = cloud.datastores().get(args.number(1, -1));
        Auth.of(cloud, session).need(Right.ADMIN, vm).need(Right.USE, datastore).check();
        throw OneError.action("Datastore needs to be of type BACKUP");
    }

    private Object cancelBackup(Session session, Args args) {
        Vm vm = vms.get(session, args.number(0), Right.ADMIN);
        throw OneError.internal("Could not cancel backup for VM " + vm.id() + ", no backup in progress");
    }

    /** Restores disks from a backup; the fake has none to restore from. */
    private Object restore(Session session, Args args) {
        Vm vm = vms.get(args.number(0));
        int disk = args.number(3);
        if (disk != -1) {
            VmDiskChanges.existing(vm, disk);
        }
        Image image = cloud.images().get(args.number(1));
        if (image.type() != Image.BACKUP) {
            throw OneError.action("Image has to be of type BACKUP");
        }
        throw new Unsupported("one.vm.restore from an image of the type BACKUP");
    }
}
