package io.telcofactory.api.internal.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An object with known fields.
 *
 * @param <T> type of the value
 * @param <B> type of its builder
 */
final class ObjectForm<T, B> implements Form<T> {
    private final Shape.Fields shape;
    private final List<Property<T, B, ?>> properties;
    private final Supplier<B> begin;
    private final Function<B, T> finish;

    private ObjectForm(Builder<T, B> builder) {
        this.properties = List.copyOf(builder.properties);
        this.begin = builder.begin;
        this.finish = builder.finish;
        this.shape = new Shape.Fields(builder.name, builder.meaning, properties);
    }

    static <T, B> Builder<T, B> of(String name, String meaning, Supplier<B> begin, Function<B, T> finish) {
        return new Builder<>(name, meaning, begin, finish);
    }

    @Override
    public Optional<T> read(Node node, Trail trail) {
        if (!(node instanceof Node.Mapping object)) {
            trail.broken(
                    node,
                    "must be an object with fields such as '"
                            + properties.get(0).name() + "'");
            return Optional.empty();
        }
        boolean readable =
                Names.known(object, properties.stream().map(Property::name).toList(), trail);
        B builder = begin.get();
        for (Property<T, B, ?> property : properties) {
            readable &= property.read(object, builder, trail);
        }
        return readable ? finish(builder, object, trail) : Optional.empty();
    }

    private Optional<T> finish(B builder, Node.Mapping object, Trail trail) {
        try {
            return Optional.of(finish.apply(builder));
        } catch (IllegalArgumentException e) {
            Violation.of(e).report(object, trail);
            return Optional.empty();
        }
    }

    @Override
    public Node.Mapping write(T value) {
        Map<String, Node.Entry> fields = new LinkedHashMap<>();
        properties.forEach(property -> property.write(value, fields));
        return new Node.Mapping(Place.NONE, fields);
    }

    @Override
    public Shape.Fields shape() {
        return shape;
    }

    /** Collects fields, in the order in which they are read, written and documented. */
    static final class Builder<T, B> {
        private final String name;
        private final String meaning;
        private final Supplier<B> begin;
        private final Function<B, T> finish;
        private final List<Property<T, B, ?>> properties = new ArrayList<>();

        private Builder(String name, String meaning, Supplier<B> begin, Function<B, T> finish) {
            this.name = name;
            this.meaning = meaning;
            this.begin = begin;
            this.finish = finish;
        }

        /** Adds a field that must be there. */
        <V> Builder<T, B> required(
                String field, Form<V> form, Function<T, V> get, BiConsumer<B, V> set, String description) {
            return add(
                    new Property<>(field, form, true, "", description, object -> Optional.of(get.apply(object)), set));
        }

        /** Adds a field that may be missing and then means nothing. */
        <V> Builder<T, B> optional(
                String field, Form<V> form, Function<T, Optional<V>> get, BiConsumer<B, V> set, String description) {
            return add(new Property<>(field, form, false, "", description, get, set));
        }

        /** Adds a field that may be missing and then has a fixed value, which is not written either. */
        <V> Builder<T, B> defaulted(
                String field, Form<V> form, Function<T, V> get, BiConsumer<B, V> set, V fallback, String description) {
            String text = NodeWriter.json(form.write(fallback));
            return derived(field, form, get, set, object -> fallback, text, description);
        }

        /** Adds a field that may be missing and then has a value that follows from the others, which is not written either. */
        <V> Builder<T, B> derived(
                String field,
                Form<V> form,
                Function<T, V> get,
                BiConsumer<B, V> set,
                Function<T, V> fallback,
                String rule,
                String description) {
            Function<T, Optional<V>> unlessDefault =
                    object -> Optional.of(get.apply(object)).filter(value -> !value.equals(fallback.apply(object)));
            return add(new Property<>(field, form, false, rule, description, unlessDefault, set));
        }

        private Builder<T, B> add(Property<T, B, ?> property) {
            properties.add(property);
            return this;
        }

        ObjectForm<T, B> build() {
            return new ObjectForm<>(this);
        }
    }
}
