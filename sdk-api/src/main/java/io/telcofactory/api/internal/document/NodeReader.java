package io.telcofactory.api.internal.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads JSON and YAML from Jackson's token stream into a tree whose nodes know where they stand. */
final class NodeReader {
    private static final JsonFactory JSON = new JsonFactory();
    private static final YAMLFactory YAML = new YAMLFactory();

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final JsonParser parser;
    private final Problems problems;

    private NodeReader(JsonParser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** Reads a text; what is not well-formed is thrown together with what was noted before it. */
    static Node read(String text, String source, Problems problems) {
        if (text.length() > Limits.CHARACTERS) {
            problems.add(
                    new Place(1, 1),
                    "the document has " + text.length() + " characters, at most " + Limits.CHARACTERS + " are read");
            throw problems.exception();
        }
        String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        try (JsonParser parser = (isJson(content, source) ? JSON : YAML).createParser(content)) {
            return new NodeReader(parser, problems).document();
        } catch (Stop stop) {
            throw problems.exception();
        } catch (JsonProcessingException e) {
            problems.add(place(e.getLocation()), syntax(e));
            throw problems.exception();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isJson(String text, String source) {
        return source.endsWith(".json") || (text.stripLeading().startsWith("{") && !source.matches(".*\\.ya?ml"));
    }

    private Node document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            problems.add(new Place(1, 1), "the document is empty");
            throw new Stop();
        }
        Node root = node(first, 1);
        if (parser.nextToken() != null) {
            problems.add(place(), "a second document begins; a source holds one");
        }
        return root;
    }

    private Node node(JsonToken token, int depth) throws IOException {
        Place place = place();
        if (depth > Limits.DEPTH) {
            problems.add(place, "the document is nested deeper than " + Limits.DEPTH + " levels");
            throw new Stop();
        }
        refuseAnchors(place);
        return switch (token) {
            case START_OBJECT -> mapping(place, depth);
            case START_ARRAY -> sequence(place, depth);
            case VALUE_NULL -> new Node.Blank(place);
            case VALUE_STRING -> new Node.Scalar(place, parser.getText(), Node.Type.TEXT);
            default -> new Node.Scalar(place, parser.getText(), Node.Type.NUMBER);
        };
    }

    private Node mapping(Place place, int depth) throws IOException {
        Map<String, Node.Entry> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Place at = place();
            String name = parser.currentName();
            Node value = node(parser.nextToken(), depth + 1);
            Node.Entry earlier = fields.putIfAbsent(name, new Node.Entry(at, value));
            if (earlier != null) {
                problems.add(
                        at,
                        "the field '" + name + "' stands twice, first in line "
                                + earlier.place().line());
            }
        }
        return new Node.Mapping(place, fields);
    }

    private Node sequence(Place place, int depth) throws IOException {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token, depth + 1));
        }
        return new Node.Sequence(place, items);
    }

    /** A few anchors can stand for a document of any size, and an alias hides where a value comes from. */
    private void refuseAnchors(Place place) throws IOException {
        if (parser instanceof YAMLParser yaml && (yaml.isCurrentAlias() || yaml.getObjectId() != null)) {
            problems.add(place, "anchors (&) and aliases (*) are not read; write the value out");
            throw new Stop();
        }
    }

    private Place place() {
        return place(parser.currentTokenLocation());
    }

    private static Place place(@Nullable JsonLocation location) {
        return location == null ? new Place(1, 1) : new Place(location.getLineNr(), location.getColumnNr());
    }

    /** Keeps the sentences of a parser's message and leaves out its drawings of the text. */
    private static String syntax(JsonProcessingException e) {
        return "not well-formed: "
                + e.getOriginalMessage()
                        .replaceFirst(", got this instead: .*", "")
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith(" "))
                        .collect(Collectors.joining(", "));
    }

    /** Ends the reading after a problem that makes the rest meaningless. */
    private static final class Stop extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
