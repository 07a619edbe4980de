package io.telcofactory.api.internal.plan;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Ref;
import io.telcofactory.api.internal.Backends;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.spi.Adoption;
import io.telcofactory.api.spi.Backend;
import io.telcofactory.api.spi.Observation;
import io.telcofactory.api.spi.Owned;
import io.telcofactory.api.spi.Scope;
import io.telcofactory.api.spi.SharedState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is: the observations of all backends, side by side.
 *
 * @param owned what the factory owns, by reference
 * @param inventory of the first backend that has one
 * @param externals what symbols of external things stand for
 * @param findings what is wrong whatever is asked
 */
public record World(Map<Ref, Owned> owned, Inventory inventory, Map<String, String> externals, List<Finding> findings) {

    /**
     * Looks at everything once.
     *
     * @param backends all backends
     * @param scope whose resources are meant
     * @return what was found
     */
    public static World observe(Backends backends, Scope scope) {
        return observe(backends, backend -> backend.observe(scope));
    }

    /**
     * Looks once at what is owned, and at neither inventory nor findings.
     *
     * @param backends all backends
     * @param scope whose resources are meant
     * @param shared what each backend keeps of what it read
     * @return what was found
     */
    public static World observe(Backends backends, Scope scope, Function<Backend, SharedState> shared) {
        return observe(backends, backend -> backend.observe(scope, shared.apply(backend)));
    }

    private static World observe(Backends backends, Function<Backend, Observation> look) {
        Map<Ref, Owned> owned = new LinkedHashMap<>();
        Map<String, String> externals = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        Inventory inventory = Inventory.empty();
        for (Backend backend : backends.all()) {
            Observation observation = look.apply(backend);
            observation.owned().forEach(resource -> owned.put(resource.ref(), resource));
            externals.putAll(observation.externals());
            findings.addAll(observation.findings());
            inventory = inventory.equals(Inventory.empty()) ? observation.inventory() : inventory;
        }
        return new World(owned, inventory, externals, findings);
    }

    /**
     * Sees some things of others as ours, as they will be.
     *
     * @param adoptions by the resources that they become
     * @return a copy in which the inventory names these resources as owners of their networks
     */
    World with(Map<Ref, Adoption> adoptions) {
        Map<String, Ref> owners = new HashMap<>();
        adoptions.forEach((ref, adoption) -> {
            if (ref.kind().equals(Ref.NETWORK)) {
                owners.put(adoption.nativeId(), ref);
            }
        });
        List<Inventory.Network> networks = inventory.networks().stream()
                .map(network -> network.ownedBy(
                        network.owner().or(() -> Optional.ofNullable(owners.get(Integer.toString(network.id()))))))
                .toList();
        Inventory seen = Inventory.builder().from(inventory).networks(networks).build();
        return new World(owned, seen, externals, findings);
    }

    /**
     * Finds a resource as plans see it: with the value in its stamp as one more field.
     *
     * @param ref which one
     * @return the resource, or empty if the factory does not own it
     */
    public Optional<Owned> find(Ref ref) {
        return Optional.ofNullable(owned.get(ref)).map(AppliedValue::addTo);
    }
}
