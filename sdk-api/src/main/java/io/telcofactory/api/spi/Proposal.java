package io.telcofactory.api.spi;

import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.site.Inventory;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What checks look at.
 *
 * @param scope factory and blueprint
 * @param desired what shall be, with everything the blueprint implies, by reference and in the blueprint's order
 * @param owned what the factory owns now, by reference, of all its blueprints
 * @param replaced which of them will be removed or made again, so that their capacity becomes free first
 * @param inventory what was found at the site
 * @since 0.1
 */
public record Proposal(
        Scope scope, Map<Ref, Resource> desired, Map<Ref, Owned> owned, Set<Ref> replaced, Inventory inventory) {

    /**
     * Gathers what checks look at.
     *
     * @param scope factory and blueprint
     * @param desired what shall be, in the blueprint's order
     * @param owned what the factory owns now, by reference
     * @param replaced which of them will be removed or made again
     * @param inventory what was found at the site
     */
    public Proposal(
            Scope scope,
            Collection<Resource> desired,
            Map<Ref, Owned> owned,
            Collection<Ref> replaced,
            Inventory inventory) {
        this(scope, byRef(desired), owned, Set.copyOf(replaced), inventory);
    }

    private static Map<Ref, Resource> byRef(Collection<Resource> resources) {
        Map<Ref, Resource> byRef = new LinkedHashMap<>();
        resources.forEach(resource -> byRef.put(resource.ref(), resource));
        return Collections.unmodifiableMap(byRef);
    }

    /**
     * Returns the desired resources of one type.
     *
     * @param <R> the type
     * @param type the value's interface
     * @return those resources, in the blueprint's order
     */
    public <R extends Resource> Stream<R> desired(Class<R> type) {
        return desired.values().stream().filter(type::isInstance).map(type::cast);
    }

    /**
     * Returns the resources of one type that there will be in the whole factory: the desired ones as they shall be, and those of other
     * blueprints as they were applied last.
     *
     * @param <R> the type
     * @param type the value's interface
     * @return those resources, the desired ones first
     */
    public <R extends Resource> Stream<R> all(Class<R> type) {
        Stream<R> kept = owned.values().stream()
                .filter(there -> !desired.containsKey(there.ref()))
                .filter(there -> !replaced.contains(there.ref()))
                .flatMap(there -> there.applied().stream())
                .filter(type::isInstance)
                .map(type::cast);
        return Stream.concat(desired(type), kept);
    }

    /**
     * Finds a resource as it will be, or as it was applied last if another blueprint of the factory holds it.
     *
     * @param <R> its type
     * @param ref which one
     * @param type the value's interface
     * @return the resource, or empty if the factory does not know it, or takes it away
     */
    public <R extends Resource> Optional<R> find(Ref ref, Class<R> type) {
        return Optional.ofNullable(desired.get(ref))
                .or(() -> Optional.ofNullable(owned.get(ref))
                        .filter(there -> !replaced.contains(ref))
                        .flatMap(Owned::applied))
                .filter(type::isInstance)
                .map(type::cast);
    }
}
