package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.List;

/**
 * A datastore.
 *
 * @since 0.1
 */
public final class Datastore extends OwnedObject {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public Datastore(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the state.
     *
     * @return never null
     */
    public DatastoreState state() {
        return DatastoreState.of(integer("STATE"));
    }

    /**
     * Returns what the datastore holds.
     *
     * @return never null
     */
    public DatastoreType type() {
        return DatastoreType.of(integer("TYPE"));
    }

    /**
     * Returns the clusters that reach the datastore.
     *
     * @return ids
     */
    public List<Integer> clusterIds() {
        return ids("CLUSTERS/ID");
    }

    /**
     * Returns the capacity in MB.
     *
     * @return 0 when not known
     */
    public long totalMb() {
        return whole("TOTAL_MB");
    }

    /**
     * Returns the free capacity in MB.
     *
     * @return 0 when not known
     */
    public long freeMb() {
        return whole("FREE_MB");
    }

    /**
     * Returns the used capacity in MB.
     *
     * @return 0 when not known
     */
    public long usedMb() {
        return whole("USED_MB");
    }

    /**
     * Returns the datastore driver.
     *
     * @return for example {@code fs}
     */
    public String datastoreDriver() {
        return text("DS_MAD");
    }

    /**
     * Returns the transfer driver.
     *
     * @return for example {@code qcow2}
     */
    public String transferDriver() {
        return text("TM_MAD");
    }

    /**
     * Returns the images.
     *
     * @return ids
     */
    public List<Integer> imageIds() {
        return ids("IMAGES/ID");
    }
}
