package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.List;

/**
 * A security group: rules that name what VMs may receive and send.
 *
 * @since 0.1
 */
public final class SecurityGroup extends OwnedObject {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public SecurityGroup(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the rules.
     *
     * @return in order
     */
    public List<SecurityRule> rules() {
        return tree.list("TEMPLATE/RULE").stream().map(SecurityRule::new).toList();
    }

    /**
     * Returns the VMs that have the present rules.
     *
     * @return ids
     */
    public List<Integer> updatedVmIds() {
        return ids("UPDATED_VMS/ID");
    }

    /**
     * Returns the VMs that still have older rules.
     *
     * @return ids
     */
    public List<Integer> outdatedVmIds() {
        return ids("OUTDATED_VMS/ID");
    }

    /**
     * Returns the VMs that are being changed.
     *
     * @return ids
     */
    public List<Integer> updatingVmIds() {
        return ids("UPDATING_VMS/ID");
    }

    /**
     * Returns the VMs where changing failed.
     *
     * @return ids
     */
    public List<Integer> errorVmIds() {
        return ids("ERROR_VMS/ID");
    }
}
