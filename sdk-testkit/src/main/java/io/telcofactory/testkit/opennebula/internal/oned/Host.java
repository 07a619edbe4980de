package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.OneObject;
import io.telcofactory.testkit.opennebula.internal.hardware.Capacity;
import io.telcofactory.testkit.opennebula.internal.hardware.Hardware;
import io.telcofactory.testkit.opennebula.internal.hardware.NumaNode;
import io.telcofactory.testkit.opennebula.internal.hardware.NumaPlacement;
import io.telcofactory.testkit.opennebula.internal.hardware.PciDevices;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A host with what its probe reports and what machines take of it. */
public final class Host extends OneObject {

    /** How often a host is monitored, in seconds. */
    private static final long PERIOD = 120;

    /** The monitoring drivers that there are. */
    static final Set<String> MONITORED_BY = Set.of("dummy", "kvm");

    /** What only a host in service tells. */
    private static final List<String> CAPACITY =
            List.of("TOTALCPU", "TOTALMEMORY", "FREECPU", "FREEMEMORY", "USEDCPU", "USEDMEMORY");

    static final int INIT = 0;
    static final int MONITORED = 2;
    static final int ERROR = 3;
    static final int DISABLED = 4;
    static final int OFFLINE = 8;

    private final Cloud cloud;
    private final String imMad;
    private final String vmMad;
    private final TreeSet<Integer> vms = new TreeSet<>();
    private final PciDevices pci = new PciDevices();
    private Hardware hardware = new Hardware();
    private int clusterId;
    private int state = INIT;
    private int previousState = INIT;
    private long memoryUsedKb;
    private int cpuUsed;
    private int runningVms;
    private int monitorings;
    private long firstReport;
    private boolean away;

    Host(Cloud cloud, int id, String name, String imMad, String vmMad, int clusterId) {
        super(Kind.HOST, id, name);
        this.cloud = cloud;
        this.imMad = imMad;
        this.vmMad = vmMad;
        this.clusterId = clusterId;
        template()
                .set("IM_MAD", imMad)
                .set("VM_MAD", vmMad)
                .set("RESERVED_CPU", "")
                .set("RESERVED_MEM", "");
    }

    /** Takes in what the probe found: the host is usable from now on. */
    public void report(Hardware reported) {
        Hardware.probeAttributes().forEach((key, value) -> template().set(key, value));
        template().set("HOSTNAME", name());
        template().set("TOTALCPU", reported.cpu).set("TOTALMEMORY", reported.memoryKb);
        if (monitorings++ == 0) {
            firstReport = cloud.events().epochSecond();
            hardware = reported;
            pci.report(reported.devices);
            settingsChanged();
            pci.filter(template().text("PCI_FILTER"));
        }
        away = false;
        state(MONITORED);
    }

    /** Takes the host out of service: nothing is known of its capacity until it reports again. */
    void offline() {
        state(OFFLINE);
        away = true;
        CAPACITY.forEach(template()::remove);
    }

    /** Keeps what a new template may not take away. */
    void keepDrivers() {
        template().set("IM_MAD", imMad).set("VM_MAD", vmMad);
    }

    /** Applies ISOLCPUS and VMS_THREAD of the template; PCI_FILTER counts when the probe reports. */
    void settingsChanged() {
        Set<String> isolated = Set.copyOf(
                Arrays.asList(template().text("ISOLCPUS").replace(" ", "").split(",")));
        int limit = Math.max(1, template().number("VMS_THREAD", 1));
        for (NumaNode node : hardware.nodes) {
            for (NumaNode.Core core : node.cores) {
                core.vmsPerThread(limit);
                core.cpus.keySet().forEach(cpu -> core.reserve(cpu, isolated.contains(Integer.toString(cpu))));
            }
        }
    }

    int clusterId() {
        return clusterId;
    }

    void clusterId(int id) {
        clusterId = id;
    }

    @Override
    public Set<Integer> clusters() {
        return Set.of(clusterId);
    }

    int state() {
        return state;
    }

    void state(int newState) {
        boolean changed = state != newState;
        previousState = newState;
        state = newState;
        if (changed) {
            cloud.stream().changed(this, stateName());
        }
    }

    /** The state as events and hooks name it. */
    private String stateName() {
        return switch (state) {
            case INIT -> "INIT";
            case MONITORED -> "MONITORED";
            case ERROR -> "ERROR";
            case DISABLED -> "DISABLED";
            case OFFLINE -> "OFFLINE";
            default -> "";
        };
    }

    boolean isUsable() {
        return state == MONITORED;
    }

    String vmMad() {
        return vmMad;
    }

    Set<Integer> vms() {
        return vms;
    }

    public PciDevices pci() {
        return pci;
    }

    Hardware hardware() {
        return hardware;
    }

    boolean isPinned() {
        return template().text("PIN_POLICY").equalsIgnoreCase("PINNED");
    }

    int maxCpu() {
        return (int) reserve(hardware.cpu, "RESERVED_CPU");
    }

    long maxMemoryKb() {
        return reserve(hardware.memoryKb, "RESERVED_MEM");
    }

    private long reserve(long total, String key) {
        if (away) {
            return 0;
        }
        String text = template().text(key);
        if (text.isEmpty()) {
            Cluster cluster = cloud.clusters().pool.find(clusterId);
            text = cluster == null ? "" : cluster.template().text(key);
        }
        if (text.endsWith("%")) {
            double share = Numbers.decimal(text.substring(0, text.length() - 1), 0);
            return (long) (total * (1 - share / 100));
        }
        return total - Numbers.longInteger(text, 0);
    }

    int freeCpu() {
        return maxCpu() - cpuUsed;
    }

    long freeMemoryKb() {
        return maxMemoryKb() - memoryUsedKb;
    }

    int runningVms() {
        return runningVms;
    }

    /** Explains why a machine does not fit, in the words of oned, or returns null. */
    @Nullable String refusal(Capacity vm) {
        if (freeCpu() < vm.cpu()) {
            return "Not enough CPU: " + vm.cpu() + "/" + freeCpu();
        }
        if (freeMemoryKb() < vm.memoryKb()) {
            return "Not enough memory: " + vm.memoryKb() + "/" + freeMemoryKb();
        }
        if (!pci.fit(vm.pci())) {
            return "Unavailable PCI device.";
        }
        if (!placement(vm).fits()) {
            return "Cannot allocate NUMA topology";
        }
        return null;
    }

    private NumaPlacement placement(Capacity vm) {
        return new NumaPlacement(hardware.nodes, vm, pci.nodesOf(vm.pci()));
    }

    /** Books everything a machine needs, whether it fits or not. */
    void book(Capacity vm) {
        NumaPlacement placement = placement(vm);
        cpuUsed += vm.cpu();
        memoryUsedKb += vm.memoryKb();
        runningVms++;
        vms.add(vm.vm());
        pci.assign(vm.pci(), vm.vm());
        placement.place();
    }

    void release(Capacity vm) {
        if (vms.remove(vm.vm())) {
            cpuUsed -= vm.cpu();
            memoryUsedKb -= vm.memoryKb();
            runningVms--;
            pci.release(vm.vm(), vm.pci());
            NumaPlacement.release(hardware.nodes, vm);
        }
    }

    /** Changes the booked amounts of a machine that stays. */
    public void resize(int cpuMore, long memoryMoreKb) {
        cpuUsed += cpuMore;
        memoryUsedKb += memoryMoreKb;
    }

    /** Sets the number of machines, for tests that start from a recorded state. */
    public void restoreRunning(int count) {
        runningVms = count;
    }

    @Override
    public void writeTo(Xml xml) {
        xml.open("HOST").text("ID", id()).text("NAME", name()).text("STATE", state);
        xml.text("PREV_STATE", previousState).cdata("IM_MAD", imMad).cdata("VM_MAD", vmMad);
        xml.text("CLUSTER_ID", clusterId).text("CLUSTER", cloud.clusters().nameOf(clusterId));
        writeShare(xml);
        xml.ids("VMS", vms);
        template().writeTo(xml, "TEMPLATE");
        writeMonitoring(xml);
        xml.close("HOST");
    }

    /** Writes the last sample: what is booked counts as what is used. */
    void writeMonitoring(Xml xml) {
        if (monitorings == 0) {
            xml.empty("MONITORING");
            return;
        }
        long age = (cloud.events().epochSecond() - firstReport) % PERIOD;
        xml.open("MONITORING")
                .text("TIMESTAMP", cloud.events().epochSecond() - age)
                .text("ID", id());
        xml.open("CAPACITY").cdata("FREE_CPU", freeCpu()).cdata("FREE_MEMORY", freeMemoryKb());
        xml.cdata("USED_CPU", hardware.cpu - freeCpu());
        xml.cdata("USED_MEMORY", hardware.memoryKb - freeMemoryKb()).close("CAPACITY");
        xml.open("SYSTEM").cdata("NETRX", 0).cdata("NETTX", 0).close("SYSTEM");
        hardware.nodes.forEach(node -> writeMonitoring(xml, node));
        xml.close("MONITORING");
    }

    private static void writeMonitoring(Xml xml, NumaNode node) {
        xml.open("NUMA_NODE");
        for (NumaNode.Pages pages : node.pages) {
            xml.open("HUGEPAGE").cdata("FREE", pages.free()).cdata("SIZE", pages.sizeKb);
            xml.close("HUGEPAGE");
        }
        xml.open("MEMORY").cdata("FREE", node.freeMemoryKb()).cdata("USED", node.memoryUsedKb);
        xml.close("MEMORY").cdata("NODE_ID", node.id).close("NUMA_NODE");
    }

    private void writeShare(Xml xml) {
        long disk = hardware.nodes.isEmpty() ? 0 : 20480;
        xml.open("HOST_SHARE").text("MEM_USAGE", memoryUsedKb).text("CPU_USAGE", cpuUsed);
        xml.text("TOTAL_MEM", away ? 0 : hardware.memoryKb).text("TOTAL_CPU", away ? 0 : hardware.cpu);
        xml.text("MAX_MEM", maxMemoryKb()).text("MAX_CPU", maxCpu()).text("RUNNING_VMS", runningVms);
        xml.text("VMS_THREAD", Math.max(1, template().number("VMS_THREAD", 1)));
        xml.open("DATASTORES");
        if (MONITORED_BY.contains(imMad)) {
            xml.cdata("DISK_USAGE", 0).cdata("FREE_DISK", disk).cdata("MAX_DISK", disk);
            xml.cdata("USED_DISK", disk == 0 ? 0 : 9720);
        }
        xml.close("DATASTORES");
        pci.writeTo(xml);
        xml.open("NUMA_NODES");
        hardware.nodes.forEach(node -> node.writeTo(xml));
        xml.close("NUMA_NODES").close("HOST_SHARE");
    }
}
