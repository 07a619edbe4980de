package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.List;
import java.util.Optional;

/**
 * A cluster: hosts that reach the same datastores and networks.
 *
 * @since 0.1
 */
public final class Cluster extends OneObject {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public Cluster(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the hosts.
     *
     * @return ids
     */
    public List<Integer> hostIds() {
        return ids("HOSTS/ID");
    }

    /**
     * Returns the datastores.
     *
     * @return ids
     */
    public List<Integer> datastoreIds() {
        return ids("DATASTORES/ID");
    }

    /**
     * Returns the networks.
     *
     * @return ids
     */
    public List<Integer> networkIds() {
        return ids("VNETS/ID");
    }

    /**
     * Returns the scheduler's proposal for better places.
     *
     * @return nothing before 7.0 or without one
     */
    public Optional<PlacementPlan> plan() {
        return tree.find("PLAN").map(PlacementPlan::new);
    }
}
