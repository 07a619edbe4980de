package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.OptionalLong;

/**
 * The hugepages of one size on a NUMA node.
 *
 * @since 0.1
 */
public final class Hugepages extends View {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public Hugepages(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the size of a page in KB.
     *
     * @return for example 2048 or 1048576
     */
    public long sizeKb() {
        return whole("SIZE");
    }

    /**
     * Returns how many there are.
     *
     * @return 0 or more; 0 in a measurement, which tells only {@link #free()}
     */
    public long pages() {
        return whole("PAGES");
    }

    /**
     * Returns how many are given to VMs.
     *
     * @return 0 or more
     */
    public long used() {
        return whole("USAGE");
    }

    /**
     * Returns how many were free when it was measured.
     *
     * @return nothing outside of a {@link NumaSample}
     */
    public OptionalLong free() {
        return tree.whole("FREE");
    }
}
