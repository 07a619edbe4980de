package io.telcofactory.opennebula.model;

import java.util.Optional;

/**
 * Something that can be waited for.
 *
 * @since 0.1
 */
public interface Stateful {

    /**
     * Returns the state as the server names it.
     *
     * @return for example {@code ACTIVE/RUNNING}
     */
    String stateName();

    /**
     * Tells why the object will not leave its state by itself.
     *
     * @return the reason, in the server's words where it gives one; nothing while there is hope
     */
    Optional<String> deadEnd();
}
