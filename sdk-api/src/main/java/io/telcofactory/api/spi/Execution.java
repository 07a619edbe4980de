package io.telcofactory.api.spi;

import io.telcofactory.api.Ref;
import io.telcofactory.api.SecretRef;
import java.util.Map;
import java.util.Optional;

/**
 * What a backend is given while it works on one change.
 *
 * @since 0.1
 */
public interface Execution extends SharedState {

    /**
     * Returns whose resources are meant.
     *
     * @return factory and blueprint
     */
    Scope scope();

    /**
     * Returns the time to wait by.
     *
     * @return the factory's time source
     */
    Time time();

    /**
     * Returns an output of another resource that exists by now.
     *
     * @param ref the other resource
     * @param output for example {@code id}
     * @return its value
     * @throws IllegalStateException if it is not known, which means that the change graph is wrong
     */
    String output(Ref ref, String output);

    /**
     * Returns a secret. It must go nowhere but to the system that it is for: not into a stamp, a log or a message.
     *
     * @param place one of the resource's {@link io.telcofactory.api.Resource#secrets}
     * @return the secret, never empty
     */
    String secret(SecretRef place);

    /**
     * Returns the resource of this change as it was observed under the lock.
     *
     * @return what was found, or empty if there was nothing
     */
    Optional<Owned> current();

    /**
     * Returns everything this factory owned when the apply began.
     *
     * @return by reference
     */
    Map<Ref, Owned> owned();

    /**
     * Must be called before each native call that changes something: makes sure that the lock is still held and the
     * caller has not cancelled, and tells the listener.
     *
     * @param step native name of the call, for example {@code one.vn.allocate}
     * @throws io.telcofactory.api.error.ConflictException if the lock was lost
     * @throws io.telcofactory.api.error.CancelledException if the caller cancelled
     */
    void proceed(String step);

    /**
     * Must be called in each round of a wait: keeps the lock alive and tells the listener.
     *
     * @param state what is waited for and how far it is
     */
    void waiting(String state);
}
