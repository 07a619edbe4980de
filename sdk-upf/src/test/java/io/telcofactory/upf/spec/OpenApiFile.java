package io.telcofactory.upf.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Reads an OpenAPI document, and takes what it refers to in other files into its own components. */
final class OpenApiFile {
    private final Path main;
    private final Map<Path, JsonNode> files = new HashMap<>();
    private final ObjectNode imported = JsonNodeFactory.instance.objectNode();

    private OpenApiFile(Path main) {
        this.main = main.toAbsolutePath().normalize();
    }

    static JsonNode read(Path main) {
        OpenApiFile file = new OpenApiFile(main);
        ObjectNode document = (ObjectNode) file.rewritten(file.content(file.main), file.main);
        file.imported.properties().forEach(section -> {
            ObjectNode components = document.withObject("/components");
            ObjectNode own = components.withObjectProperty(section.getKey());
            section.getValue().properties().forEach(entry -> own.set(entry.getKey(), entry.getValue()));
        });
        return document;
    }

    private JsonNode content(Path file) {
        return files.computeIfAbsent(file, path -> {
            try {
                boolean json = path.toString().endsWith(".json");
                // Some releases have tabs at the end of lines, where YAML allows none.
                String text = Files.readString(path).replaceAll("[ \\t]+(?=\\R)", "");
                return (json ? new ObjectMapper() : new ObjectMapper(new YAMLFactory())).readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Copies a part of a file; its references lead into the main document afterwards. */
    private JsonNode rewritten(JsonNode node, Path file) {
        if (node instanceof ArrayNode list) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            list.forEach(item -> copy.add(rewritten(item, file)));
            return copy;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(entry -> {
            boolean reference =
                    entry.getKey().equals("$ref") && entry.getValue().isTextual();
            copy.set(
                    entry.getKey(),
                    reference
                            ? TextNode.valueOf(reference(entry.getValue().asText(), file))
                            : rewritten(entry.getValue(), file));
        });
        return copy;
    }

    private String reference(String text, Path file) {
        int hash = text.indexOf('#');
        Path target =
                hash == 0 ? file : file.resolveSibling(text.substring(0, hash)).normalize();
        String pointer = text.substring(hash + 1);
        return target.equals(main) ? "#" + pointer : taken(target, pointer);
    }

    private String taken(Path file, String pointer) {
        int last = pointer.lastIndexOf('/');
        String section = pointer.substring(pointer.lastIndexOf('/', last - 1) + 1, last);
        String name = file.getFileName().toString().replaceFirst("\\..*", "") + "." + pointer.substring(last + 1);
        ObjectNode components = imported.withObjectProperty(section);
        if (!components.has(name)) {
            components.putObject(name); // what refers to itself ends here
            components.set(name, rewritten(content(file).at(pointer), file));
        }
        return "#/components/" + section + "/" + name;
    }
}
