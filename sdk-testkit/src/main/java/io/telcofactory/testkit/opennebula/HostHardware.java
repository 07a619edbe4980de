package io.telcofactory.testkit.opennebula;

import io.telcofactory.testkit.opennebula.internal.hardware.Hardware;
import io.telcofactory.testkit.opennebula.internal.hardware.NumaNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Describes the hardware of one host of a fake, as its probe would report it.
 *
 * <pre>{@code
 * builder.host("gpu-1", hardware -> hardware.pinned()
 *         .numaNode(16, 2, 131_072).hugePages(1_048_576, 64).gpu("18:00.0")
 *         .numaNode(16, 2, 131_072).hugePages(1_048_576, 64).migSlices("9a:00", 7, "1g.10gb")
 *         .sriovNic("3b:00", 8));
 * }</pre>
 *
 * <p>Devices and pages belong to the NUMA node that was described last.
 *
 * @since 0.1
 */
public final class HostHardware {

    private static final String WHOLE_GPU = "10de:2330:0302";
    private static final String NIC_FUNCTION = "15b3:101e:0200";

    private record Pages(long sizeKb, long count) {}

    private record Node(int cores, int threads, long memoryMb, List<Pages> pages) {}

    private record Device(String address, String type, int node, String key, String value) {}

    private final List<Node> nodes = new ArrayList<>();
    private final List<Device> devices = new ArrayList<>();
    private String cluster = "default";
    private boolean pinned;

    HostHardware() {}

    String clusterName() {
        return cluster;
    }

    boolean isPinned() {
        return pinned;
    }

    /**
     * Puts the host into a cluster; {@code default} without.
     *
     * @param name a cluster that the builder has
     * @return this description
     */
    public HostHardware cluster(String name) {
        this.cluster = name;
        return this;
    }

    /**
     * Lets the host take pinned machines only.
     *
     * @return this description
     */
    public HostHardware pinned() {
        this.pinned = true;
        return this;
    }

    /**
     * Adds a NUMA node. The second threads of all cores are numbered after all first ones, as usual on x86.
     *
     * @param cores physical cores, at least 1
     * @param threadsPerCore 1, or 2 with hyper-threading
     * @param memoryMb memory in MiB
     * @return this description
     */
    public HostHardware numaNode(int cores, int threadsPerCore, long memoryMb) {
        if (cores < 1 || threadsPerCore < 1 || memoryMb < 1) {
            throw new IllegalArgumentException("a NUMA node has cores, threads and memory, but got " + cores
                    + " cores, " + threadsPerCore + " threads and " + memoryMb + " MiB");
        }
        nodes.add(new Node(cores, threadsPerCore, memoryMb, new ArrayList<>()));
        return this;
    }

    /**
     * Reserves huge pages on the last NUMA node.
     *
     * @param sizeKb the size of a page in KiB: 2048 or 1048576
     * @param count how many
     * @return this description
     */
    public HostHardware hugePages(long sizeKb, long count) {
        last().pages().add(new Pages(sizeKb, count));
        return this;
    }

    /**
     * Adds a whole H100.
     *
     * @param address for example {@code 18:00.0}
     * @return this description
     */
    public HostHardware gpu(String address) {
        return device(address, WHOLE_GPU, "PROFILES", "");
    }

    /**
     * Adds the functions through which the slices of an H100 in MIG mode are passed to machines.
     *
     * @param bus bus and slot, for example {@code 9a:00}
     * @param count how many functions
     * @param profile the MIG profile of the slices, for example {@code 1g.10gb}
     * @return this description
     */
    public HostHardware migSlices(String bus, int count, String profile) {
        for (int i = 0; i < count; i++) {
            device(function(bus, 4 + i), WHOLE_GPU, "PROFILES", "1130 (NVIDIA H100 " + profile + ")");
        }
        return this;
    }

    /**
     * Adds the virtual functions of an SR-IOV network card.
     *
     * @param bus bus and slot, for example {@code 3b:00}
     * @param functions how many virtual functions
     * @return this description
     */
    public HostHardware sriovNic(String bus, int functions) {
        for (int i = 0; i < functions; i++) {
            device(function(bus, 2 + i), NIC_FUNCTION, "SRIOV", "vf");
        }
        return this;
    }

    /**
     * Adds any other device.
     *
     * @param address for example {@code 18:00.0}
     * @param type vendor, device and class in hexadecimal digits, for example {@code 8086:0d5c:0880}
     * @return this description
     */
    public HostHardware device(String address, String type) {
        return device(address, type, "SRIOV", "no");
    }

    private HostHardware device(String address, String type, String key, String value) {
        last();
        devices.add(new Device(address, type, nodes.size() - 1, key, value));
        return this;
    }

    private static String function(String bus, int number) {
        int slot = Integer.parseInt(bus.substring(bus.indexOf(':') + 1), 16) + number / 8;
        return String.format(Locale.ROOT, "%s:%02x.%d", bus.substring(0, bus.indexOf(':')), slot, number % 8);
    }

    private Node last() {
        if (nodes.isEmpty()) {
            throw new IllegalStateException("describe a NUMA node before what belongs to it");
        }
        return nodes.get(nodes.size() - 1);
    }

    /** What the probe of such a host reports. */
    Hardware report() {
        int physical = nodes.stream().mapToInt(Node::cores).sum();
        Hardware hardware = new Hardware();
        int next = 0;
        for (Node node : nodes) {
            NumaNode reported =
                    new NumaNode(hardware.nodes.size(), node.memoryMb() * 1024, distance(hardware.nodes.size()));
            for (int i = 0; i < node.cores(); i++, next++) {
                List<Integer> cpus = new ArrayList<>();
                for (int thread = 0; thread < node.threads(); thread++) {
                    cpus.add(next + thread * physical);
                }
                reported.cores.add(new NumaNode.Core(next, cpus));
            }
            node.pages().forEach(pages -> reported.pages.add(new NumaNode.Pages(pages.sizeKb(), pages.count())));
            hardware.nodes.add(reported);
            hardware.memoryKb += reported.memoryKb;
            hardware.cpu += node.cores() * node.threads() * 100;
        }
        for (Device device : devices) {
            hardware.devices.add(Hardware.device(device.address(), device.type())
                    .set("NUMA_NODE", device.node())
                    .set("IFNAME", "-")
                    .set(device.key(), device.value()));
        }
        return hardware;
    }

    /** The nodes from the nearest, which is the node itself, to the others. */
    private List<Integer> distance(int own) {
        List<Integer> order = new ArrayList<>(List.of(own));
        for (int other = 0; other < nodes.size(); other++) {
            if (other != own) {
                order.add(other);
            }
        }
        return order;
    }
}
