package io.telcofactory.opennebula;

import io.telcofactory.opennebula.model.BackupJob;
import io.telcofactory.opennebula.model.IdRange;
import io.telcofactory.opennebula.model.LockLevel;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.Permissions;
import io.telcofactory.opennebula.model.PoolFilter;
import io.telcofactory.opennebula.model.UpdateMode;
import java.util.stream.Stream;

/**
 * Calls on backup jobs.
 *
 * @since 0.1
 */
public interface BackupJobs extends OneResource<BackupJob> {

    /**
     * Makes a backup job.
     *
     * @param template its attributes
     * @return its id
     */
    @Rpc("one.backupjob.allocate")
    int create(OneTemplate template);

    /**
     * Deletes the backup job.
     *
     * @param id the object
     */
    @Rpc(value = "one.backupjob.delete", idempotent = true)
    void delete(@Target int id);

    /**
     * Changes attributes.
     *
     * @param id the object
     * @param template its attributes
     * @param mode what happens to attributes that are not named
     */
    @Rpc(value = "one.backupjob.update", idempotent = true)
    void update(@Target int id, OneTemplate template, UpdateMode mode);

    /**
     * Renames the backup job.
     *
     * @param id the object
     * @param name the new name
     */
    @Rpc("one.backupjob.rename")
    void rename(@Target int id, String name);

    /**
     * Sets who may do what.
     *
     * @param id the object
     * @param permissions who may do what
     */
    @Rpc(value = "one.backupjob.chmod", idempotent = true)
    void chmod(@Target int id, Permissions permissions);

    /**
     * Changes owner and group.
     *
     * @param id the object
     * @param userId the new owner; -1 keeps
     * @param groupId the new group; -1 keeps
     */
    @Rpc(value = "one.backupjob.chown", idempotent = true)
    void chown(@Target int id, int userId, int groupId);

    /**
     * Locks the backup job, for its owner and administrators too.
     *
     * @param id the object
     * @param level what is refused
     * @param onlyIfFree fails on a locked object instead of taking the lock over
     */
    @Rpc(value = "one.backupjob.lock", idempotent = true)
    void lock(@Target int id, LockLevel level, boolean onlyIfFree);

    /**
     * Takes the lock off.
     *
     * @param id the object
     */
    @Rpc(value = "one.backupjob.unlock", idempotent = true)
    void unlock(@Target int id);

    /**
     * Starts the job.
     *
     * @param id the object
     */
    @Rpc("one.backupjob.backup")
    void start(@Target int id);

    /**
     * Stops the job.
     *
     * @param id the object
     */
    @Rpc("one.backupjob.cancel")
    void cancel(@Target int id);

    /**
     * Repeats failed backups.
     *
     * @param id the object
     */
    @Rpc("one.backupjob.retry")
    void retry(@Target int id);

    /**
     * Changes the priority.
     *
     * @param id the object
     * @param priority 0 to 99
     */
    @Rpc(value = "one.backupjob.priority", idempotent = true)
    void setPriority(@Target int id, int priority);

    /**
     * Plans a run.
     *
     * @param id the object
     * @param template its attributes
     * @return id of the scheduled action
     */
    @Rpc("one.backupjob.schedadd")
    int addScheduledAction(@Target int id, OneTemplate template);

    /**
     * Cancels a planned run.
     *
     * @param id the object
     * @param scheduleId the scheduled action
     * @return id of the scheduled action
     */
    @Rpc("one.backupjob.scheddelete")
    int deleteScheduledAction(@Target int id, int scheduleId);

    /**
     * Changes a planned run.
     *
     * @param id the object
     * @param scheduleId the scheduled action
     * @param template its attributes
     * @return id of the scheduled action
     */
    @Rpc(value = "one.backupjob.schedupdate", idempotent = true)
    int updateScheduledAction(@Target int id, int scheduleId, OneTemplate template);

    @Override
    @Rpc(value = "one.backupjob.info", idempotent = true)
    BackupJob get(@Target int id);

    /**
     * Reads backup jobs one by one from the socket; close the stream to end early.
     *
     * @param filter whose objects
     * @param range which part
     * @return to be closed
     */
    @Rpc(value = "one.backupjobpool.info", idempotent = true)
    Stream<BackupJob> list(PoolFilter filter, IdRange range);

    /**
     * Reads all backup jobs that the caller may see.
     *
     * @return to be closed
     */
    default Stream<BackupJob> list() {
        return list(PoolFilter.ALL, IdRange.ALL);
    }
}
