package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.List;
import java.util.OptionalInt;

/**
 * A virtual NUMA node of a VM, as asked for and as placed.
 *
 * @since 0.1
 */
public final class VmNumaNode extends View {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public VmNumaNode(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns how many virtual CPUs the node has.
     *
     * @return 0 for a node of memory only
     */
    public int totalCpus() {
        return tree.integer("TOTAL_CPUS", 0);
    }

    /**
     * Returns the memory in KB.
     *
     * @return 0 for a node of CPUs only
     */
    public long memoryKb() {
        return whole("MEMORY");
    }

    /**
     * Returns the host's NUMA node that the CPUs are on.
     *
     * @return nothing before placement, or when placement gave none
     */
    public OptionalInt nodeId() {
        return tree.integer("NODE_ID");
    }

    /**
     * Returns the host's NUMA node that the memory is on.
     *
     * @return nothing before placement, or when placement gave none
     */
    public OptionalInt memoryNodeId() {
        return tree.integer("MEMORY_NODE_ID");
    }

    /**
     * Returns the host's CPUs that the virtual ones are pinned to.
     *
     * @return empty for a VM that runs without pinning, which happens without an error
     */
    public List<Integer> cpus() {
        return Numbers.list(text("CPUS"));
    }
}
