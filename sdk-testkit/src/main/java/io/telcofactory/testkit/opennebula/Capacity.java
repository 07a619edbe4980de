package io.telcofactory.testkit.opennebula;

import io.telcofactory.testkit.opennebula.Attribute.Vector;
import java.util.List;

/**
 * What a machine asks of a host. The vectors are those of the machine's own template: placement writes into them.
 *
 * @param vm the machine
 * @param cpu hundredths of a CPU
 * @param memoryKb memory in KiB
 * @param topology its TOPOLOGY, empty when it has none
 * @param nodes its NUMA_NODE vectors
 * @param pci its PCI vectors
 */
record Capacity(int vm, int cpu, long memoryKb, Vector topology, List<Vector> nodes, List<Vector> pci) {

    static Capacity of(int vm, Template template) {
        return new Capacity(
                vm,
                (int) Math.round(template.decimal("CPU", 0) * 100),
                Numbers.longInteger(template.text("MEMORY"), 0) * 1024,
                template.vector("TOPOLOGY"),
                template.vectors("NUMA_NODE"),
                template.vectors("PCI"));
    }

    String pinPolicy() {
        return topology.get("PIN_POLICY").toUpperCase(java.util.Locale.ROOT);
    }

    boolean isPinned() {
        return !pinPolicy().isEmpty() && !pinPolicy().equals("NONE");
    }

    long hugePageKb() {
        return Numbers.longInteger(topology.get("HUGEPAGE_SIZE"), 0) * 1024;
    }
}
