package io.telcofactory.api.spi;

import io.telcofactory.api.Change;
import io.telcofactory.api.Resource;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.UnsupportedFeatureException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes some kinds of resources real on some system. The engine compares and orders; a backend reads, renders and sets.
 *
 * <p>Its rules:
 *
 * <ul>
 *   <li>What it makes carries a stamp (see {@code Stamp}), from the first moment where the system allows it; ours is what carries the
 *       stamp and the expected native name and owner. It never changes or deletes anything else.
 *   <li>{@link #ensure} and {@link #remove} are idempotent: they look at what is there and do only what is missing, so
 *       that they may be stopped before or after any native call and run again.
 *   <li>After a call whose outcome is unknown it looks before it repeats.
 * </ul>
 *
 * <p>Threads: safe for concurrent use on different resources.
 *
 * @since 0.1
 */
public interface Backend extends AutoCloseable {

    /**
     * Returns the backend's name.
     *
     * @return for messages, for example {@code opennebula}
     */
    String name();

    /**
     * Returns what it makes real.
     *
     * @return names of kinds, for example {@code tenant}
     */
    Set<String> kinds();

    /**
     * Reads everything the factory owns and what the checks need; changes nothing.
     *
     * @param scope whose resources are meant
     * @return what was found
     */
    Observation observe(Scope scope);

    /**
     * Reads what the factory owns, and what such external things stand for as a plan without errors may leave open, but neither
     * inventory nor findings: all that an apply judges its changes by, under its locks and before the first of them. What is read here may
     * be kept for the work on the changes.
     *
     * @param scope whose resources are meant
     * @param shared what the work on the changes of the same apply finds again
     * @return what was found; by default all that {@link #observe(Scope)} finds
     */
    default Observation observe(Scope scope, SharedState shared) {
        return observe(scope);
    }

    /**
     * Renders a value to its native form; a pure function, without I/O.
     *
     * @param resource a value of one of {@link #kinds()}, with everything the blueprint implies for it
     * @param scope whose resource it is
     * @return its native fields and steps
     */
    Rendering render(Resource resource, Scope scope);

    /**
     * Makes the resource as desired, from whatever is there of it, and waits until it is ready.
     *
     * @param resource what shall be
     * @param change what the plan said about it: nothing else may be changed
     * @param execution the surroundings
     * @return its outputs
     */
    Map<String, String> ensure(Resource resource, Change change, Execution execution);

    /**
     * Takes the resource away, from whatever is there of it, and waits until it is gone.
     *
     * @param change what the plan said about it
     * @param execution the surroundings
     */
    void remove(Change change, Execution execution);

    /**
     * Looks at something that somebody else made, as if it were the resource; changes nothing.
     *
     * @param resource what it shall become
     * @param nativeId its id on the server
     * @param scope whose resource it shall be
     * @return how it looks, and what makes it ours
     * @throws io.telcofactory.api.error.NotFoundException if there is nothing of that id
     * @throws io.telcofactory.api.error.ConflictException if it belongs to a factory already
     * @throws UnsupportedFeatureException if resources of this kind can't be adopted, as by default
     */
    default Adoption adoption(Resource resource, String nativeId, Scope scope) {
        throw new UnsupportedFeatureException(
                ErrorContext.of(name(), "adopt", resource.ref().toString()),
                "Resources of kind '" + resource.ref().kind()
                        + "' can't be adopted. Leave it to a new name, and take the old one away by hand");
    }

    /**
     * Makes something ours that somebody else made: name, owner and stamp, and nothing else. Idempotent, like {@link #ensure}, which
     * follows and sets the rest.
     *
     * @param resource what it becomes
     * @param nativeId its id on the server
     * @param execution the surroundings
     */
    default void adopt(Resource resource, String nativeId, Execution execution) {
        adoption(resource, nativeId, execution.scope());
    }

    /**
     * Returns the checks that only this backend can make.
     *
     * @return checks in the order of their verdicts, none by default
     */
    default List<Check> checks() {
        return List.of();
    }

    /**
     * Returns where locks are kept, so that two appliers do not work on one tenant.
     *
     * @return the store, or empty if this backend keeps none
     */
    default Optional<LockStore> locks() {
        return Optional.empty();
    }

    /** Releases what the backend itself opened. */
    @Override
    default void close() {}
}
