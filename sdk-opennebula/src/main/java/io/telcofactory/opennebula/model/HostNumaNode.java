package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.List;

/**
 * A NUMA node of a host.
 *
 * @since 0.1
 */
public final class HostNumaNode extends View {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public HostNumaNode(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the node's id.
     *
     * @return 0 or more
     */
    public int id() {
        return integer("NODE_ID");
    }

    /**
     * Returns the cores.
     *
     * @return in order
     */
    public List<HostCore> cores() {
        return tree.list("CORE").stream().map(HostCore::new).toList();
    }

    /**
     * Returns the hugepages of each size.
     *
     * @return sizes without pages included
     */
    public List<Hugepages> hugepages() {
        return tree.list("HUGEPAGE").stream().map(Hugepages::new).toList();
    }

    /**
     * Returns the memory in KB.
     *
     * @return 0 when not known
     */
    public long memoryKb() {
        return whole("MEMORY/TOTAL");
    }

    /**
     * Returns the memory given to pinned VMs, in KB.
     *
     * @return 0 when none
     */
    public long memoryUsedKb() {
        return whole("MEMORY/USAGE");
    }

    /**
     * Returns the nodes by distance.
     *
     * @return nearest first, itself included
     */
    public List<Integer> distance() {
        return Numbers.list(text("MEMORY/DISTANCE"));
    }
}
