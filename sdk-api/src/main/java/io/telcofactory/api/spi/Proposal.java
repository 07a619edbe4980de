package io.telcofactory.api.spi;

import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.service.Workload;
import io.telcofactory.api.site.Inventory;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What checks look at: what a factory shall be, what it owns, and what was found at its site.
 *
 * @since 0.1
 */
public final class Proposal {
    private final Scope scope;
    private final Map<Ref, Resource> desired;
    private final Map<Ref, Owned> owned;
    private final Set<Ref> replaced;
    private final Inventory inventory;
    private final List<Resource> kept;
    private final List<WorkloadRole> roles;

    /** Many checks ask, each for a type or two, and a blueprint may have thousands of resources. */
    private final Map<Class<?>, List<Resource>> desiredByType = new ConcurrentHashMap<>();

    /**
     * Gathers what checks look at.
     *
     * @param scope factory and blueprint
     * @param desired what shall be, with everything the blueprint implies, in the blueprint's order
     * @param owned what the factory owns now, by reference, of all its blueprints
     * @param replaced which of them will be removed or made again, so that their capacity becomes free first
     * @param inventory what was found at the site
     */
    public Proposal(
            Scope scope,
            Collection<? extends Resource> desired,
            Map<Ref, Owned> owned,
            Collection<Ref> replaced,
            Inventory inventory) {
        Map<Ref, Resource> byRef = new LinkedHashMap<>();
        desired.forEach(resource -> byRef.put(resource.ref(), resource));
        this.scope = scope;
        this.desired = Collections.unmodifiableMap(byRef);
        this.owned = Collections.unmodifiableMap(owned);
        this.replaced = Collections.unmodifiableSet(new LinkedHashSet<>(replaced));
        this.inventory = inventory;
        this.kept = owned.values().stream()
                .filter(there -> !byRef.containsKey(there.ref()) && !this.replaced.contains(there.ref()))
                .flatMap(there -> there.applied().stream())
                .toList();
        this.roles = desired(Workload.class).flatMap(WorkloadRole::allOf).toList();
    }

    /**
     * Returns whose plan this is.
     *
     * @return factory and blueprint
     */
    public Scope scope() {
        return scope;
    }

    /**
     * Returns what shall be, with everything the blueprint implies.
     *
     * @return resources by reference, in the blueprint's order
     */
    public Map<Ref, Resource> desired() {
        return desired;
    }

    /**
     * Returns what the factory owns now, of all its blueprints.
     *
     * @return resources by reference
     */
    public Map<Ref, Owned> owned() {
        return owned;
    }

    /**
     * Returns which owned resources will be removed or made again, so that their capacity becomes free first.
     *
     * @return their references, in the order of the changes
     */
    public Set<Ref> replaced() {
        return replaced;
    }

    /**
     * Finds what is there and stays: it is neither removed nor made again, but may be changed in place.
     *
     * @param ref which one
     * @return the resource as it is now, or empty if the factory does not own it, or takes it away
     */
    public Optional<Owned> staying(Ref ref) {
        return Optional.ofNullable(owned.get(ref)).filter(there -> !replaced.contains(ref));
    }

    /**
     * Returns what was found at the site.
     *
     * @return hosts, networks, images and the site document
     */
    public Inventory inventory() {
        return inventory;
    }

    /**
     * Returns the desired resources of one type.
     *
     * @param <R> the type
     * @param type the value's interface
     * @return those resources, in the blueprint's order
     */
    public <R extends Resource> Stream<R> desired(Class<R> type) {
        return desiredByType
                .computeIfAbsent(
                        type,
                        any -> desired.values().stream()
                                .filter(type::isInstance)
                                .toList())
                .stream()
                .map(type::cast);
    }

    /**
     * Returns the roles of the desired services and network functions.
     *
     * @return all of them, in the blueprint's order
     */
    public Stream<WorkloadRole> roles() {
        return roles.stream();
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
        return Stream.concat(
                desired(type), kept.stream().filter(type::isInstance).map(type::cast));
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
                .or(() -> staying(ref).flatMap(Owned::applied))
                .filter(type::isInstance)
                .map(type::cast);
    }
}
