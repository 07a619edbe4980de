package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.OptionalInt;

/**
 * A rule about VLANs that members of a group may ask for.
 *
 * @since 0.1
 */
public final class VlanRule extends View {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public VlanRule(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the VLANs.
     *
     * @return for example {@code 100-199,500}
     */
    public String vlans() {
        return text("ID");
    }

    /**
     * Returns which attribute the rule is about.
     *
     * @return VLAN_ID, OUTER_VLAN_ID, CVLAN, VLAN_TAGGED_ID or ANY
     */
    public String scope() {
        return text("SCOPE");
    }

    /**
     * Returns the only network template that the rule holds for.
     *
     * @return nothing or -1 for all
     */
    public OptionalInt networkTemplateId() {
        return tree.integer("VNTEMPLATE");
    }
}
