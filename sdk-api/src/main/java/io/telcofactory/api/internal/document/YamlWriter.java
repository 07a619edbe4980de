package io.telcofactory.api.internal.document;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Prints trees as YAML in block style. A text goes without quotes only if every YAML reader, of version 1.1 or 1.2, takes it
 * for a text; all others are quoted with all that is not printable escaped, since emitters and readers disagree on it.
 */
final class YamlWriter {
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}/]([\\p{L}\\p{N} ._/+@%()*-]*[\\p{L}\\p{N}._/+@%()*-])?"
                    + "|\\p{N}[\\p{N}.]*[./-][\\p{L}\\p{N}./-]*/\\p{N}+"
                    + "|\\p{N}+ ?(B|KiB|MiB|GiB|TiB|s|m|h)"
                    + "|(\\p{N}{1,3}\\.){3}\\p{N}{1,3}");
    private static final Set<String> NOT_TEXT = Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

    private final StringBuilder out = new StringBuilder();

    private YamlWriter() {}

    static String write(Node root) {
        YamlWriter writer = new YamlWriter();
        writer.block(root, 0);
        return writer.out.toString();
    }

    /** Writes a node whose first line has been indented already. */
    private void block(Node node, int indent) {
        if (node instanceof Node.Mapping object && !object.fields().isEmpty()) {
            mapping(object, indent);
        } else if (node instanceof Node.Sequence list && !list.items().isEmpty()) {
            sequence(list, indent);
        } else {
            out.append(inline(node)).append('\n');
        }
    }

    private void mapping(Node.Mapping object, int indent) {
        String separator = "";
        for (Map.Entry<String, Node.Entry> field : object.fields().entrySet()) {
            out.append(separator).append(text(field.getKey())).append(':');
            separator = " ".repeat(indent);
            Node value = field.getValue().value();
            if (isBlock(value)) {
                out.append('\n').append(" ".repeat(indent + 2));
                block(value, indent + 2);
            } else {
                out.append(' ').append(inline(value)).append('\n');
            }
        }
    }

    private void sequence(Node.Sequence list, int indent) {
        String separator = "";
        for (Node item : list.items()) {
            out.append(separator).append("- ");
            separator = " ".repeat(indent);
            block(item, indent + 2);
        }
    }

    private static boolean isBlock(Node node) {
        return (node instanceof Node.Mapping object && !object.fields().isEmpty())
                || (node instanceof Node.Sequence list && !list.items().isEmpty());
    }

    private static String inline(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return scalar.type() == Node.Type.TEXT ? text(scalar.text()) : scalar.text();
        }
        if (node instanceof Node.Sequence) {
            return "[]";
        }
        return node instanceof Node.Mapping ? "{}" : "null";
    }

    private static String text(String text) {
        return PLAIN.matcher(text).matches() && !NOT_TEXT.contains(text.toLowerCase(Locale.ROOT)) ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c == '\n') {
                quoted.append("\\n");
            } else if (c == '\t') {
                quoted.append("\\t");
            } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || c == '\uFEFF') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
