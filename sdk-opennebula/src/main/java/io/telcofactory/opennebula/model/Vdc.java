package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.List;

/**
 * A virtual data centre: resources that groups may use.
 *
 * @since 0.1
 */
public final class Vdc extends OneObject {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public Vdc(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the groups.
     *
     * @return ids
     */
    public List<Integer> groupIds() {
        return ids("GROUPS/ID");
    }

    /**
     * Returns the clusters.
     *
     * @return id -10 stands for all of a zone
     */
    public List<ZoneEntry> clusters() {
        return ZoneEntry.list(tree, "CLUSTERS/CLUSTER", "CLUSTER_ID");
    }

    /**
     * Returns the hosts.
     *
     * @return id -10 stands for all of a zone
     */
    public List<ZoneEntry> hosts() {
        return ZoneEntry.list(tree, "HOSTS/HOST", "HOST_ID");
    }

    /**
     * Returns the datastores.
     *
     * @return id -10 stands for all of a zone
     */
    public List<ZoneEntry> datastores() {
        return ZoneEntry.list(tree, "DATASTORES/DATASTORE", "DATASTORE_ID");
    }

    /**
     * Returns the networks.
     *
     * @return id -10 stands for all of a zone
     */
    public List<ZoneEntry> networks() {
        return ZoneEntry.list(tree, "VNETS/VNET", "VNET_ID");
    }
}
