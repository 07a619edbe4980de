package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.List;

/**
 * A virtual router: VMs that route between networks.
 *
 * @since 0.1
 */
public final class VirtualRouter extends OwnedObject {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public VirtualRouter(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns its VMs.
     *
     * @return ids
     */
    public List<Integer> vmIds() {
        return ids("VMS/ID");
    }

    /**
     * Returns its interfaces.
     *
     * @return in order
     */
    public List<Nic> nics() {
        return tree.list("TEMPLATE/NIC").stream().map(Nic::new).toList();
    }
}
