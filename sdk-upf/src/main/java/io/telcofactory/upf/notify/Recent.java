package io.telcofactory.upf.notify;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last value of each key; the keys that were not set for longest are forgotten, so that memory stays bounded. */
final class Recent<K, V> {
    private static final int REMEMBERED = 10_000;

    private final Map<K, V> values = new LinkedHashMap<>();

    /** Sets a value and tells whether it is another than before. */
    synchronized boolean changed(K key, V value) {
        V before = values.remove(key);
        values.put(key, value);
        if (values.size() > REMEMBERED) {
            values.remove(values.keySet().iterator().next());
        }
        return !value.equals(before);
    }

    /** Forgets a value, unless it was replaced. */
    synchronized void forget(K key, V value) {
        values.remove(key, value);
    }

    synchronized Optional<V> find(K key) {
        @Nullable V value = values.get(key);
        return Optional.ofNullable(value);
    }
}
