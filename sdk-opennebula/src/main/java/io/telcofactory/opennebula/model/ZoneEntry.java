package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.List;

/**
 * A resource of a zone.
 *
 * @param zoneId the zone
 * @param id the resource within it; -10 for all
 * @since 0.1
 */
public record ZoneEntry(int zoneId, int id) {

    static List<ZoneEntry> list(XmlNode tree, String path, String idName) {
        return tree.list(path).stream()
                .map(node -> new ZoneEntry(node.integer("ZONE_ID", -1), node.integer(idName, -1)))
                .toList();
    }
}
