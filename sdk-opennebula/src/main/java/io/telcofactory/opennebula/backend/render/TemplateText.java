package io.telcofactory.opennebula.backend.render;

import io.telcofactory.opennebula.model.OneTemplate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the server's own syntax of templates, <code>KEY = "value"</code> and <code>KEY = [ A = "b", C = d ]</code>, in which apps of
 * marketplaces hold the templates of their machines. The client itself only writes XML.
 */
final class TemplateText {
    private final String text;
    private int at;

    private TemplateText(String text) {
        this.text = text;
    }

    /**
     * Reads a template.
     *
     * @param text any text
     * @return the template, or empty if the text is none
     */
    static Optional<OneTemplate> read(String text) {
        try {
            return Optional.of(new TemplateText(text).template());
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private OneTemplate template() {
        OneTemplate.Builder template = OneTemplate.builder();
        for (skip(true); at < text.length(); skip(true)) {
            String name = name();
            if (peek() == '[') {
                Map<String, String> vector = vector();
                template.add(name, content -> vector.forEach(content::set));
            } else {
                template.add(name, value(false));
            }
        }
        return template.build();
    }

    /** A name and the sign of equality behind it. */
    private String name() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        String name = text.substring(start, at);
        skip(false);
        expect('=');
        skip(false);
        return name;
    }

    private Map<String, String> vector() {
        Map<String, String> vector = new LinkedHashMap<>();
        expect('[');
        skip(true);
        while (peek() != ']') {
            String key = name();
            vector.put(key, value(true));
            skip(true);
            if (peek() == ',') {
                at++;
                skip(true);
            }
        }
        at++;
        return vector;
    }

    /** A text in quotes, or one that ends with its line, in a vector also at the next comma or bracket. */
    private String value(boolean inVector) {
        if (peek() == '"') {
            return quoted();
        }
        int start = at;
        while (at < text.length() && text.charAt(at) != '\n' && !(inVector && (peek() == ',' || peek() == ']'))) {
            at++;
        }
        return text.substring(start, at).strip();
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        expect('"');
        while (peek() != '"') {
            if (peek() == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                at++;
            }
            value.append(text.charAt(at));
            at++;
        }
        at++;
        return value.toString().strip();
    }

    private void skip(boolean lines) {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#' && lines) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (c == ' ' || c == '\t' || (lines && (c == '\n' || c == '\r'))) {
                at++;
            } else {
                return;
            }
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw new IllegalArgumentException("the template ends too early");
        }
        return text.charAt(at);
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw new IllegalArgumentException("'" + wanted + "' is missing at " + at);
        }
        at++;
    }
}
