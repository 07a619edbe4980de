package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.List;
import java.util.OptionalLong;

/**
 * What was measured of a NUMA node of a host at one time. It tells what the operating system uses; what VMs were given is in
 * {@link HostNumaNode}.
 *
 * @since 0.1
 */
public final class NumaSample extends View {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public NumaSample(XmlNode tree) {
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
     * Returns the free memory, in KB.
     *
     * @return nothing when not reported
     */
    public OptionalLong freeMemoryKb() {
        return tree.whole("MEMORY/FREE");
    }

    /**
     * Returns the memory used, in KB.
     *
     * @return nothing when not reported
     */
    public OptionalLong usedMemoryKb() {
        return tree.whole("MEMORY/USED");
    }

    /**
     * Returns the hugepages of each size.
     *
     * @return {@link Hugepages#free()} of them is what was measured
     */
    public List<Hugepages> hugepages() {
        return tree.list("HUGEPAGE").stream().map(Hugepages::new).toList();
    }
}
