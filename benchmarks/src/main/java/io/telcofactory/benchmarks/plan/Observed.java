package io.telcofactory.benchmarks.plan;

import io.telcofactory.api.Change;
import io.telcofactory.api.Resource;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.spi.Backend;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Execution;
import io.telcofactory.api.spi.Observation;
import io.telcofactory.api.spi.Owned;
import io.telcofactory.api.spi.Rendering;
import io.telcofactory.api.spi.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A real backend whose observation is given: it renders and checks as ever, and reads and changes nothing. */
final class Observed implements Backend {
    private final Backend backend;
    private final Inventory inventory;
    private final List<Owned> owned;

    Observed(Backend backend, Inventory inventory, List<Owned> owned) {
        this.backend = backend;
        this.inventory = inventory;
        this.owned = owned.stream()
                .filter(resource -> backend.kinds().contains(resource.ref().kind()))
                .toList();
    }

    @Override
    public String name() {
        return backend.name();
    }

    @Override
    public Set<String> kinds() {
        return backend.kinds();
    }

    @Override
    public Observation observe(Scope scope) {
        return new Observation(owned, inventory, World.EXTERNALS, List.of());
    }

    @Override
    public Rendering render(Resource resource, Scope scope) {
        return backend.render(resource, scope);
    }

    @Override
    public Map<String, String> ensure(Resource resource, Change change, Execution execution) {
        throw new UnsupportedOperationException("only planned");
    }

    @Override
    public void remove(Change change, Execution execution) {
        throw new UnsupportedOperationException("only planned");
    }

    @Override
    public List<Check> checks() {
        return backend.checks();
    }
}
