package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.OneObject;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All objects of a kind by id. Ids are never used twice. */
public final class Pool<T extends OneObject> {

    private final Kind kind;
    private final TreeMap<Integer, T> objects = new TreeMap<>();
    private int nextId;

    Pool(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    int nextId() {
        return nextId;
    }

    /** Lets ids that the system keeps for itself pass. */
    public void startAt(int id) {
        nextId = Math.max(nextId, id);
    }

    T add(T object) {
        objects.put(object.id(), object);
        nextId = Math.max(nextId, object.id() + 1);
        return object;
    }

    public void remove(int id) {
        objects.remove(id);
    }

    public @Nullable T find(int id) {
        return objects.get(id);
    }

    /** Returns the object or fails as oned does. */
    T get(int id) {
        T object = objects.get(id);
        if (object == null) {
            throw OneError.missing(kind, id);
        }
        return object;
    }

    public @Nullable T first(Predicate<T> test) {
        for (T object : objects.values()) {
            if (test.test(object)) {
                return object;
            }
        }
        return null;
    }

    public Collection<T> all() {
        return objects.values();
    }

    /** Newest first: the order in which pools are listed, API_LIST_ORDER = DESC as shipped. */
    public NavigableMap<Integer, T> newestFirst() {
        return objects.descendingMap();
    }

    int size() {
        return objects.size();
    }
}
