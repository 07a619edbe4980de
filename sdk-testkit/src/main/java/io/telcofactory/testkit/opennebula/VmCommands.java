package io.telcofactory.testkit.opennebula;

/** Commands in the guest, and backups. */
final class VmCommands {

    private final Cloud cloud;
    private final Vms vms;

    VmCommands(Cloud cloud, Vms vms) {
        this.cloud = cloud;
        this.vms = vms;
    }

    void register(MethodTable table) {
        table.add("one.vm.exec", "iss", this::exec);
        table.add("one.vm.backup", "iib", this::backup);
        table.add("one.vm.backupcancel", "i", this::cancelBackup);
    }

    /** Starts a command; what it says is not known to the fake. */
    private Object exec(Session session, Args args) {
        Vm vm = vms.get(session, args.number(0), Right.MANAGE);
        if (!vm.isRunning()) {
            throw OneError.action("Could not execute command, VM must be in running");
        }
        cloud.lifeCycle().recordChange(vm, VmActions.EXEC, session);
        return vm.id();
    }

    /** Backs up into a backup datastore; the fake has none. */
    private Object backup(Session session, Args args) {
        Vm vm = vms.get(args.number(0));
        Datastore datastore = cloud.datastores().get(args.number(1));
        Auth.of(cloud, session).need(Right.ADMIN, vm).need(Right.USE, datastore).check();
        throw OneError.action("Datastore needs to be of type BACKUP");
    }

    private Object cancelBackup(Session session, Args args) {
        Vm vm = vms.get(session, args.number(0), Right.ADMIN);
        throw OneError.action("Could not cancel backup for VM " + vm.id() + ", no backup in progress");
    }
}
