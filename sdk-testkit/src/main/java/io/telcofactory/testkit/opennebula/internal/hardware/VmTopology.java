package io.telcofactory.testkit.opennebula.internal.hardware;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import java.util.List;
import java.util.Locale;

/** The rules by which oned reads TOPOLOGY and NUMA_NODE of a request. */
public final class VmTopology {

    private VmTopology() {}

    /** Checks and completes the vectors; a refusal's text is that of the server. */
    public static void read(Template template) {
        Vector topology = template.vector("TOPOLOGY");
        List<Vector> nodes = template.vectors("NUMA_NODE");
        if (topology.pairs().isEmpty() && nodes.isEmpty()) {
            return;
        }
        String policy = policy(topology);
        boolean pinned = !policy.equals("NONE");
        if (topology.given("NODE_AFFINITY") && !Numbers.isInteger(topology.get("NODE_AFFINITY"))) {
            topology.remove("NODE_AFFINITY");
        }
        if (pinned && topology.given("NODE_AFFINITY")) {
            throw refused("NUMA node affinity cannot be set for pinned VMs");
        }
        int vcpu = template.number("VCPU", 0) > 0 ? template.number("VCPU", 1) : 1;
        long memory = Numbers.longInteger(template.text("MEMORY"), 0);
        template.set("VCPU", vcpu);
        if (pinned) {
            template.set("CPU", vcpu);
        }
        if (template.has("VCPU_MAX")) {
            throw refused("VM with TOPOLOGY does not support CPU hotplug (VCPU_MAX)");
        }
        // A policy that the server knows stays as it is written.
        topology.set("PIN_POLICY", pinned ? topology.get("PIN_POLICY") : policy);
        template.set("TOPOLOGY", topology);
        if (pinned) {
            pinned(template, topology, nodes, vcpu, memory);
        } else {
            notPinned(template, topology, vcpu, memory);
        }
    }

    private static String policy(Vector topology) {
        String text = topology.get("PIN_POLICY").toUpperCase(Locale.ROOT);
        return List.of("CORE", "THREAD", "SHARED").contains(text) ? text : "NONE";
    }

    private static void notPinned(Template template, Vector topology, int vcpu, long memory) {
        int sockets = topology.number("SOCKETS", 0);
        int cores = topology.number("CORES", 0);
        int threads = topology.number("THREADS", 0);
        if (sockets == 0 && cores == 0 && threads == 0) {
            sockets = 1;
            cores = vcpu;
            threads = 1;
        } else if (sockets == 0 || cores == 0 || threads == 0) {
            throw refused("Non-pinned VMs with a virtual topology needs to set  SOCKETS, CORES and THREADS numbers.");
        } else if (sockets * cores * threads != vcpu) {
            throw refused("Total threads per core and socket needs to match VCPU");
        }
        topology.set("SOCKETS", sockets).set("CORES", cores).set("THREADS", threads);
        template.remove("NUMA_NODE");
        if (topology.given("NODE_AFFINITY") || topology.given("HUGEPAGE_SIZE")) {
            template.add("NUMA_NODE", new Vector().set("TOTAL_CPUS", vcpu).set("MEMORY", memory * 1024));
        }
    }

    private static void pinned(Template template, Vector topology, List<Vector> nodes, int vcpu, long memory) {
        int sockets = topology.number("SOCKETS", 0);
        if (sockets <= 0) {
            sockets = Math.max(1, nodes.size());
        }
        topology.set("SOCKETS", sockets);
        threads(topology, sockets, vcpu);
        if (nodes.isEmpty()) {
            equalNodes(template, sockets, vcpu, memory);
        } else {
            givenNodes(nodes, vcpu, memory);
        }
    }

    private static void threads(Vector topology, int sockets, int vcpu) {
        int cores = topology.number("CORES", 0);
        int threads = topology.number("THREADS", 0);
        if (cores > 0 && threads > 0) {
            if (sockets * cores * threads != vcpu) {
                throw refused("Total threads per core and socket needs to match VCPU");
            }
        } else if (cores > 0) {
            if (vcpu % (cores * sockets) != 0) {
                throw refused("VCPU is not multiple of the total number of cores");
            }
            threads = vcpu / (cores * sockets);
            if (Integer.bitCount(threads) != 1) {
                throw refused("Computed number of threads is not power of 2");
            }
            topology.set("THREADS", threads);
        }
    }

    private static void equalNodes(Template template, int count, int vcpu, long memory) {
        if (vcpu % count != 0) {
            throw refused("VCPU is not multiple of the number of NUMA nodes");
        }
        if (memory % count != 0) {
            throw refused("MEMORY is not multiple of the number of NUMA nodes");
        }
        for (int i = 0; i < count; i++) {
            template.add(
                    "NUMA_NODE", new Vector().set("TOTAL_CPUS", vcpu / count).set("MEMORY", memory / count * 1024));
        }
    }

    private static void givenNodes(List<Vector> nodes, int vcpu, long memory) {
        long totalCpus = 0;
        long totalMemory = 0;
        for (Vector node : nodes) {
            int cpus = node.number("TOTAL_CPUS", 0);
            long mb = Numbers.longInteger(node.get("MEMORY"), 0);
            if ((cpus == 0) != (mb == 0)) {
                throw refused("NUMA_NODE capacity cannot be MEMORY or CPU only");
            }
            if (node.given("DISTANCE") && !node.get("DISTANCE").matches("\\d+(-\\d+)?:\\d+(,\\d+(-\\d+)?:\\d+)*")) {
                throw refused("A NUMA_NODE includes a syntax error for DISTANCE attribute");
            }
            totalCpus += cpus;
            totalMemory += mb;
            node.set("TOTAL_CPUS", cpus).set("MEMORY", mb * 1024);
        }
        if (totalCpus != vcpu) {
            throw refused("Total CPUS of NUMA nodes is different from VM VCPU");
        }
        if (totalMemory != memory) {
            throw refused("Total MEMORY of NUMA nodes is different from VM MEMORY");
        }
    }

    private static OneError refused(String reason) {
        return OneError.allocate(Kind.VM, reason);
    }
}
