package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.List;

/**
 * A marketplace of apps.
 *
 * @since 0.1
 */
public final class Marketplace extends OwnedObject {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public Marketplace(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the driver.
     *
     * @return for example {@code one}
     */
    public String driver() {
        return text("MARKET_MAD");
    }

    /**
     * Returns the zone that monitors it.
     *
     * @return -1 when not known
     */
    public int zoneId() {
        return integer("ZONE_ID");
    }

    /**
     * Returns the apps.
     *
     * @return ids
     */
    public List<Integer> appIds() {
        return ids("MARKETPLACEAPPS/ID");
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
}
