package io.telcofactory.api;

import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.UnavailableException;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.spi.Backend;
import io.telcofactory.api.spi.Execution;
import io.telcofactory.api.spi.Field;
import io.telcofactory.api.spi.LockStore;
import io.telcofactory.api.spi.Observation;
import io.telcofactory.api.spi.Owned;
import io.telcofactory.api.spi.Rendering;
import io.telcofactory.api.spi.Scope;
import io.telcofactory.api.spi.SharedState;
import io.telcofactory.api.tenant.Tenant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A whole system in a map: enough to see what the engine asks of backends, and in which order. */
final class MemoryBackend implements Backend, LockStore {
    final Map<Ref, Thing> things = new LinkedHashMap<>();
    final List<String> log = new ArrayList<>();
    final Map<String, Held> locks = new TreeMap<>();
    final Map<Ref, List<String>> usedBy = new HashMap<>();
    final Map<Ref, Health> health = new HashMap<>();
    /** How many observations each change found in what the apply keeps. */
    final List<Integer> kept = new ArrayList<>();

    Runnable beforeObserving = () -> {};
    Ref failing = Ref.tenant("nobody");
    private int nextId = 1;

    static final class Thing {
        final String blueprint;
        final String id;
        Resource applied;
        final Map<String, String> fields = new LinkedHashMap<>();

        Thing(String blueprint, String id, Resource applied) {
            this.blueprint = blueprint;
            this.id = id;
            this.applied = applied;
        }
    }

    Thing thing(Resource resource) {
        return Objects.requireNonNull(things.get(resource.ref()));
    }

    Held lock(String name) {
        return Objects.requireNonNull(locks.get(name));
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Ref.TENANT, Ref.NETWORK, Ref.SERVICE);
    }

    @Override
    public Observation observe(Scope scope) {
        beforeObserving.run();
        List<Owned> owned = new ArrayList<>();
        things.forEach((ref, thing) -> owned.add(Owned.builder()
                .ref(ref)
                .blueprint(thing.blueprint)
                .applied(thing.applied)
                .fields(thing.fields)
                .putOutputs("id", thing.id)
                .usedBy(usedBy.getOrDefault(ref, List.of()))
                .health(health.getOrDefault(ref, Health.READY))
                .reason(health.containsKey(ref) ? "the test says so" : "")
                .build()));
        return new Observation(owned, Inventory.empty(), Map.of("image:framer", "7"), List.of());
    }

    @Override
    public Observation observe(Scope scope, SharedState shared) {
        shared.shared(AtomicInteger.class, AtomicInteger::new).incrementAndGet();
        return observe(scope);
    }

    @Override
    public Rendering render(Resource resource, Scope scope) {
        Rendering.Builder fields = Rendering.builder().step("create").fixed("name", scope.nativeName(resource.ref()));
        if (resource instanceof Tenant tenant) {
            fields.step("quota");
            tenant.quota().vms().ifPresent(limit -> fields.field("quota.vms", limit));
        } else if (resource instanceof TenantNetwork network) {
            fields.fixed("subnet", network.subnet());
            fields.step("update").field("routes", network.routes());
        } else if (resource instanceof AiService service) {
            service.roles().forEach(role -> {
                fields.step("create")
                        .fixed(
                                "roles." + role.name() + ".image",
                                Rendering.external("image", role.image().orElseThrow()));
                role.targets()
                        .forEach(ref -> fields.fixed(
                                "roles." + role.name() + ".nic." + ref.name(), Rendering.symbol(ref, "id")));
                fields.step("scale").field("roles." + role.name() + ".instances", role.instances());
            });
        }
        return fields.removal("delete").build();
    }

    @Override
    public synchronized Map<String, String> ensure(Resource resource, Change change, Execution execution) {
        execution.proceed("set");
        fail(resource.ref());
        log.add("ensure " + resource.ref());
        kept.add(execution.shared(AtomicInteger.class, AtomicInteger::new).get());
        Thing thing = things.computeIfAbsent(
                resource.ref(), ref -> new Thing(execution.scope().blueprint(), "id" + nextId++, resource));
        thing.applied = resource;
        for (Field field : render(resource, execution.scope()).fields()) {
            thing.fields.put(field.path(), resolve(field.value(), execution));
        }
        change.fields().stream()
                .filter(field -> field.to().isEmpty())
                .forEach(field -> thing.fields.remove(field.path()));
        return Map.of("id", thing.id);
    }

    private static String resolve(String value, Execution execution) {
        if (value.startsWith("${image:")) {
            return "7";
        }
        if (value.startsWith("${")) {
            return execution.output(Ref.parse(value.substring(2, value.indexOf(':'))), "id");
        }
        return value;
    }

    @Override
    public synchronized void remove(Change change, Execution execution) {
        execution.proceed("delete");
        fail(change.ref());
        log.add("remove " + change.ref());
        things.remove(change.ref());
    }

    private void fail(Ref ref) {
        if (ref.equals(failing)) {
            throw new UnavailableException(ErrorContext.of("memory", "set", ref.toString()), "The memory is full");
        }
    }

    @Override
    public Optional<LockStore> locks() {
        return Optional.of(this);
    }

    @Override
    public synchronized Map<String, Held> list(String prefix) {
        Map<String, Held> found = new LinkedHashMap<>(locks);
        found.keySet().removeIf(name -> !name.startsWith(prefix));
        return found;
    }

    @Override
    public synchronized Optional<Held> create(String name, String holder, String nonce) {
        if (locks.containsKey(name)) {
            return Optional.empty();
        }
        Held held = new Held("lock" + nextId++, holder, nonce);
        locks.put(name, held);
        return Optional.of(held);
    }

    @Override
    public synchronized Optional<Held> find(String name) {
        return Optional.ofNullable(locks.get(name));
    }

    @Override
    public synchronized boolean renew(String id, String nonce) {
        return locks.entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(id))
                .findFirst()
                .map(entry -> entry.setValue(new Held(id, entry.getValue().holder(), nonce)))
                .isPresent();
    }

    @Override
    public synchronized boolean delete(String id) {
        return locks.values().removeIf(held -> held.id().equals(id));
    }
}
