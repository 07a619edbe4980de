package io.telcofactory.opennebula;

import io.telcofactory.api.error.NotFoundException;
import java.util.Optional;

/**
 * Calls on one kind of object.
 *
 * @param <T> the kind's view
 * @since 0.1
 */
public interface OneResource<T> {

    /**
     * Reads one object.
     *
     * @param id its id
     * @return the object as it is now
     * @throws NotFoundException if there is none with this id
     */
    T get(int id);

    /**
     * Looks for one object.
     *
     * @param id its id
     * @return the object as it is now, or nothing
     */
    default Optional<T> find(int id) {
        try {
            return Optional.of(get(id));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }
}
