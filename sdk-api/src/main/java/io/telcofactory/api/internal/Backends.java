package io.telcofactory.api.internal;

import io.telcofactory.api.Ref;
import io.telcofactory.api.spi.Backend;
import io.telcofactory.api.spi.LockStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows which backend makes which kind real. */
public final class Backends {
    private final List<Backend> all;
    private final Map<String, Backend> byKind = new LinkedHashMap<>();

    /**
     * Collects backends.
     *
     * @param all backends, no two for one kind
     */
    public Backends(List<Backend> all) {
        this.all = List.copyOf(all);
        for (Backend backend : all) {
            for (String kind : backend.kinds()) {
                Backend other = byKind.put(kind, backend);
                Checks.require(other == null, kind, "kind", "is served by two backends; give only one of them");
            }
        }
    }

    /**
     * Returns all backends.
     *
     * @return in the order they were given
     */
    public List<Backend> all() {
        return all;
    }

    /**
     * Finds the backend of a resource.
     *
     * @param ref the resource
     * @return its backend, or empty if none makes its kind real
     */
    public Optional<Backend> find(Ref ref) {
        return Optional.ofNullable(byKind.get(ref.kind()));
    }

    /**
     * Returns the backend of a resource that was planned.
     *
     * @param ref the resource
     * @return its backend
     * @throws IllegalArgumentException if none makes its kind real
     */
    public Backend get(Ref ref) {
        return find(ref)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no backend for " + ref + ": this factory serves only " + byKind.keySet()));
    }

    /**
     * Returns where locks are kept.
     *
     * @return the first store, or empty if no backend keeps locks
     */
    public Optional<LockStore> locks() {
        return all.stream().flatMap(backend -> backend.locks().stream()).findFirst();
    }
}
