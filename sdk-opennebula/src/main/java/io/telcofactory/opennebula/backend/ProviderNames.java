package io.telcofactory.opennebula.backend;

import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.opennebula.backend.read.Pools;
import io.telcofactory.opennebula.backend.render.QuotaForm.Thing;
import io.telcofactory.opennebula.model.OneObject;
import java.util.List;
import java.util.Optional;

/** What tenants name of the provider, by name and by id. A name that several things have stands for none of them. */
final class ProviderNames {
    private final Pools pools;

    ProviderNames(Pools pools) {
        this.pools = pools;
    }

    /** The name of the cluster whose id stands alone in a set, empty for the empty set. */
    Optional<String> cluster(String ids) {
        return ids.isEmpty()
                ? Optional.of("")
                : pools.clusters().stream()
                        .filter(cluster -> Integer.toString(cluster.id()).equals(ids))
                        .map(OneObject::name)
                        .findFirst();
    }

    Optional<String> datastore(int id) {
        return name(pools.datastores(), id);
    }

    Optional<String> network(int id) {
        return name(pools.networks(), id);
    }

    private static Optional<String> name(List<? extends OneObject> objects, int id) {
        return objects.stream()
                .filter(object -> object.id() == id)
                .map(OneObject::name)
                .filter(name -> find(objects, name).isPresent())
                .findFirst();
    }

    private static Optional<Integer> find(List<? extends OneObject> objects, String name) {
        List<Integer> ids = objects.stream()
                .filter(object -> object.name().equals(name))
                .map(OneObject::id)
                .toList();
        return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
    }

    /** The id of a network. */
    int network(String name) {
        return id(pools.networks(), "network", name);
    }

    /** The id of an image. */
    int image(String name) {
        return id(pools.images(), "image", name);
    }

    int id(Thing thing) {
        return switch (thing.kind()) {
            case VM -> id(pools.clusters(), "cluster", thing.name());
            case DATASTORE -> id(pools.datastores(), "datastore", thing.name());
            case NETWORK -> network(thing.name());
        };
    }

    private static int id(List<? extends OneObject> objects, String kind, String name) {
        return find(objects, name)
                .orElseThrow(() -> new NotFoundException(
                        ErrorContext.of(OpenNebulaBackend.NAME, "ensure", name),
                        "The blueprint names " + kind + " '" + name
                                + "', but the server has none or several of that name;"
                                + " name another one, or rename all but one of them"));
    }
}
