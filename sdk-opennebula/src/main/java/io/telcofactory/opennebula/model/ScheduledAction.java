package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.time.Instant;
import java.util.Optional;

/**
 * An action planned for a VM or a backup job.
 *
 * @since 0.1
 */
public final class ScheduledAction extends View {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public ScheduledAction(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns its id, unique in the whole zone.
     *
     * @return -1 when not known
     */
    public int id() {
        return integer("ID");
    }

    /**
     * Returns what will be done.
     *
     * @return for example {@code poweroff}
     */
    public String action() {
        return text("ACTION");
    }

    /**
     * Returns when it is due.
     *
     * @return nothing when it is relative to the start
     */
    public Optional<Instant> time() {
        return Numbers.time(tree.whole("TIME"));
    }

    /**
     * Returns when it was last done.
     *
     * @return nothing before the first time
     */
    public Optional<Instant> done() {
        return Numbers.time(tree.whole("DONE"));
    }

    /**
     * Returns the last error.
     *
     * @return empty when there was none
     */
    public String message() {
        return text("MESSAGE");
    }
}
