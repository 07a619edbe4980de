package io.telcofactory.api.internal.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Freely named values, written in the order of their names.
 *
 * @param <V> the values
 * @param value the form of each
 * @param meaning what they are
 * @param name an example of a name
 */
record MapForm<V>(Form<V> value, String meaning, String name) implements Form<Map<String, V>> {

    @Override
    public Optional<Map<String, V>> read(Node node, Trail trail) {
        if (!(node instanceof Node.Mapping object)) {
            trail.broken(node, "must be an object: " + meaning);
            return Optional.empty();
        }
        Map<String, V> values = new LinkedHashMap<>();
        object.fields()
                .forEach((name, entry) ->
                        value.read(entry.value(), trail.field(name)).ifPresent(read -> values.put(name, read)));
        return values.size() == object.fields().size() ? Optional.of(values) : Optional.empty();
    }

    @Override
    public Node write(Map<String, V> values) {
        Map<String, Node.Entry> fields = new LinkedHashMap<>();
        new TreeMap<>(values).forEach((name, each) -> fields.put(name, new Node.Entry(Place.NONE, value.write(each))));
        return new Node.Mapping(Place.NONE, fields);
    }

    @Override
    public Shape shape() {
        return new Shape.Entries(meaning, name, value.shape());
    }
}
