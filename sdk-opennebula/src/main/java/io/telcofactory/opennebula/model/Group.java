package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.List;

/**
 * A group of users.
 *
 * @since 0.1
 */
public final class Group extends OneObject {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public Group(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the members.
     *
     * @return ids
     */
    public List<Integer> userIds() {
        return ids("USERS/ID");
    }

    /**
     * Returns the members that administer the group.
     *
     * @return ids
     */
    public List<Integer> adminIds() {
        return ids("ADMINS/ID");
    }

    /**
     * Returns which VLANs the members may ask for.
     *
     * @return empty for none at all; since 7.4
     */
    public List<VlanRule> vlanRules() {
        return tree.list("VLAN_RULES/RULE").stream().map(VlanRule::new).toList();
    }

    /**
     * Returns limits and usage.
     *
     * @return of this zone
     */
    public Quotas quotas() {
        return new Quotas(tree);
    }
}
