package io.telcofactory.api.spi;

import java.util.Map;
import java.util.Optional;

/**
 * Keeps locks on a server, by four steps of which each is atomic there.
 *
 * @since 0.1
 */
public interface LockStore {

    /**
     * A lock as it is stored.
     *
     * @param id the server's number of the object that is the lock; never used again for another
     * @param holder who holds it, for messages
     * @param nonce changes with each sign of life of the holder
     */
    record Held(String id, String holder, String nonce) {}

    /**
     * Lists the locks there are.
     *
     * @param prefix what the names begin with
     * @return the locks by their names
     */
    Map<String, Held> list(String prefix);

    /**
     * Makes the lock if there is none of this name.
     *
     * @param name the lock's name
     * @param holder who will hold it; unique to this applier, so that a lost answer can be told from a lost race
     * @param nonce first sign of life
     * @return the new lock, or empty if there is one already
     */
    Optional<Held> create(String name, String holder, String nonce);

    /**
     * Reads a lock.
     *
     * @param name the lock's name
     * @return who holds it, or empty if nobody does
     */
    Optional<Held> find(String name);

    /**
     * Stores a new sign of life.
     *
     * @param id the lock's number
     * @param nonce the new sign
     * @return false if the lock is gone
     */
    boolean renew(String id, String nonce);

    /**
     * Removes a lock by its number.
     *
     * @param id the lock's number
     * @return false if it was gone already: of two who remove it, one gets true
     */
    boolean delete(String id);
}
