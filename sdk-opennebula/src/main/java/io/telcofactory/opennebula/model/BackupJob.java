package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A backup job: when which VMs are backed up.
 *
 * @since 0.1
 */
public final class BackupJob extends OwnedObject {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public BackupJob(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the priority.
     *
     * @return 0 to 99
     */
    public int priority() {
        return integer("PRIORITY");
    }

    /**
     * Returns when it last ran.
     *
     * @return to the second
     */
    public Optional<Instant> lastStarted() {
        return Numbers.time(tree.whole("LAST_BACKUP_TIME"));
    }

    /**
     * Returns how long it last took.
     *
     * @return to the second
     */
    public Optional<Duration> lastDuration() {
        return tree.whole("LAST_BACKUP_DURATION").stream()
                .mapToObj(Duration::ofSeconds)
                .findFirst();
    }

    /**
     * Returns when it runs.
     *
     * @return in order
     */
    public List<ScheduledAction> scheduledActions() {
        return tree.list("TEMPLATE/SCHED_ACTION").stream()
                .map(ScheduledAction::new)
                .toList();
    }

    /**
     * Returns the VMs that wait for a backup.
     *
     * @return ids
     */
    public List<Integer> outdatedVmIds() {
        return ids("OUTDATED_VMS/ID");
    }

    /**
     * Returns the VMs that are backed up now.
     *
     * @return ids
     */
    public List<Integer> backingUpVmIds() {
        return ids("BACKING_UP_VMS/ID");
    }

    /**
     * Returns the VMs whose backup failed.
     *
     * @return ids
     */
    public List<Integer> errorVmIds() {
        return ids("ERROR_VMS/ID");
    }
}
