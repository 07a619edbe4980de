package io.telcofactory.api.internal.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Freely named texts, written in the order of their names. */
record TextMapForm(Form<String> text, String meaning) implements Form<Map<String, String>> {

    @Override
    public Optional<Map<String, String>> read(Node node, Trail trail) {
        if (!(node instanceof Node.Mapping object)) {
            trail.broken(node, "must be an object: " + meaning);
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        object.fields()
                .forEach((name, entry) ->
                        text.read(entry.value(), trail.field(name)).ifPresent(value -> values.put(name, value)));
        return values.size() == object.fields().size() ? Optional.of(values) : Optional.empty();
    }

    @Override
    public Node write(Map<String, String> values) {
        Map<String, Node.Entry> fields = new LinkedHashMap<>();
        new TreeMap<>(values).forEach((name, value) -> fields.put(name, new Node.Entry(Place.NONE, text.write(value))));
        return new Node.Mapping(Place.NONE, fields);
    }

    @Override
    public Shape shape() {
        return new Shape.Entries(meaning, text.shape());
    }
}
