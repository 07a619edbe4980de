package io.telcofactory.api.internal.document;

import io.telcofactory.api.Blueprint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a blueprint stands in a document: its name, then a section for each kind. */
final class BlueprintDocument {
    private static final String NAME = "blueprint";

    private BlueprintDocument() {}

    static Node write(Blueprint blueprint) {
        Map<String, Node.Entry> fields = new LinkedHashMap<>();
        fields.put(NAME, new Node.Entry(Place.NONE, Node.Scalar.text(blueprint.name())));
        for (Kind<?> kind : Kind.ALL) {
            List<Node> section = blueprint.resources().stream()
                    .filter(kind.type()::isInstance)
                    .<Node>map(kind::write)
                    .toList();
            if (!section.isEmpty()) {
                fields.put(kind.section(), new Node.Entry(Place.NONE, new Node.Sequence(Place.NONE, section)));
            }
        }
        return new Node.Mapping(Place.NONE, fields);
    }
}
