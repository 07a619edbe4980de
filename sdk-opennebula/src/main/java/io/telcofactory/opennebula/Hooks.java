package io.telcofactory.opennebula;

import io.telcofactory.opennebula.model.Hook;
import io.telcofactory.opennebula.model.HookExecution;
import io.telcofactory.opennebula.model.LockLevel;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.TimeRange;
import io.telcofactory.opennebula.model.UpdateMode;
import java.util.stream.Stream;

/**
 * Calls on hooks.
 *
 * @since 0.1
 */
public interface Hooks extends OneResource<Hook> {

    /**
     * Makes a hook.
     *
     * @param template its attributes
     * @return its id
     */
    @Rpc("one.hook.allocate")
    int create(OneTemplate template);

    /**
     * Deletes the hook.
     *
     * @param id the object
     */
    @Rpc(value = "one.hook.delete", idempotent = true)
    void delete(@Target int id);

    /**
     * Changes attributes.
     *
     * @param id the object
     * @param template its attributes
     * @param mode what happens to attributes that are not named
     */
    @Rpc(value = "one.hook.update", idempotent = true)
    void update(@Target int id, OneTemplate template, UpdateMode mode);

    /**
     * Renames the hook.
     *
     * @param id the object
     * @param name the new name
     */
    @Rpc("one.hook.rename")
    void rename(@Target int id, String name);

    /**
     * Locks the hook, for its owner and administrators too.
     *
     * @param id the object
     * @param level what is refused
     * @param onlyIfFree fails on a locked object instead of taking the lock over
     */
    @Rpc(value = "one.hook.lock", idempotent = true)
    void lock(@Target int id, LockLevel level, boolean onlyIfFree);

    /**
     * Takes the lock off.
     *
     * @param id the object
     */
    @Rpc(value = "one.hook.unlock", idempotent = true)
    void unlock(@Target int id);

    /**
     * Runs a failed run again.
     *
     * @param id the object
     * @param executionId the run of the hook
     */
    @Rpc("one.hook.retry")
    void retry(@Target int id, int executionId);

    /**
     * Reads the hook.
     *
     * @param id the object
     * @param decrypt shows encrypted attributes in clear; heeded for administrators only
     * @return the object as it is now
     */
    @Rpc(value = "one.hook.info", idempotent = true)
    Hook get(@Target int id, boolean decrypt);

    /**
     * Reads hooks one by one from the socket; close the stream to end early.
     *
     * @return to be closed
     */
    @Rpc(value = "one.hookpool.info", idempotent = true)
    Stream<Hook> list();

    /**
     * Reads runs of hooks; the id -1 stands for all hooks.
     *
     * @param time which time
     * @param id the object
     * @param returnCode 1 for failed runs, -1 for successful ones, 0 for all
     * @return to be closed
     */
    @Rpc(value = "one.hooklog.info", idempotent = true)
    Stream<HookExecution> log(TimeRange time, @Target int id, int returnCode);

    @Override
    default Hook get(int id) {
        return get(id, false);
    }
}
