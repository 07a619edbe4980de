package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A snapshot of a whole VM: memory and disks.
 *
 * @since 0.1
 */
public final class VmSnapshot extends View {

    VmSnapshot(XmlNode tree) {
        super(tree);
    }

    /** {@return the id, unique within the VM; -1 when the answer has none} */
    public int id() {
        return integer("SNAPSHOT_ID");
    }

    /** {@return the name} */
    public String name() {
        return text("NAME");
    }

    /** {@return when it was asked for, to the second} */
    public Optional<Instant> created() {
        return Numbers.time(tree.whole("TIME"));
    }

    /** {@return the hypervisor's name of it; nothing while it is being made} */
    public Optional<String> hypervisorId() {
        return tree.text("HYPERVISOR_ID").filter(id -> !id.isEmpty());
    }

    /** {@return whether it is being made, reverted to or deleted at present} */
    public boolean inProgress() {
        return tree.flag("ACTIVE");
    }

    /** {@return what it counts against the quota of system disks, in MB} */
    public long systemDiskSizeMb() {
        return whole("SYSTEM_DISK_SIZE");
    }
}
