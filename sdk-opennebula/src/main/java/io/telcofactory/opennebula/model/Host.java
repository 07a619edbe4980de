package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.List;
import java.util.Optional;

/**
 * A host.
 *
 * @since 0.1
 */
public final class Host extends OneObject implements Stateful {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public Host(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the state.
     *
     * @return never null
     */
    public HostState state() {
        return HostState.of(integer("STATE"));
    }

    /**
     * Returns the cluster.
     *
     * @return -1 when not known
     */
    public int clusterId() {
        return integer("CLUSTER_ID");
    }

    /**
     * Returns the cluster's name.
     *
     * @return empty when not known
     */
    public String cluster() {
        return text("CLUSTER");
    }

    /**
     * Returns the VMs on the host.
     *
     * @return ids
     */
    public List<Integer> vmIds() {
        return ids("VMS/ID");
    }

    /**
     * Returns the information driver.
     *
     * @return for example {@code kvm}
     */
    public String informationDriver() {
        return text("IM_MAD");
    }

    /**
     * Returns the virtualisation driver.
     *
     * @return for example {@code kvm}
     */
    public String virtualizationDriver() {
        return text("VM_MAD");
    }

    /**
     * Returns the CPU given to VMs, in hundredths.
     *
     * @return 100 for one CPU
     */
    public long usedCpuPercent() {
        return whole("HOST_SHARE/CPU_USAGE");
    }

    /**
     * Returns all CPU, in hundredths.
     *
     * @return 100 for one CPU
     */
    public long totalCpuPercent() {
        return whole("HOST_SHARE/TOTAL_CPU");
    }

    /**
     * Returns the CPU that VMs may have, in hundredths.
     *
     * @return total less what is reserved
     */
    public long maxCpuPercent() {
        return whole("HOST_SHARE/MAX_CPU");
    }

    /**
     * Returns the memory given to VMs, in KB.
     *
     * @return 0 when none
     */
    public long usedMemoryKb() {
        return whole("HOST_SHARE/MEM_USAGE");
    }

    /**
     * Returns all memory, in KB.
     *
     * @return 0 before the first monitoring
     */
    public long totalMemoryKb() {
        return whole("HOST_SHARE/TOTAL_MEM");
    }

    /**
     * Returns the memory that VMs may have, in KB.
     *
     * @return total less what is reserved
     */
    public long maxMemoryKb() {
        return whole("HOST_SHARE/MAX_MEM");
    }

    /**
     * Returns how many pinned VMs may share a thread.
     *
     * @return at least 1
     */
    public int vmsPerThread() {
        return tree.integer("HOST_SHARE/VMS_THREAD", 1);
    }

    /**
     * Returns the NUMA nodes.
     *
     * @return empty before the first monitoring
     */
    public List<HostNumaNode> numaNodes() {
        return tree.list("HOST_SHARE/NUMA_NODES/NODE").stream()
                .map(HostNumaNode::new)
                .toList();
    }

    /**
     * Returns the PCI devices that the operator lets the host report.
     *
     * @return empty before the first monitoring, and by default
     */
    public List<PciDevice> pciDevices() {
        return tree.list("HOST_SHARE/PCI_DEVICES/PCI").stream()
                .map(PciDevice::new)
                .toList();
    }

    /**
     * Tells whether the host serves pinned VMs only.
     *
     * @return true for PIN_POLICY=PINNED
     */
    public boolean pinned() {
        return tree.text("TEMPLATE/PIN_POLICY", "").equalsIgnoreCase("PINNED");
    }

    /**
     * Returns the CPUs that no pinned VM gets.
     *
     * @return ids
     */
    public List<Integer> isolatedCpus() {
        return Numbers.list(tree.text("TEMPLATE/ISOLCPUS", ""));
    }

    /**
     * Returns the processor architecture.
     *
     * @return for example {@code x86_64}; empty before the first monitoring
     */
    public String architecture() {
        return tree.text("TEMPLATE/ARCH", "");
    }

    /**
     * Returns the hypervisor.
     *
     * @return for example {@code kvm}; empty before the first monitoring
     */
    public String hypervisor() {
        return tree.text("TEMPLATE/HYPERVISOR", "");
    }

    /**
     * Returns the processor's name.
     *
     * @return empty before the first monitoring
     */
    public String cpuModel() {
        return tree.text("TEMPLATE/MODELNAME", "");
    }

    /**
     * Returns the last measurement.
     *
     * @return its metrics are missing when there was none
     */
    public HostSample monitoring() {
        return new HostSample(tree.find("MONITORING").orElse(tree));
    }

    /**
     * Returns the driver's last error.
     *
     * @return nothing when there was none
     */
    public Optional<String> error() {
        return tree.text("TEMPLATE/ERROR").filter(t -> !t.isEmpty());
    }

    @Override
    public String stateName() {
        return state().toString();
    }

    @Override
    public Optional<String> deadEnd() {
        return state() == HostState.ERROR
                ? Optional.of(error().orElse("The host is in state ERROR"))
                : Optional.empty();
    }
}
