package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;

/**
 * What a server says about itself and its log.
 *
 * @since 0.1
 */
public final class RaftStatus extends View {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public RaftStatus(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the server.
     *
     * @return -1 when there is one only
     */
    public int serverId() {
        return integer("SERVER_ID");
    }

    /**
     * Returns the part it plays.
     *
     * @return never null
     */
    public RaftState state() {
        return RaftState.of(integer("STATE"));
    }

    /**
     * Returns the term.
     *
     * @return 0 or more
     */
    public int term() {
        return integer("TERM");
    }

    /**
     * Returns whom it voted for.
     *
     * @return -1 for nobody
     */
    public int votedFor() {
        return integer("VOTEDFOR");
    }

    /**
     * Returns the last record committed.
     *
     * @return 0 or more
     */
    public long commit() {
        return whole("COMMIT");
    }

    /**
     * Returns the last record of the log.
     *
     * @return 0 or more
     */
    public long logIndex() {
        return whole("LOG_INDEX");
    }
}
