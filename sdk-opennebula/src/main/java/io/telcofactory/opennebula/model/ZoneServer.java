package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;

/**
 * A server of a zone.
 *
 * @since 0.1
 */
public final class ZoneServer extends View {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public ZoneServer(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the server's id within its zone.
     *
     * @return 0 or more
     */
    public int id() {
        return integer("ID");
    }

    /**
     * Returns the server's name.
     *
     * @return not empty
     */
    public String name() {
        return text("NAME");
    }

    /**
     * Returns where it answers XML-RPC.
     *
     * @return an URL as the operator typed it
     */
    public String endpoint() {
        return text("ENDPOINT");
    }

    /**
     * Returns the part it plays.
     *
     * @return never null
     */
    public RaftState state() {
        return RaftState.of(integer("STATE"));
    }
}
