package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A snapshot of an image, or of a disk of a VM.
 *
 * @since 0.1
 */
public final class DiskSnapshot extends View {

    private DiskSnapshot(XmlNode tree) {
        super(tree);
    }

    static List<DiskSnapshot> of(XmlNode snapshots) {
        return snapshots.list("SNAPSHOT").stream().map(DiskSnapshot::new).toList();
    }

    /** {@return the id, unique within the image or disk; -1 when the answer has none} */
    public int id() {
        return integer("ID");
    }

    /** {@return the name} */
    public String name() {
        return text("NAME");
    }

    /** {@return when it was made, to the second} */
    public Optional<Instant> created() {
        return Numbers.time(tree.whole("DATE"));
    }

    /** {@return the snapshot that it builds on; nothing for one that builds on the image} */
    public OptionalInt parentId() {
        int parent = integer("PARENT");
        return parent < 0 ? OptionalInt.empty() : OptionalInt.of(parent);
    }

    /** {@return the size of the disk, in MB} */
    public long sizeMb() {
        return whole("SIZE");
    }

    /** {@return whether the disk is in this snapshot's state, changes since then apart} */
    public boolean active() {
        return tree.flag("ACTIVE");
    }
}
