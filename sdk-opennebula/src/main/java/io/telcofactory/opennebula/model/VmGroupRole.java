package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.List;

/**
 * A role of a VM group.
 *
 * @since 0.1
 */
public final class VmGroupRole extends View {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public VmGroupRole(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the role's id within its group.
     *
     * @return 0 or more
     */
    public int id() {
        return integer("ID");
    }

    /**
     * Returns the role's name.
     *
     * @return not empty
     */
    public String name() {
        return text("NAME");
    }

    /**
     * Returns how its VMs stand to each other.
     *
     * @return AFFINED, ANTI_AFFINED, NONE or empty
     */
    public String policy() {
        return text("POLICY");
    }

    /**
     * Returns its VMs.
     *
     * @return ids
     */
    public List<Integer> vmIds() {
        return Numbers.list(text("VMS"));
    }

    /**
     * Returns the hosts that it prefers.
     *
     * @return ids
     */
    public List<Integer> hostAffinedIds() {
        return Numbers.list(text("HOST_AFFINED"));
    }

    /**
     * Returns the hosts that it avoids.
     *
     * @return ids
     */
    public List<Integer> hostAntiAffinedIds() {
        return Numbers.list(text("HOST_ANTI_AFFINED"));
    }
}
