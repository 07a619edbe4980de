package io.telcofactory.opennebula.model;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Ids of objects to read together.
 *
 * @param ids without duplicates, ascending
 * @since 0.1
 */
public record IdSet(List<Integer> ids) implements WireArgument {

    /** Sorts and drops duplicates. */
    public IdSet {
        ids = List.copyOf(new TreeSet<>(ids));
    }

    /**
     * Makes a set.
     *
     * @param ids in any order
     * @return the set
     */
    public static IdSet of(Collection<Integer> ids) {
        return new IdSet(List.copyOf(ids));
    }

    @Override
    public List<Object> wireValues() {
        return List.of(ids.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }
}
