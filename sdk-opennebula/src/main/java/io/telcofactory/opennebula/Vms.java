package io.telcofactory.opennebula;

import io.telcofactory.opennebula.model.AccountingRecord;
import io.telcofactory.opennebula.model.DiskSize;
import io.telcofactory.opennebula.model.IdRange;
import io.telcofactory.opennebula.model.IdSet;
import io.telcofactory.opennebula.model.ImageType;
import io.telcofactory.opennebula.model.LockLevel;
import io.telcofactory.opennebula.model.MigrationType;
import io.telcofactory.opennebula.model.MonthRange;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.Permissions;
import io.telcofactory.opennebula.model.PoolFilter;
import io.telcofactory.opennebula.model.SampleWindow;
import io.telcofactory.opennebula.model.ShowbackRecord;
import io.telcofactory.opennebula.model.TimeRange;
import io.telcofactory.opennebula.model.UpdateMode;
import io.telcofactory.opennebula.model.Vm;
import io.telcofactory.opennebula.model.VmAction;
import io.telcofactory.opennebula.model.VmRecovery;
import io.telcofactory.opennebula.model.VmSample;
import io.telcofactory.opennebula.model.VmStateFilter;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Calls on virtual machines.
 *
 * <p>Shape: one method for each call {@code one.vm.*} and {@code one.vmpool.*}, in the order of the server's own list, and long for
 * that reason: who knows the server's call finds the method, and who reads a method finds the server's call.
 *
 * @since 0.1
 */
public interface Vms extends OneResource<Vm> {

    /**
     * Makes a VM from attributes; tenants mostly instantiate a template instead.
     *
     * @param template its attributes
     * @param hold keeps the VM from being placed
     * @return its id
     */
    @Rpc("one.vm.allocate")
    int create(OneTemplate template, boolean hold);

    /**
     * Reads the VM.
     *
     * @param id the object
     * @param decrypt shows encrypted attributes in clear; heeded for administrators only
     * @return the object as it is now
     */
    @Rpc(value = "one.vm.info", idempotent = true)
    Vm get(@Target int id, boolean decrypt);

    /**
     * Changes attributes.
     *
     * @param id the object
     * @param template its attributes
     * @param mode what happens to attributes that are not named
     */
    @Rpc(value = "one.vm.update", idempotent = true)
    void update(@Target int id, OneTemplate template, UpdateMode mode);

    /**
     * Renames the VM.
     *
     * @param id the object
     * @param name the new name
     */
    @Rpc("one.vm.rename")
    void rename(@Target int id, String name);

    /**
     * Sets who may do what.
     *
     * @param id the object
     * @param permissions who may do what
     */
    @Rpc(value = "one.vm.chmod", idempotent = true)
    void chmod(@Target int id, Permissions permissions);

    /**
     * Changes owner and group.
     *
     * @param id the object
     * @param userId the new owner; -1 keeps
     * @param groupId the new group; -1 keeps
     */
    @Rpc(value = "one.vm.chown", idempotent = true)
    void chown(@Target int id, int userId, int groupId);

    /**
     * Locks the VM, for its owner and administrators too.
     *
     * @param id the object
     * @param level what is refused
     * @param onlyIfFree fails on a locked object instead of taking the lock over
     */
    @Rpc(value = "one.vm.lock", idempotent = true)
    void lock(@Target int id, LockLevel level, boolean onlyIfFree);

    /**
     * Takes the lock off.
     *
     * @param id the object
     */
    @Rpc(value = "one.vm.unlock", idempotent = true)
    void unlock(@Target int id);

    /**
     * Places a pending VM on a host.
     *
     * @param id the object
     * @param hostId the host
     * @param enforce refuses what does not fit
     * @param datastoreId the datastore; -1 leaves the choice to the server
     * @param extra attributes added to those of the template
     */
    @Rpc("one.vm.deploy")
    void deploy(@Target int id, int hostId, boolean enforce, int datastoreId, OneTemplate extra);

    /**
     * Asks something of a VM.
     *
     * @param action what to do
     * @param id the object
     */
    @Rpc("one.vm.action")
    void action(VmAction action, @Target int id);

    /**
     * Moves a VM to another host.
     *
     * @param id the object
     * @param hostId the host
     * @param live without stopping the guest
     * @param enforce refuses what does not fit
     * @param datastoreId the datastore; -1 leaves the choice to the server
     * @param type how the guest is stopped
     */
    @Rpc("one.vm.migrate")
    void migrate(@Target int id, int hostId, boolean live, boolean enforce, int datastoreId, MigrationType type);

    /**
     * Copies a disk to a new image.
     *
     * @param id the object
     * @param diskId the disk
     * @param imageName name of the new image
     * @param imageType type of the new image
     * @param snapshotId the snapshot
     * @return id of the new image
     */
    @Rpc("one.vm.disksaveas")
    int saveDiskAs(@Target int id, int diskId, String imageName, ImageType imageType, int snapshotId);

    /**
     * Makes a snapshot of a disk.
     *
     * @param id the object
     * @param diskId the disk
     * @param name the new name
     * @return id of the snapshot
     */
    @Rpc("one.vm.disksnapshotcreate")
    int createDiskSnapshot(@Target int id, int diskId, String name);

    /**
     * Deletes a snapshot of a disk.
     *
     * @param id the object
     * @param diskId the disk
     * @param snapshotId the snapshot
     */
    @Rpc("one.vm.disksnapshotdelete")
    void deleteDiskSnapshot(@Target int id, int diskId, int snapshotId);

    /**
     * Brings a disk back to a snapshot.
     *
     * @param id the object
     * @param diskId the disk
     * @param snapshotId the snapshot
     */
    @Rpc("one.vm.disksnapshotrevert")
    void revertDiskSnapshot(@Target int id, int diskId, int snapshotId);

    /**
     * Renames a snapshot of a disk.
     *
     * @param id the object
     * @param diskId the disk
     * @param snapshotId the snapshot
     * @param name the new name
     */
    @Rpc("one.vm.disksnapshotrename")
    void renameDiskSnapshot(@Target int id, int diskId, int snapshotId, String name);

    /**
     * Attaches a disk.
     *
     * @param id the object
     * @param template its attributes
     */
    @Rpc("one.vm.attach")
    void attachDisk(@Target int id, OneTemplate template);

    /**
     * Detaches a disk.
     *
     * @param id the object
     * @param diskId the disk
     */
    @Rpc("one.vm.detach")
    void detachDisk(@Target int id, int diskId);

    /**
     * Makes a disk larger.
     *
     * @param id the object
     * @param diskId the disk
     * @param size the new size
     */
    @Rpc("one.vm.diskresize")
    void resizeDisk(@Target int id, int diskId, DiskSize size);

    /**
     * Attaches a network interface.
     *
     * @param id the object
     * @param template its attributes
     */
    @Rpc("one.vm.attachnic")
    void attachNic(@Target int id, OneTemplate template);

    /**
     * Detaches a network interface.
     *
     * @param id the object
     * @param nicId the interface
     */
    @Rpc("one.vm.detachnic")
    void detachNic(@Target int id, int nicId);

    /**
     * Changes a network interface.
     *
     * @param id the object
     * @param nicId the interface
     * @param template its attributes
     * @param mode what happens to attributes that are not named
     */
    @Rpc(value = "one.vm.updatenic", idempotent = true)
    void updateNic(@Target int id, int nicId, OneTemplate template, UpdateMode mode);

    /**
     * Gives an interface the rules of a security group.
     *
     * @param id the object
     * @param nicId the interface
     * @param securityGroupId the security group
     */
    @Rpc("one.vm.attachsg")
    void attachSecurityGroup(@Target int id, int nicId, int securityGroupId);

    /**
     * Takes the rules of a security group from an interface.
     *
     * @param id the object
     * @param nicId the interface
     * @param securityGroupId the security group
     */
    @Rpc("one.vm.detachsg")
    void detachSecurityGroup(@Target int id, int nicId, int securityGroupId);

    /**
     * Makes a snapshot of the whole VM.
     *
     * @param id the object
     * @param name the new name
     * @return id of the snapshot
     */
    @Rpc("one.vm.snapshotcreate")
    int createSnapshot(@Target int id, String name);

    /**
     * Deletes a snapshot.
     *
     * @param id the object
     * @param snapshotId the snapshot
     */
    @Rpc("one.vm.snapshotdelete")
    void deleteSnapshot(@Target int id, int snapshotId);

    /**
     * Brings the VM back to a snapshot.
     *
     * @param id the object
     * @param snapshotId the snapshot
     */
    @Rpc("one.vm.snapshotrevert")
    void revertSnapshot(@Target int id, int snapshotId);

    /**
     * Changes CPU, VCPU or MEMORY.
     *
     * @param id the object
     * @param template its attributes
     * @param enforce refuses what does not fit
     */
    @Rpc(value = "one.vm.resize", idempotent = true)
    void resize(@Target int id, OneTemplate template, boolean enforce);

    /**
     * Changes OS, FEATURES, INPUT, GRAPHICS, RAW, CPU_MODEL, BACKUP_CONFIG or CONTEXT.
     *
     * @param id the object
     * @param template its attributes
     * @param mode what happens to attributes that are not named
     */
    @Rpc(value = "one.vm.updateconf", idempotent = true)
    void updateConfiguration(@Target int id, OneTemplate template, UpdateMode mode);

    /**
     * Brings back a VM that is stuck or failed.
     *
     * @param id the object
     * @param recovery how
     */
    @Rpc("one.vm.recover")
    void recover(@Target int id, VmRecovery recovery);

    /**
     * Reads what was measured of a VM.
     *
     * @param id the object
     * @return oldest first
     */
    @Rpc(value = "one.vm.monitoring", idempotent = true)
    List<VmSample> monitoring(@Target int id);

    /**
     * Plans an action.
     *
     * @param id the object
     * @param template its attributes
     * @return id of the scheduled action
     */
    @Rpc("one.vm.schedadd")
    int addScheduledAction(@Target int id, OneTemplate template);

    /**
     * Changes a planned action.
     *
     * @param id the object
     * @param scheduleId the scheduled action
     * @param template its attributes
     * @return id of the scheduled action
     */
    @Rpc(value = "one.vm.schedupdate", idempotent = true)
    int updateScheduledAction(@Target int id, int scheduleId, OneTemplate template);

    /**
     * Cancels a planned action.
     *
     * @param id the object
     * @param scheduleId the scheduled action
     */
    @Rpc("one.vm.scheddelete")
    void deleteScheduledAction(@Target int id, int scheduleId);

    /**
     * Starts a backup.
     *
     * @param id the object
     * @param datastoreId the datastore; -1 leaves the choice to the server
     * @param reset starts a new chain of increments
     */
    @Rpc("one.vm.backup")
    void backup(@Target int id, int datastoreId, boolean reset);

    /**
     * Stops a backup.
     *
     * @param id the object
     */
    @Rpc("one.vm.backupcancel")
    void cancelBackup(@Target int id);

    /**
     * Restores disks from a backup.
     *
     * @param id the object
     * @param imageId the backup image
     * @param incrementId the increment; -1 for the last
     * @param diskId the disk
     */
    @Rpc("one.vm.restore")
    void restore(@Target int id, int imageId, int incrementId, int diskId);

    /**
     * Gives a powered-off VM a PCI device.
     *
     * @param id the object
     * @param template its attributes
     */
    @Rpc("one.vm.attachpci")
    void attachPci(@Target int id, OneTemplate template);

    /**
     * Takes a PCI device from a powered-off VM.
     *
     * @param id the object
     * @param pciId the device
     */
    @Rpc("one.vm.detachpci")
    void detachPci(@Target int id, int pciId);

    /**
     * Runs a command in the guest; the result appears in {@code TEMPLATE/QEMU_GA_EXEC}.
     *
     * @param id the object
     * @param command what to run
     * @param input its standard input
     */
    @Rpc(value = "one.vm.exec", since = "7.2")
    void execute(@Target int id, String command, String input);

    /**
     * Runs the last command again.
     *
     * @param id the object
     */
    @Rpc(value = "one.vm.retryexec", since = "7.2")
    void retryExecution(@Target int id);

    /**
     * Stops the running command.
     *
     * @param id the object
     */
    @Rpc(value = "one.vm.cancelexec", since = "7.2")
    void cancelExecution(@Target int id);

    /**
     * Makes the VM a member of a VM group.
     *
     * @param id the object
     * @param vmGroupId the VM group
     * @param role the role
     */
    @Rpc(value = "one.vm.vmgroupadd", since = "7.4")
    void joinVmGroup(@Target int id, int vmGroupId, String role);

    /**
     * Ends the membership in a VM group.
     *
     * @param id the object
     */
    @Rpc(value = "one.vm.vmgroupdel", since = "7.4")
    void leaveVmGroup(@Target int id);

    /**
     * Reads VMs in short form, one by one from the socket; close the stream to end early.
     *
     * @param filter whose objects
     * @param range which part
     * @param states which states
     * @param search {@code KEY=VALUE&KEY2=VALUE2}, or empty for no search; needs a database that searches
     * @return to be closed
     */
    @Rpc(value = "one.vmpool.info", idempotent = true)
    Stream<Vm> list(PoolFilter filter, IdRange range, VmStateFilter states, String search);

    /**
     * Reads VMs in full form, one by one from the socket; close the stream to end early.
     *
     * @param filter whose objects
     * @param range which part
     * @param states which states
     * @param search {@code KEY=VALUE&KEY2=VALUE2}, or empty for no search; needs a database that searches
     * @return to be closed
     */
    @Rpc(value = "one.vmpool.infoextended", idempotent = true)
    Stream<Vm> listFull(PoolFilter filter, IdRange range, VmStateFilter states, String search);

    /**
     * Reads known VMs again; ids that do not exist are left out.
     *
     * @param ids which objects
     * @param extended full objects rather than short ones
     * @return to be closed
     */
    @Rpc(value = "one.vmpool.infoset", idempotent = true)
    Stream<Vm> list(IdSet ids, boolean extended);

    /**
     * Reads what was measured of VMs.
     *
     * @param filter whose objects
     * @param window which samples
     * @return to be closed
     */
    @Rpc(value = "one.vmpool.monitoring", idempotent = true)
    Stream<VmSample> monitoring(PoolFilter filter, SampleWindow window);

    /**
     * Reads which VMs ran where and when.
     *
     * @param filter whose objects
     * @param time which time
     * @return to be closed
     */
    @Rpc(value = "one.vmpool.accounting", idempotent = true)
    Stream<AccountingRecord> accounting(PoolFilter filter, TimeRange time);

    /**
     * Computes what VMs cost.
     *
     * @param months which months
     */
    @Rpc(value = "one.vmpool.calculateshowback", idempotent = true)
    void calculateShowback(MonthRange months);

    /**
     * Reads what VMs cost.
     *
     * @param filter whose objects
     * @param months which months
     * @return to be closed
     */
    @Rpc(value = "one.vmpool.showback", idempotent = true)
    Stream<ShowbackRecord> showback(PoolFilter filter, MonthRange months);

    /**
     * Makes a VM and lets the scheduler start it.
     *
     * @param template its attributes
     * @return its id
     */
    default int create(OneTemplate template) {
        return create(template, false);
    }

    @Override
    default Vm get(int id) {
        return get(id, false);
    }

    /**
     * Reads all VMs that have not ended and that the caller may see, in short form.
     *
     * @return to be closed
     */
    default Stream<Vm> list() {
        return list(PoolFilter.ALL, IdRange.ALL, VmStateFilter.NOT_DONE, "");
    }

    /**
     * Reads all VMs that have not ended and that the caller may see, in full form.
     *
     * @return to be closed
     */
    default Stream<Vm> listFull() {
        return listFull(PoolFilter.ALL, IdRange.ALL, VmStateFilter.NOT_DONE, "");
    }

    /**
     * Reads known VMs again, ended ones too; ids that do not exist are left out.
     *
     * @param ids which VMs; none gives none
     * @return in short form, to be closed
     */
    default Stream<Vm> list(Collection<Integer> ids) {
        return list(IdSet.of(ids), false);
    }
}
