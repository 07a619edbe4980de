package io.telcofactory.api.internal.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Prints trees. */
final class NodeWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private NodeWriter() {}

    /** Prints in one line, without blanks. */
    static String json(Node node) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            write(node, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Prints for people: one field a line. */
    static String prettyJson(Node node) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            out.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
            write(node, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    static String yaml(Node node) {
        return YamlWriter.write(node);
    }

    private static void write(Node node, JsonGenerator out) throws IOException {
        if (node instanceof Node.Scalar scalar) {
            switch (scalar.type()) {
                case TEXT -> out.writeString(scalar.text());
                case NUMBER -> out.writeNumber(Integer.parseInt(scalar.text()));
                case BOOLEAN -> out.writeBoolean(Boolean.parseBoolean(scalar.text()));
            }
        } else if (node instanceof Node.Sequence list) {
            out.writeStartArray();
            for (Node item : list.items()) {
                write(item, out);
            }
            out.writeEndArray();
        } else if (node instanceof Node.Mapping object) {
            out.writeStartObject();
            for (Map.Entry<String, Node.Entry> field : object.fields().entrySet()) {
                out.writeFieldName(field.getKey());
                write(field.getValue().value(), out);
            }
            out.writeEndObject();
        } else {
            out.writeNull();
        }
    }
}
