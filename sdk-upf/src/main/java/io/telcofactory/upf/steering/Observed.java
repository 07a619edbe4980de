package io.telcofactory.upf.steering;

import io.telcofactory.api.Ref;
import io.telcofactory.upf.steering.StampedSubscriptions.Stamped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The subscriptions as an apply observed them under its locks: good for the first look of each change, so that not every change reads them
 * all. After its own first act a change looks again. Threads: safe.
 */
final class Observed {
    private final Set<Ref> looked = ConcurrentHashMap.newKeySet();
    private volatile Optional<Map<Ref, List<Stamped>>> byRef = Optional.empty();

    void set(Map<Ref, List<Stamped>> holders) {
        byRef = Optional.of(Map.copyOf(holders));
    }

    /** What was observed of a resource, whatever its blueprint; nothing if it was looked at before, or never observed. */
    Optional<List<Stamped>> firstLook(Ref ref) {
        return byRef.filter(observed -> looked.add(ref)).map(observed -> observed.getOrDefault(ref, List.of()));
    }
}
