package io.telcofactory.api.internal.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes a JSON Schema (draft 2020-12) from the descriptions of forms. */
final class SchemaGenerator {
    private final Map<String, Node> definitions = new TreeMap<>();

    private SchemaGenerator() {}

    static String blueprint() {
        SchemaGenerator generator = new SchemaGenerator();
        Map<String, Node> properties = new LinkedHashMap<>();
        properties.put(BlueprintDocument.NAME, generator.schema(Forms.NAME.shape()));
        Kind.ALL.forEach(kind -> properties.put(
                kind.section(), generator.schema(new Shape.Items(kind.form().shape()))));
        return generator.document("Blueprint", properties, List.of(BlueprintDocument.NAME));
    }

    static String site() {
        SchemaGenerator generator = new SchemaGenerator();
        return generator.document(
                "Site", generator.properties(SiteForms.SITE.shape()), required(SiteForms.SITE.shape()));
    }

    private String document(String title, Map<String, Node> properties, List<String> required) {
        Map<String, Node> schema = new LinkedHashMap<>();
        schema.put("$schema", Node.Scalar.text("https://json-schema.org/draft/2020-12/schema"));
        schema.put("title", Node.Scalar.text(title));
        schema.putAll(object(properties, required));
        schema.put("$defs", mapping(definitions));
        return NodeWriter.prettyJson(mapping(schema));
    }

    private Node schema(Shape shape) {
        if (shape instanceof Shape.Text text) {
            return text(text);
        }
        if (shape instanceof Shape.Whole whole) {
            Map<String, Node> schema = typed("integer");
            schema.put("minimum", Node.Scalar.number(whole.min()));
            schema.put("maximum", Node.Scalar.number(whole.max()));
            return mapping(schema);
        }
        if (shape instanceof Shape.Choice choice) {
            return mapping(Map.of("enum", texts(choice.words())));
        }
        if (shape instanceof Shape.Flag) {
            return mapping(typed("boolean"));
        }
        if (shape instanceof Shape.Items items) {
            Map<String, Node> schema = typed("array");
            schema.put("items", schema(items.of()));
            return mapping(schema);
        }
        if (shape instanceof Shape.Entries entries) {
            Map<String, Node> schema = typed("object");
            schema.put("additionalProperties", schema(entries.of()));
            return mapping(schema);
        }
        if (shape instanceof Shape.Any any) {
            return mapping(Map.of(
                    "anyOf", sequence(any.shapes().stream().map(this::schema).toList())));
        }
        return reference((Shape.Fields) shape);
    }

    /** Readers of YAML take some unquoted texts for numbers. */
    private static Node text(Shape.Text text) {
        Map<String, Node> schema = new LinkedHashMap<>();
        schema.put("type", texts(List.of("string", "number")));
        if (!text.pattern().isEmpty()) {
            schema.put("pattern", Node.Scalar.text(text.pattern()));
        }
        return mapping(schema);
    }

    private Node reference(Shape.Fields fields) {
        if (!definitions.containsKey(fields.name())) {
            Map<String, Node> schema = new LinkedHashMap<>();
            schema.put("description", Node.Scalar.text(fields.meaning()));
            schema.putAll(object(properties(fields), required(fields)));
            definitions.put(fields.name(), mapping(schema));
        }
        return mapping(Map.of("$ref", Node.Scalar.text("#/$defs/" + fields.name())));
    }

    private static Map<String, Node> object(Map<String, Node> properties, List<String> required) {
        Map<String, Node> schema = typed("object");
        schema.put("properties", mapping(properties));
        schema.put("required", texts(required));
        schema.put("additionalProperties", Node.Scalar.truth(false));
        return schema;
    }

    private Map<String, Node> properties(Shape.Fields fields) {
        Map<String, Node> properties = new LinkedHashMap<>();
        for (Property<?, ?, ?> property : fields.properties()) {
            Map<String, Node> schema = new LinkedHashMap<>();
            String fallback = property.fallback().isEmpty() ? "" : " (default: " + property.fallback() + ")";
            schema.put("description", Node.Scalar.text(property.description() + fallback));
            ((Node.Mapping) schema(property.form().shape()))
                    .fields()
                    .forEach((name, entry) -> schema.put(name, entry.value()));
            properties.put(property.name(), mapping(schema));
        }
        return properties;
    }

    private static List<String> required(Shape.Fields fields) {
        return fields.properties().stream()
                .filter(Property::required)
                .map(Property::name)
                .toList();
    }

    private static Map<String, Node> typed(String type) {
        Map<String, Node> schema = new LinkedHashMap<>();
        schema.put("type", Node.Scalar.text(type));
        return schema;
    }

    private static Node texts(List<String> texts) {
        return sequence(texts.stream().<Node>map(Node.Scalar::text).toList());
    }

    private static Node sequence(List<Node> items) {
        return new Node.Sequence(Place.NONE, items);
    }

    private static Node.Mapping mapping(Map<String, Node> fields) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        fields.forEach((name, value) -> entries.put(name, new Node.Entry(Place.NONE, value)));
        return new Node.Mapping(Place.NONE, entries);
    }
}
