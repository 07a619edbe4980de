package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A lock on an object.
 *
 * @since 0.1
 */
public final class Lock extends View {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public Lock(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the level: 1 use, 2 manage, 3 admin.
     *
     * @return 1 to 3
     */
    public int level() {
        return integer("LOCKED");
    }

    /**
     * Returns who locked it.
     *
     * @return id of a user
     */
    public int ownerId() {
        return integer("OWNER");
    }

    /**
     * Returns since when it is locked.
     *
     * @return to the second
     */
    public Optional<Instant> since() {
        return Numbers.time(tree.whole("TIME"));
    }
}
