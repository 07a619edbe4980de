package io.telcofactory.testkit.opennebula.internal.hardware;

import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import io.telcofactory.testkit.opennebula.internal.template.Template;
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
public record Capacity(int vm, int cpu, long memoryKb, Vector topology, List<Vector> nodes, List<Vector> pci) {

    public static Capacity of(int vm, Template template) {
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

    public boolean isPinned() {
        return !pinPolicy().isEmpty() && !pinPolicy().equals("NONE");
    }

    long hugePageKb() {
        return Numbers.longInteger(topology.get("HUGEPAGE_SIZE"), 0) * 1024;
    }
}
