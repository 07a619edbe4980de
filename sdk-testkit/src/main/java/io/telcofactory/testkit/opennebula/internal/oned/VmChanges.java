package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.ErrorCode;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import java.util.function.Consumer;

/** Changes of existing machines, each idea in a class of its own. */
public final class VmChanges {

    private final VmNicChanges nics;
    private final VmPciChanges devices;
    private final VmDiskChanges disks;
    private final VmSnapshots snapshots;
    private final VmCapacityChanges capacity;
    private final VmConfiguration configuration;
    private final VmMigration migration;
    private final VmSchedule schedule;
    private final VmCommands commands;

    VmChanges(Cloud cloud, Vms vms) {
        nics = new VmNicChanges(cloud, vms);
        devices = new VmPciChanges(cloud, vms);
        disks = new VmDiskChanges(cloud, vms);
        snapshots = new VmSnapshots(cloud, vms);
        capacity = new VmCapacityChanges(cloud, vms);
        configuration = new VmConfiguration(cloud, vms);
        migration = new VmMigration(cloud, vms);
        schedule = new VmSchedule(cloud, vms);
        commands = new VmCommands(cloud, vms);
    }

    void register(MethodTable table) {
        nics.register(table);
        devices.register(table);
        disks.register(table);
        snapshots.register(table);
        capacity.register(table);
        configuration.register(table);
        migration.register(table);
        schedule.register(table);
        commands.register(table);
    }

    /** Performs a scheduled action. */
    Consumer<ScheduledAction> scheduled() {
        return schedule::perform;
    }

    void attachNic(Session session, Vm vm, Template template) {
        nics.attach(session, vm, template);
    }

    void detachNic(Vm vm, int nicId, Session session) {
        nics.detach(vm, nicId, session);
    }

    /** Plans something for a machine. */
    public void schedule(Vm vm, Vector asked) {
        schedule.add(vm, asked);
    }

    VmSnapshots snapshots() {
        return snapshots;
    }

    /** Refuses what is not possible for a machine of a virtual router. */
    static void refuseRouter(Vm vm) {
        if (vm.own().has("VROUTER_ID")) {
            throw OneError.action("Action is not supported for virtual router VMs");
        }
    }

    /** What the server reports as a plain error while it changes a machine is an ACTION error of the call. */
    static OneError asAction(OneError refused) {
        return refused.code() == ErrorCode.INTERNAL ? OneError.action(refused.text()) : refused;
    }
}
