package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A virtual machine.
 *
 * @since 0.1
 */
public final class Vm extends OwnedObject implements Stateful {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public Vm(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the state.
     *
     * @return never null
     */
    public VmState state() {
        return VmState.of(integer("STATE"));
    }

    /**
     * Returns what happens to the VM; means something when it is active.
     *
     * @return never null
     */
    public LcmState lcmState() {
        return LcmState.of(integer("LCM_STATE"));
    }

    /**
     * Tells whether the guest runs.
     *
     * @return true for ACTIVE and RUNNING
     */
    public boolean running() {
        return state() == VmState.ACTIVE && lcmState() == LcmState.RUNNING;
    }

    /**
     * Tells whether the VM has ended for good.
     *
     * @return true for DONE
     */
    public boolean done() {
        return state() == VmState.DONE;
    }

    /**
     * Returns when the VM was made.
     *
     * @return to the second
     */
    public Optional<Instant> created() {
        return Numbers.time(tree.whole("STIME"));
    }

    /**
     * Returns when the VM ended.
     *
     * @return nothing before it is done
     */
    public Optional<Instant> ended() {
        return Numbers.time(tree.whole("ETIME"));
    }

    /**
     * Returns the stays on hosts.
     *
     * @return oldest first; pools hold the last one only
     */
    public List<HistoryRecord> history() {
        return tree.list("HISTORY_RECORDS/HISTORY").stream()
                .map(HistoryRecord::new)
                .toList();
    }

    /**
     * Returns the last stay on a host.
     *
     * @return nothing before the first placement
     */
    public Optional<HistoryRecord> host() {
        return lastOf(history());
    }

    /**
     * Returns the host that the VM is on, or was on last.
     *
     * @return nothing before the first placement
     */
    public OptionalInt hostId() {
        return host().map(h -> OptionalInt.of(h.hostId())).orElse(OptionalInt.empty());
    }

    /**
     * Returns the share of physical CPUs asked for.
     *
     * @return 1.0 for one hardware thread
     */
    public double cpu() {
        return tree.number("TEMPLATE/CPU").orElse(0);
    }

    /**
     * Returns the virtual CPUs.
     *
     * @return at least 1
     */
    public int vcpu() {
        return tree.integer("TEMPLATE/VCPU", 1);
    }

    /**
     * Returns the memory in MB.
     *
     * @return 0 when the answer is a short one
     */
    public long memoryMb() {
        return whole("TEMPLATE/MEMORY");
    }

    /**
     * Returns the network interfaces, SR-IOV functions included.
     *
     * @return in order
     */
    public List<Nic> nics() {
        return nicsOf(tree);
    }

    /**
     * Returns one address of each interface.
     *
     * @return IPv4 before IPv6
     */
    public List<String> addresses() {
        return nics().stream().flatMap(nic -> nic.ip().or(nic::ip6).stream()).toList();
    }

    /**
     * Returns the disks.
     *
     * @return in order
     */
    public List<Disk> disks() {
        return tree.list("TEMPLATE/DISK").stream().map(Disk::new).toList();
    }

    /**
     * Returns the PCI devices, SR-IOV functions included.
     *
     * @return in order
     */
    public List<PciDevice> pciDevices() {
        return tree.list("TEMPLATE/PCI").stream().map(PciDevice::new).toList();
    }

    /**
     * Returns the virtual NUMA nodes.
     *
     * @return empty when the VM has no topology
     */
    public List<VmNumaNode> numaNodes() {
        return tree.list("TEMPLATE/NUMA_NODE").stream().map(VmNumaNode::new).toList();
    }

    /**
     * Returns how CPUs are pinned.
     *
     * @return NONE, CORE, THREAD or SHARED, as written
     */
    public String pinPolicy() {
        return tree.text("TEMPLATE/TOPOLOGY/PIN_POLICY", "NONE");
    }

    /**
     * Returns the size of the hugepages in MB.
     *
     * @return nothing without hugepages
     */
    public OptionalInt hugepageSizeMb() {
        return tree.integer("TEMPLATE/TOPOLOGY/HUGEPAGE_SIZE");
    }

    /**
     * Returns the last measurement.
     *
     * @return its metrics are missing when there was none
     */
    public VmSample monitoring() {
        return new VmSample(tree.find("MONITORING").orElse(tree));
    }

    /**
     * Returns the driver's last error.
     *
     * @return nothing when there was none
     */
    public Optional<String> error() {
        return tree.text("USER_TEMPLATE/ERROR").filter(t -> !t.isEmpty());
    }

    /**
     * Returns why the scheduler has not placed the VM.
     *
     * @return nothing when it has
     */
    public Optional<String> schedulingMessage() {
        return tree.text("USER_TEMPLATE/SCHED_MESSAGE").filter(t -> !t.isEmpty());
    }

    /**
     * Returns the attributes that the owner may change.
     *
     * @return empty when there are none
     */
    public OneTemplate userTemplate() {
        return tree.find("USER_TEMPLATE").map(OneTemplate::of).orElse(OneTemplate.empty());
    }

    /**
     * Returns the snapshots of the whole VM.
     *
     * @return oldest first
     */
    public List<VmSnapshot> snapshots() {
        return tree.list("TEMPLATE/SNAPSHOT").stream().map(VmSnapshot::new).toList();
    }

    /**
     * Returns the snapshots of one disk.
     *
     * @param diskId the disk
     * @return oldest first
     */
    public List<DiskSnapshot> diskSnapshots(int diskId) {
        return tree.list("SNAPSHOTS").stream()
                .filter(disk -> disk.integer("DISK_ID", -1) == diskId)
                .flatMap(disk -> DiskSnapshot.of(disk).stream())
                .toList();
    }

    /**
     * Returns the actions planned.
     *
     * @return in order
     */
    public List<ScheduledAction> scheduledActions() {
        return tree.list("TEMPLATE/SCHED_ACTION").stream()
                .map(ScheduledAction::new)
                .toList();
    }

    @Override
    public String stateName() {
        return state() == VmState.ACTIVE ? state() + "/" + lcmState() : state().toString();
    }

    /**
     * Returns an attribute that the owner may change.
     *
     * @param path for example {@code READY} or {@code SERVICE_ID}
     * @return its text, or nothing
     */
    public Optional<String> userAttribute(String path) {
        return tree.text("USER_TEMPLATE/" + path);
    }

    @Override
    public Optional<String> deadEnd() {
        if (state() == VmState.DONE) {
            return Optional.of("The VM has ended");
        }
        boolean failed = state() == VmState.CLONING_FAILURE
                || (state() == VmState.ACTIVE && lcmState().name().endsWith("_FAILURE"));
        return failed ? Optional.of(error().orElse("The VM is in state " + stateName())) : Optional.empty();
    }

    private static List<Nic> nicsOf(XmlNode tree) {
        List<Nic> nics = new ArrayList<>();
        tree.forEach("TEMPLATE/NIC", nic -> nics.add(new Nic(nic)));
        tree.forEach("TEMPLATE/PCI", pci -> {
            if (pci.text("TYPE", "").equals("NIC")) {
                nics.add(new Nic(pci));
            }
        });
        return nics;
    }

    private static Optional<HistoryRecord> lastOf(List<HistoryRecord> history) {
        return history.isEmpty() ? Optional.empty() : Optional.of(history.get(history.size() - 1));
    }
}
