package io.telcofactory.opennebula.backend.read;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of the server's pools, read whole when it is first asked for, and then only what was made or changed since: numbers ascend and are
 * never given twice. Objects are found by a key, mostly their name. Threads: safe.
 *
 * @param <K> what objects are found by
 * @param <T> the objects
 */
final class Pool<K, T> {
    private final PoolSource<T> source;
    private final Predicate<T> kept;
    private final Function<T, List<K>> keys;
    private final PoolCalls calls;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Contents contents;

    /**
     * Makes a pool, of which nothing was read yet.
     *
     * @param source reads it
     * @param kept what of it matters
     * @param keys what an object is found by
     * @param calls what changes it
     */
    Pool(PoolSource<T> source, Predicate<T> kept, Function<T, List<K>> keys, PoolCalls calls) {
        this.source = source;
        this.kept = kept;
        this.keys = keys;
        this.calls = calls;
    }

    PoolCalls calls() {
        return calls;
    }

    /** Everything, in the order of numbers. */
    List<T> all() {
        return contents().seen.values().stream()
                .flatMap(one -> one.object().stream())
                .toList();
    }

    /** What is found by a key, in the order of numbers. */
    List<T> find(K key) {
        Contents known = contents();
        return known.ids(key).stream()
                .flatMap(id -> known.get(id).stream())
                .filter(object -> keys.apply(object).contains(key))
                .toList();
    }

    Optional<T> get(int id) {
        return contents().get(id);
    }

    /** Reads again what is known under a key. */
    void renew(K key) {
        Optional<IntFunction<Optional<T>>> one = source.one();
        if (one.isEmpty()) {
            forget();
            return;
        }
        Contents known = contents();
        for (int id : known.ids(key)) {
            long moment = known.clock.incrementAndGet();
            Optional<T> now = one.get().apply(id).filter(kept);
            now.ifPresentOrElse(object -> known.put(object, moment), () -> known.remove(id, moment));
        }
    }

    /** Reads what was made since. */
    void grow() {
        Contents known = contents();
        read(known, known.newest.get() + 1);
    }

    /** Forgets everything: it is read again when it is next asked for. */
    void forget() {
        contents = null;
    }

    private Contents contents() {
        Contents known = contents;
        if (known != null) {
            return known;
        }
        reading.lock();
        try {
            Contents meanwhile = contents;
            if (meanwhile != null) {
                return meanwhile;
            }
            Contents fresh = new Contents();
            read(fresh, 0);
            contents = fresh;
            return fresh;
        } finally {
            reading.unlock();
        }
    }

    private void read(Contents into, int first) {
        long moment = into.clock.incrementAndGet();
        try (Stream<T> objects = source.since().apply(first)) {
            objects.forEach(object -> {
                into.newest.accumulateAndGet(source.number().applyAsInt(object), Math::max);
                if (kept.test(object)) {
                    into.put(object, moment);
                }
            });
        }
    }

    /**
     * An object as it was at some moment.
     *
     * @param object the object, or nothing if it was gone
     * @param moment when reading it began: of two readings the one that began later counts
     */
    private record Seen<T>(Optional<T> object, long moment) {
        Seen<T> or(Seen<T> other) {
            return other.moment > moment ? other : this;
        }
    }

    /** What was read. */
    private final class Contents {
        private final NavigableMap<Integer, Seen<T>> seen = new ConcurrentSkipListMap<>();
        private final Map<K, Set<Integer>> index = new ConcurrentHashMap<>();
        private final AtomicInteger newest = new AtomicInteger(-1);
        private final AtomicLong clock = new AtomicLong();

        Set<Integer> ids(K key) {
            return index.getOrDefault(key, Set.of());
        }

        Optional<T> get(int id) {
            return Optional.ofNullable(seen.get(id)).flatMap(Seen::object);
        }

        void put(T object, long moment) {
            int id = source.number().applyAsInt(object);
            seen.merge(id, new Seen<>(Optional.of(object), moment), Seen::or);
            keys.apply(object)
                    .forEach(key -> index.computeIfAbsent(key, absent -> new ConcurrentSkipListSet<>())
                            .add(id));
        }

        void remove(int id, long moment) {
            seen.merge(id, new Seen<>(Optional.empty(), moment), Seen::or);
        }
    }
}
