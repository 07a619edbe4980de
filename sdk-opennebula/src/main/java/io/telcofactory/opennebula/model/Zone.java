package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.List;

/**
 * A zone: one control plane of a federation.
 *
 * @since 0.1
 */
public final class Zone extends OneObject {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public Zone(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the state.
     *
     * @return never null
     */
    public ZoneState state() {
        return ZoneState.of(integer("STATE"));
    }

    /**
     * Returns where the zone answers XML-RPC.
     *
     * @return an URL as the operator typed it
     */
    public String endpoint() {
        return tree.text("TEMPLATE/ENDPOINT", "");
    }

    /**
     * Returns the servers of a highly available zone.
     *
     * @return empty when there is one only
     */
    public List<ZoneServer> servers() {
        return tree.list("SERVER_POOL/SERVER").stream().map(ZoneServer::new).toList();
    }
}
