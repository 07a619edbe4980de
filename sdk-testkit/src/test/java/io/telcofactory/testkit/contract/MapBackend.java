package io.telcofactory.testkit.contract;

import io.telcofactory.api.Change;
import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.spi.Backend;
import io.telcofactory.api.spi.Execution;
import io.telcofactory.api.spi.Field;
import io.telcofactory.api.spi.LockStore;
import io.telcofactory.api.spi.Observation;
import io.telcofactory.api.spi.Owned;
import io.telcofactory.api.spi.Rendering;
import io.telcofactory.api.spi.Scope;
import io.telcofactory.api.spi.Stamp;
import io.telcofactory.api.tenant.Tenant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A backend on a {@link MapSystem}: the smallest that keeps all promises. Its parts can be broken one by one. */
class MapBackend implements Backend, LockStore {
    final MapSystem system;

    MapBackend(MapSystem system) {
        this.system = system;
    }

    @Override
    public String name() {
        return "map";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Ref.TENANT, Ref.NETWORK);
    }

    @Override
    public Observation observe(Scope scope) {
        List<Owned> owned = new ArrayList<>();
        system.all()
                .forEach((id, attributes) -> stamp(attributes)
                        .filter(stamp -> stamp.factory().equals(scope.factory()))
                        .ifPresent(stamp -> owned.add(Owned.builder()
                                .ref(stamp.ref())
                                .blueprint(stamp.blueprint())
                                .applied(stamp.value())
                                .fields(fields(attributes))
                                .putOutputs("id", id.toString())
                                .build())));
        return new Observation(owned, Inventory.empty(), Map.of(), List.of());
    }

    /** The stamp is no field: the engine compares what it says. */
    private static Map<String, String> fields(Map<String, String> attributes) {
        Map<String, String> fields = new HashMap<>(attributes);
        fields.remove("stamp");
        return fields;
    }

    private static Optional<Stamp> stamp(Map<String, String> attributes) {
        return Optional.ofNullable(attributes.get("stamp")).flatMap(Stamp::decode);
    }

    @Override
    public Rendering render(Resource resource, Scope scope) {
        Rendering.Builder fields = Rendering.builder().step("make").fixed("name", scope.nativeName(resource.ref()));
        fields.step("set");
        if (resource instanceof Tenant tenant) {
            tenant.quota().vms().ifPresent(limit -> fields.field("quota", limit));
        } else if (resource instanceof TenantNetwork network) {
            fields.fixed("subnet", network.subnet());
            fields.field("mtu", network.mtu().map(Object::toString).orElse("default"));
        }
        return fields.removal("delete").build();
    }

    @Override
    public Map<String, String> ensure(Resource resource, Change change, Execution execution) {
        int id = system.find(execution.scope().nativeName(resource.ref()));
        if (id == 0) {
            execution.proceed("make");
            id = system.make(execution.scope().nativeName(resource.ref()));
            set(id, "stamp", stampOf(resource, execution), execution);
        }
        for (Field field : render(resource, execution.scope()).fields()) {
            set(id, field.path(), field.value(), execution);
        }
        for (String gone : gone(change)) {
            execution.proceed("unset");
            system.unset(id, gone);
        }
        set(id, "stamp", stampOf(resource, execution), execution);
        return Map.of("id", Integer.toString(id));
    }

    void set(int id, String attribute, String value, Execution execution) {
        if (!system.get(id, attribute).equals(value)) {
            execution.proceed("set");
            system.set(id, attribute, value);
        }
    }

    static String stampOf(Resource resource, Execution execution) {
        Scope scope = execution.scope();
        return new Stamp(scope.factory(), scope.blueprint(), resource).encode();
    }

    private static List<String> gone(Change change) {
        return change.fields().stream()
                .filter(field -> field.to().isEmpty())
                .map(field -> field.path())
                .toList();
    }

    @Override
    public void remove(Change change, Execution execution) {
        int id = system.find(execution.scope().nativeName(change.ref()));
        if (id != 0) {
            execution.proceed("delete");
            system.delete(id);
        }
    }

    @Override
    public Optional<LockStore> locks() {
        return Optional.of(this);
    }

    @Override
    public Map<String, Held> list(String prefix) {
        return system.all().values().stream()
                .map(attributes -> attributes.get("name"))
                .filter(name -> name.startsWith("lock-" + prefix))
                .map(name -> name.substring("lock-".length()))
                .collect(Collectors.toMap(name -> name, name -> find(name).orElseThrow()));
    }

    @Override
    public Optional<Held> create(String name, String holder, String nonce) {
        int id = system.makeOnly("lock-" + name, Map.of("holder", holder, "nonce", nonce));
        return id == 0 ? Optional.empty() : Optional.of(new Held(Integer.toString(id), holder, nonce));
    }

    @Override
    public Optional<Held> find(String name) {
        int id = system.find("lock-" + name);
        return id == 0
                ? Optional.empty()
                : Optional.of(new Held(Integer.toString(id), system.get(id, "holder"), system.get(id, "nonce")));
    }

    @Override
    public boolean renew(String id, String nonce) {
        return system.set(Integer.parseInt(id), "nonce", nonce);
    }

    @Override
    public boolean delete(String id) {
        return system.delete(Integer.parseInt(id));
    }
}
