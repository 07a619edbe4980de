package io.telcofactory.upf.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telcofactory.upf.nef.Merge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of a value with a builder: one line for each attribute says its name, its type, where it is read and where
 * it is set. Unknown attributes are passed over, so that a newer release on the other side breaks nothing; empty lists and
 * maps are not written.
 *
 * @param <T> type of the value
 * @param <B> its builder
 */
public final class JsonObject<T, B> implements JsonType<T> {
    private final Supplier<B> start;
    private final Function<B, ? extends T> finish;
    private final List<Attribute<T, B>> attributes = new ArrayList<>();

    private JsonObject(Supplier<B> start, Function<B, ? extends T> finish) {
        this.start = start;
        this.finish = finish;
    }

    /**
     * Starts a form without attributes.
     *
     * @param <T> type of the value
     * @param <B> its builder
     * @param type names {@code T}, since builders return a hidden class
     * @param start makes an empty builder
     * @param finish builds the value
     * @return the form, to which attributes are added
     */
    public static <T, B> JsonObject<T, B> of(Class<T> type, Supplier<B> start, Function<B, ? extends T> finish) {
        return new JsonObject<>(start, finish);
    }

    /**
     * Adds an attribute that is always there.
     *
     * @param <V> its type
     * @param name its name
     * @param type its JSON form
     * @param get reads it from the value
     * @param set sets it in the builder
     * @return this form
     */
    public <V> JsonObject<T, B> required(String name, JsonType<V> type, Function<T, V> get, BiConsumer<B, V> set) {
        return add(name, true, value -> type.write(get.apply(value)), (b, node) -> set.accept(b, type.read(node)));
    }

    /**
     * Adds an attribute that may be absent.
     *
     * @param <V> its type
     * @param name its name
     * @param type its JSON form
     * @param get reads it from the value
     * @param set sets it in the builder
     * @return this form
     */
    public <V> JsonObject<T, B> optional(
            String name, JsonType<V> type, Function<T, Optional<V>> get, BiConsumer<B, V> set) {
        return add(
                name,
                false,
                value -> get.apply(value).map(type::write).orElse(null),
                (b, node) -> set.accept(b, type.read(node)));
    }

    /**
     * Adds an array; empty and absent are the same.
     *
     * @param <V> type of its elements
     * @param name its name
     * @param type JSON form of an element
     * @param get reads it from the value
     * @param set sets it in the builder
     * @return this form
     */
    public <V> JsonObject<T, B> list(
            String name, JsonType<V> type, Function<T, List<V>> get, BiConsumer<B, List<V>> set) {
        JsonType<List<V>> list = type.list();
        return add(
                name,
                false,
                value -> get.apply(value).isEmpty() ? null : list.write(get.apply(value)),
                (b, node) -> set.accept(b, list.read(node)));
    }

    /**
     * Adds an object whose attribute names are keys.
     *
     * @param <V> type of its values
     * @param name its name
     * @param type JSON form of a value
     * @param get reads it from the value
     * @param set sets it in the builder
     * @return this form
     */
    public <V> JsonObject<T, B> map(
            String name, JsonType<V> type, Function<T, Map<String, V>> get, BiConsumer<B, Map<String, V>> set) {
        return add(
                name,
                false,
                value -> get.apply(value).isEmpty() ? null : writeMap(type, get.apply(value)),
                (b, node) -> set.accept(b, readMap(type, node)));
    }

    /**
     * Adds an attribute of a merge-patch, which may be kept, set, or removed by {@code null}.
     *
     * @param <V> its type
     * @param name its name
     * @param type its JSON form
     * @param get reads what to do from the value
     * @param set sets what to do in the builder
     * @return this form
     */
    public <V> JsonObject<T, B> merge(
            String name, JsonType<V> type, Function<T, Merge<V>> get, BiConsumer<B, Merge<V>> set) {
        Function<Merge<V>, @Nullable JsonNode> write = change ->
                change.isKeep() ? null : change.value().map(type::write).orElse(JsonNodeFactory.instance.nullNode());
        attributes.add(new Attribute<>(
                name,
                false,
                value -> write.apply(get.apply(value)),
                (b, node) -> set.accept(b, node.isNull() ? Merge.remove() : Merge.set(type.read(node))),
                true));
        return this;
    }

    /**
     * Adds attributes that lie one object deeper in the text than in the value; the object is written if it is not empty.
     *
     * @param name name of the object
     * @param part its attributes
     * @return this form
     */
    public JsonObject<T, B> nested(String name, JsonObject<T, B> part) {
        return add(
                name,
                false,
                value -> {
                    JsonNode object = part.write(value);
                    return object.isEmpty() ? null : object;
                },
                part::readInto);
    }

    private JsonObject<T, B> add(
            String name, boolean required, Function<T, @Nullable JsonNode> write, BiConsumer<B, JsonNode> read) {
        attributes.add(new Attribute<>(name, required, write, read, false));
        return this;
    }

    @Override
    public JsonNode write(T value) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Attribute<T, B> attribute : attributes) {
            JsonNode node = attribute.write.apply(value);
            if (node != null) {
                object.set(attribute.name, node);
            }
        }
        return object;
    }

    @Override
    public T read(JsonNode node) {
        B builder = start.get();
        readInto(builder, node);
        try {
            return finish.apply(builder);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new JsonMismatchException("", "is not valid: " + e.getMessage());
        }
    }

    private void readInto(B builder, JsonNode node) {
        if (!node.isObject()) {
            throw new JsonMismatchException("", "must be an object, not " + node.getNodeType());
        }
        for (Attribute<T, B> attribute : attributes) {
            readAttribute(attribute, builder, node.get(attribute.name));
        }
    }

    private void readAttribute(Attribute<T, B> attribute, B builder, @Nullable JsonNode node) {
        if (node == null || (node.isNull() && !attribute.nullMeansRemove)) {
            if (attribute.required) {
                throw new JsonMismatchException("", "lacks '" + attribute.name + "'");
            }
            return;
        }
        try {
            attribute.read.accept(builder, node);
        } catch (JsonMismatchException e) {
            throw e.below(attribute.name);
        }
    }

    private static <V> JsonNode writeMap(JsonType<V> type, Map<String, V> values) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        values.forEach((key, value) -> object.set(key, type.write(value)));
        return object;
    }

    private static <V> Map<String, V> readMap(JsonType<V> type, JsonNode node) {
        if (!node.isObject()) {
            throw new JsonMismatchException("", "must be an object, not " + node.getNodeType());
        }
        Map<String, V> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            try {
                values.put(entry.getKey(), type.read(entry.getValue()));
            } catch (JsonMismatchException e) {
                throw e.below(entry.getKey());
            }
        }
        return values;
    }

    private record Attribute<T, B>(
            String name,
            boolean required,
            Function<T, @Nullable JsonNode> write,
            BiConsumer<B, JsonNode> read,
            boolean nullMeansRemove) {}
}
