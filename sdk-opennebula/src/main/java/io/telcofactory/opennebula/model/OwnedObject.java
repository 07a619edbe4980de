package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.Optional;

/**
 * An object that has an owner, a group and permissions.
 *
 * @since 0.1
 */
public abstract class OwnedObject extends OneObject {

    OwnedObject(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the owner's id.
     *
     * @return -1 when the answer has none
     */
    public int userId() {
        return integer("UID");
    }

    /**
     * Returns the group's id.
     *
     * @return -1 when the answer has none
     */
    public int groupId() {
        return integer("GID");
    }

    /**
     * Returns the owner's name.
     *
     * @return empty when the answer has none
     */
    public String userName() {
        return text("UNAME");
    }

    /**
     * Returns the group's name.
     *
     * @return empty when the answer has none
     */
    public String groupName() {
        return text("GNAME");
    }

    /**
     * Returns who may do what.
     *
     * @return the nine bits
     */
    public Permissions permissions() {
        return Permissions.of(tree);
    }

    /**
     * Returns the lock on the object.
     *
     * @return nothing when it isn't locked
     */
    public Optional<Lock> lock() {
        return tree.find("LOCK").filter(lock -> lock.integer("LOCKED", 0) > 0).map(Lock::new);
    }
}
