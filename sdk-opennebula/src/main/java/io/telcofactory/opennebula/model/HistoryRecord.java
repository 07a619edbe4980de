package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.time.Instant;
import java.util.Optional;

/**
 * One stay of a VM on a host.
 *
 * @since 0.1
 */
public final class HistoryRecord extends View {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public HistoryRecord(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the stay's number.
     *
     * @return counted from 0
     */
    public int sequence() {
        return integer("SEQ");
    }

    /**
     * Returns the VM.
     *
     * @return -1 when the answer has none
     */
    public int vmId() {
        return integer("OID");
    }

    /**
     * Returns the host.
     *
     * @return -1 when not known
     */
    public int hostId() {
        return integer("HID");
    }

    /**
     * Returns the host's name.
     *
     * @return empty when not known
     */
    public String hostName() {
        return text("HOSTNAME");
    }

    /**
     * Returns the cluster.
     *
     * @return -1 when not known
     */
    public int clusterId() {
        return integer("CID");
    }

    /**
     * Returns the system datastore.
     *
     * @return -1 when not known
     */
    public int datastoreId() {
        return integer("DS_ID");
    }

    /**
     * Returns when the stay began.
     *
     * @return to the second
     */
    public Optional<Instant> started() {
        return Numbers.time(tree.whole("STIME"));
    }

    /**
     * Returns when the stay ended.
     *
     * @return nothing while it lasts
     */
    public Optional<Instant> ended() {
        return Numbers.time(tree.whole("ETIME"));
    }

    /**
     * Returns when the guest started to run.
     *
     * @return to the second
     */
    public Optional<Instant> runningSince() {
        return Numbers.time(tree.whole("RSTIME"));
    }

    /**
     * Returns when the guest ceased to run.
     *
     * @return nothing while it runs
     */
    public Optional<Instant> runningUntil() {
        return Numbers.time(tree.whole("RETIME"));
    }

    /**
     * Returns what ended the stay.
     *
     * @return the server's code, 0 while it lasts
     */
    public int actionCode() {
        return integer("ACTION");
    }
}
