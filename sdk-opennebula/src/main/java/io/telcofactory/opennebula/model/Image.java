package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An image: a disk, a file or a backup.
 *
 * @since 0.1
 */
public final class Image extends OwnedObject implements Stateful {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public Image(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the state.
     *
     * @return never null
     */
    public ImageState state() {
        return ImageState.of(integer("STATE"));
    }

    /**
     * Returns what the image is.
     *
     * @return never null
     */
    public ImageType type() {
        return ImageTypes.of(integer("TYPE"));
    }

    /**
     * Returns the size in MB.
     *
     * @return 0 while it is not known
     */
    public long sizeMb() {
        return whole("SIZE");
    }

    /**
     * Tells whether a VM's changes are kept.
     *
     * @return true when persistent
     */
    public boolean persistent() {
        return tree.flag("PERSISTENT");
    }

    /**
     * Returns the datastore.
     *
     * @return -1 when not known
     */
    public int datastoreId() {
        return integer("DATASTORE_ID");
    }

    /**
     * Returns the datastore's name.
     *
     * @return empty when not known
     */
    public String datastore() {
        return text("DATASTORE");
    }

    /**
     * Returns the format.
     *
     * @return for example {@code qcow2}
     */
    public String format() {
        return text("FORMAT");
    }

    /**
     * Returns where the content came from.
     *
     * @return a path or an URL
     */
    public String path() {
        return text("PATH");
    }

    /**
     * Returns where the content is.
     *
     * @return as the datastore names it
     */
    public String source() {
        return text("SOURCE");
    }

    /**
     * Returns when the image was made.
     *
     * @return to the second
     */
    public Optional<Instant> registered() {
        return Numbers.time(tree.whole("REGTIME"));
    }

    /**
     * Returns how many VMs use the image.
     *
     * @return 0 or more
     */
    public int runningVms() {
        return tree.integer("RUNNING_VMS", 0);
    }

    /**
     * Returns the VMs that use the image.
     *
     * @return ids
     */
    public List<Integer> vmIds() {
        return ids("VMS/ID");
    }

    /**
     * Returns the driver's last error.
     *
     * @return nothing when there was none
     */
    public Optional<String> error() {
        return tree.text("TEMPLATE/ERROR").filter(t -> !t.isEmpty());
    }

    @Override
    public String stateName() {
        return state().toString();
    }

    @Override
    public Optional<String> deadEnd() {
        return state() == ImageState.ERROR
                ? Optional.of(error().orElse("The image is in state ERROR"))
                : Optional.empty();
    }

    /**
     * Returns the image's snapshots.
     *
     * @return oldest first
     */
    public List<DiskSnapshot> snapshots() {
        return tree.find("SNAPSHOTS").map(DiskSnapshot::of).orElse(List.of());
    }
}
