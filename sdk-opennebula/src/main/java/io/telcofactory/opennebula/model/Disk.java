package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.OptionalInt;

/**
 * A disk of a VM.
 *
 * @since 0.1
 */
public final class Disk extends View {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public Disk(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the disk's id within its VM.
     *
     * @return -1 when not known
     */
    public int id() {
        return integer("DISK_ID");
    }

    /**
     * Returns the image that the disk was made from.
     *
     * @return nothing for volatile disks
     */
    public OptionalInt imageId() {
        return tree.integer("IMAGE_ID");
    }

    /**
     * Returns the image's name.
     *
     * @return empty for volatile disks
     */
    public String image() {
        return text("IMAGE");
    }

    /**
     * Returns the size in MB.
     *
     * @return 0 when not known
     */
    public long sizeMb() {
        return whole("SIZE");
    }

    /**
     * Returns the guest's device.
     *
     * @return for example {@code vda}
     */
    public String target() {
        return text("TARGET");
    }

    /**
     * Returns the datastore of its image.
     *
     * @return -1 when not known
     */
    public int datastoreId() {
        return integer("DATASTORE_ID");
    }

    /**
     * Tells whether the disk's changes are kept in the image.
     *
     * @return true when persistent
     */
    public boolean persistent() {
        return tree.flag("PERSISTENT");
    }
}
