package io.telcofactory.api.internal.apply;

import io.telcofactory.api.Ref;
import io.telcofactory.api.spi.Owned;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is known of each resource at this moment of an apply. */
final class Outputs {
    private final Map<Ref, Map<String, String>> known = new ConcurrentHashMap<>();

    Outputs(Map<Ref, Owned> observed) {
        observed.forEach((ref, owned) -> known.put(ref, owned.outputs()));
    }

    Map<String, String> of(Ref ref) {
        return known.getOrDefault(ref, Map.of());
    }

    void set(Ref ref, Map<String, String> outputs) {
        known.put(ref, outputs);
    }

    void forget(Ref ref) {
        known.remove(ref);
    }
}
