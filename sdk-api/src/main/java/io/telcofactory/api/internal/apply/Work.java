package io.telcofactory.api.internal.apply;

import io.telcofactory.api.Change;
import java.util.Set;

/**
 * One half of a change: a replacement is taken away and made again, with others in between.
 *
 * @param change what the plan says
 * @param removal whether this half takes away
 * @param after what must be done before
 */
record Work(Change change, boolean removal, Set<Key> after) {

    /**
     * Names a piece of work.
     *
     * @param ref printed reference of the resource
     * @param removal whether it takes away
     */
    record Key(String ref, boolean removal) {}

    Key key() {
        return new Key(change.ref().toString(), removal);
    }
}
