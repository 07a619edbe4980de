package io.telcofactory.opennebula.backend;

import io.telcofactory.api.Change;
import io.telcofactory.api.Disruption;
import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.SecretRef;
import io.telcofactory.api.spi.Backend;
import io.telcofactory.api.spi.Execution;
import io.telcofactory.api.spi.Field;
import io.telcofactory.api.spi.Observation;
import io.telcofactory.api.spi.Owned;
import io.telcofactory.api.spi.Scope;
import io.telcofactory.api.spi.Time;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Drives a backend as the engine does, one resource after the other, without its judgement. */
final class BackendDriver {
    private final Backend backend;
    private final Scope scope;
    private final Time time;
    private final List<String> steps = new ArrayList<>();

    BackendDriver(Backend backend, Scope scope, Time time) {
        this.backend = backend;
        this.scope = scope;
        this.time = time;
    }

    /** The calls that changed something since the driver was made. */
    List<String> steps() {
        return List.copyOf(steps);
    }

    Map<String, String> ensure(Resource resource) {
        Change change = Change.builder()
                .ref(resource.ref())
                .action(Change.Action.UPDATE)
                .disruption(Disruption.NONE)
                .desired(resource)
                .build();
        return backend.ensure(resource, change, new Surroundings(owned()));
    }

    void remove(Ref ref) {
        Change change = Change.builder()
                .ref(ref)
                .action(Change.Action.DELETE)
                .disruption(Disruption.DELETE)
                .build();
        backend.remove(change, new Surroundings(owned()));
    }

    Map<Ref, Owned> owned() {
        Map<Ref, Owned> owned = new TreeMap<>();
        backend.observe(scope).owned().forEach(found -> owned.put(found.ref(), found));
        return owned;
    }

    Owned owned(Ref ref) {
        return Optional.ofNullable(owned().get(ref)).orElseThrow(() -> new AssertionError(ref + " is not there"));
    }

    /** The fields that differ, as {@code path: live -> wanted}. */
    List<String> differences(Resource resource) {
        Observation observation = backend.observe(scope);
        Map<String, String> symbols = new LinkedHashMap<>();
        observation.externals().forEach((key, value) -> symbols.put("${" + key + "}", value));
        observation
                .owned()
                .forEach(owned -> owned.outputs()
                        .forEach((output, value) -> symbols.put("${" + owned.ref() + ":" + output + "}", value)));
        Optional<Owned> live = observation.owned().stream()
                .filter(owned -> owned.ref().equals(resource.ref()))
                .findFirst();
        List<String> differences = new ArrayList<>();
        for (Field field : backend.render(resource, scope).fields()) {
            String wanted = field.value();
            for (Map.Entry<String, String> symbol : symbols.entrySet()) {
                wanted = wanted.replace(symbol.getKey(), symbol.getValue());
            }
            String found = live.map(owned -> owned.fields().get(field.path())).orElse("(none)");
            if (!wanted.equals(found)) {
                differences.add(field.path() + ": " + found + " -> " + wanted);
            }
        }
        return differences;
    }

    private final class Surroundings implements Execution {
        private final Map<Ref, Owned> owned;

        Surroundings(Map<Ref, Owned> owned) {
            this.owned = owned;
        }

        @Override
        public Scope scope() {
            return scope;
        }

        @Override
        public Time time() {
            return time;
        }

        @Override
        public String output(Ref ref, String output) {
            return Optional.ofNullable(owned.get(ref))
                    .map(found -> found.outputs().get(output))
                    .orElseThrow(() -> new IllegalStateException("no output " + output + " of " + ref));
        }

        @Override
        public String secret(SecretRef place) {
            return Samples.secret(place);
        }

        @Override
        public Optional<Owned> current() {
            return Optional.empty();
        }

        @Override
        public Map<Ref, Owned> owned() {
            return owned;
        }

        @Override
        public void proceed(String step) {
            steps.add(step);
        }

        @Override
        public void waiting(String state) {}
    }
}
