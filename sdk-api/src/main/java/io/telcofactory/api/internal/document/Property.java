package io.telcofactory.api.internal.document;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A field of an object.
 *
 * @param <T> type of the object
 * @param <B> type of its builder
 * @param <V> type of the field
 * @param name as documents spell it
 * @param form how its value stands there
 * @param required whether it must be there
 * @param fallback what holds if it is not there, in words or as a document would have it; empty if nothing does
 * @param description what it is, for people
 * @param get takes the value to write, nothing for one that need not be written
 * @param set puts the value read into the builder
 */
record Property<T, B, V>(
        String name,
        Form<V> form,
        boolean required,
        String fallback,
        String description,
        Function<T, Optional<V>> get,
        BiConsumer<B, V> set) {

    /** Reads the field into the builder; false if it could not. */
    boolean read(Node.Mapping object, B builder, Trail trail) {
        Node.Entry entry = object.fields().get(name);
        if (entry == null) {
            if (required) {
                trail.problem(object.place(), "the field '" + name + "' is missing; it is " + description);
            }
            return !required;
        }
        Optional<V> value = form.read(entry.value(), trail.field(name));
        value.ifPresent(v -> set.accept(builder, v));
        return value.isPresent();
    }

    /** Writes the field, unless its absence means the same. */
    void write(T object, Map<String, Node.Entry> fields) {
        get.apply(object).ifPresent(value -> fields.put(name, new Node.Entry(Place.NONE, form.write(value))));
    }
}
