package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.List;

/**
 * A VM group: roles whose VMs are placed together or apart.
 *
 * @since 0.1
 */
public final class VmGroup extends OwnedObject {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public VmGroup(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the roles.
     *
     * @return in order
     */
    public List<VmGroupRole> roles() {
        return tree.list("ROLES/ROLE").stream().map(VmGroupRole::new).toList();
    }
}
