package io.telcofactory.api.internal.document;

import io.telcofactory.api.Blueprint;
import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How a blueprint stands in a document: its name, then a section for each kind. */
final class BlueprintDocument {
    static final String NAME = "blueprint";

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

    static Optional<Blueprint> read(Node node, Trail trail) {
        if (!(node instanceof Node.Mapping document)) {
            trail.broken(node, "must be an object with the field '" + NAME + "'");
            return Optional.empty();
        }
        Names.known(document, fieldNames(), trail);
        Optional<String> name = name(document, trail);
        List<Item> items = new ArrayList<>();
        for (Kind<?> kind : Kind.ALL) {
            Node.Entry section = document.fields().get(kind.section());
            if (section != null) {
                items.addAll(items(kind, section.value(), trail.field(kind.section())));
            }
        }
        References.check(items);
        return trail.problems().none()
                ? name.map(text ->
                        Blueprint.of(text, items.stream().flatMap(Item::read).toList()))
                : Optional.empty();
    }

    static List<String> fieldNames() {
        return Stream.concat(Stream.of(NAME), Kind.ALL.stream().map(Kind::section))
                .toList();
    }

    private static Optional<String> name(Node.Mapping document, Trail trail) {
        Node.Entry entry = document.fields().get(NAME);
        if (entry == null) {
            trail.problem(document.place(), "the field '" + NAME + "' is missing; it is the blueprint's name");
            return Optional.empty();
        }
        return Forms.NAME.read(entry.value(), trail.field(NAME));
    }

    private static List<Item> items(Kind<?> kind, Node section, Trail trail) {
        if (!(section instanceof Node.Sequence list)) {
            trail.broken(section, "must be a list");
            return List.of();
        }
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            Node node = list.items().get(i);
            Trail at = trail.item(i);
            items.add(new Item(kind, node, at, kind.form().read(node, at).map(Resource.class::cast)));
        }
        return items;
    }

    /**
     * A resource of the document.
     *
     * @param kind its kind, by its section
     * @param node where it stands
     * @param trail the way there
     * @param value what was read, or empty if it could not be
     */
    record Item(Kind<?> kind, Node node, Trail trail, Optional<Resource> value) {

        Stream<Resource> read() {
            return value.stream();
        }

        /** Returns its reference also if the rest of it could not be read, so that others are not blamed for it. */
        Optional<Ref> ref() {
            if (value.isPresent()) {
                return value.map(Resource::ref);
            }
            Optional<String> name = scalar("name");
            Optional<String> tenant = kind.name().equals(Ref.TENANT) ? name : scalar("tenant");
            try {
                return name.flatMap(n -> tenant.map(t -> new Ref(kind.name(), t, n)));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        private Optional<String> scalar(String field) {
            return node instanceof Node.Mapping object ? object.text(field) : Optional.empty();
        }
    }
}
