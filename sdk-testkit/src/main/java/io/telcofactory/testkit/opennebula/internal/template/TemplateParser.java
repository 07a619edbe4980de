package io.telcofactory.testkit.opennebula.internal.template;

import io.telcofactory.testkit.opennebula.internal.template.Attribute.Text;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import java.util.Locale;

/**
 * Reads the {@code KEY = "value"} syntax, with vectors and comments, as oned's own grammar does: names in upper case,
 * {@code \"} unescaped, {@code \\} left alone, values trimmed at both ends.
 */
public final class TemplateParser {

    private final String text;
    private int at;
    private int line;
    private int lineStart;

    private TemplateParser(String text) {
        this.text = text;
    }

    /**
     * Parses a template in either syntax.
     *
     * @throws TemplateSyntaxException with the message of the real parser as far as it is known
     */
    public static Template parse(String text) throws TemplateSyntaxException {
        String trimmed = text.stripLeading();
        if (trimmed.startsWith("<")) {
            return XmlTemplateParser.parse(trimmed);
        }
        return new TemplateParser(text).template();
    }

    private Template template() throws TemplateSyntaxException {
        Template template = new Template();
        skipBlanks();
        while (at < text.length()) {
            int start = column();
            String name = name();
            if (name.isEmpty()) {
                throw unexpected(tokenHere(), "$end or VARIABLE", start);
            }
            skipSpaces();
            if (!accept('=')) {
                throw unexpected(at < text.length() ? "VARIABLE" : "$end", "EQUAL or EQUAL_EMPTY", column());
            }
            template.add(name, value());
            skipBlanks();
        }
        return template;
    }

    private Attribute value() throws TemplateSyntaxException {
        skipSpaces();
        if (at >= text.length()) {
            throw unexpected("$end", "OBRACKET or CCDATA or STRING", column());
        }
        char first = text.charAt(at);
        if (first == '[') {
            at++;
            return vector();
        }
        if (first == '"') {
            return new Text(quoted());
        }
        int end = text.indexOf('\n', at);
        String raw = text.substring(at, end < 0 ? text.length() : end);
        int comment = raw.indexOf('#');
        at += raw.length();
        return new Text(checked((comment < 0 ? raw : raw.substring(0, comment)).strip()));
    }

    private Vector vector() throws TemplateSyntaxException {
        Vector vector = new Vector();
        skipBlanks();
        if (accept(']')) {
            return vector;
        }
        while (true) {
            skipBlanks();
            String key = name();
            if (key.isEmpty()) {
                throw unexpected(tokenHere(), "CBRACKET or VARIABLE", column());
            }
            skipBlanks();
            if (!accept('=')) {
                throw unexpected(tokenHere(), "EQUAL or EQUAL_EMPTY", column());
            }
            vector.set(key, vectorValue());
            skipBlanks();
            if (accept(']')) {
                return vector;
            }
            if (!accept(',')) {
                throw unexpected(tokenHere(), "COMMA or CBRACKET", column());
            }
        }
    }

    private String vectorValue() throws TemplateSyntaxException {
        skipSpaces();
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int start = at;
        while (at < text.length() && ",]\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return checked(text.substring(start, at).strip());
    }

    private String quoted() throws TemplateSyntaxException {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                value.append('"');
                at += 2;
            } else {
                newLineIf(c);
                value.append(c);
                at++;
            }
        }
        if (at >= text.length()) {
            throw unexpected("$end", "OBRACKET or CCDATA or STRING", column());
        }
        at++;
        return checked(value.toString().replace("\r\n", "\n").strip());
    }

    private static String checked(String value) throws TemplateSyntaxException {
        if (value.contains("]]>") || value.contains("<![CDATA[")) {
            throw new TemplateSyntaxException("Parse error.");
        }
        return value;
    }

    private String name() {
        int start = at;
        while (at < text.length() && "=[],\"# \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at).toUpperCase(Locale.ROOT);
    }

    private boolean accept(char expected) {
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    private void skipSpaces() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    private void skipBlanks() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (Character.isWhitespace(c)) {
                newLineIf(c);
                at++;
            } else {
                return;
            }
        }
    }

    private void newLineIf(char c) {
        if (c == '\n') {
            line++;
            lineStart = at + 1;
        }
    }

    private int column() {
        return at - lineStart + 1;
    }

    private String tokenHere() {
        if (at >= text.length()) {
            return "$end";
        }
        return switch (text.charAt(at)) {
            case '=' -> "EQUAL";
            case '[' -> "OBRACKET";
            case ']' -> "CBRACKET";
            case ',' -> "COMMA";
            case '"' -> "STRING";
            default -> "VARIABLE";
        };
    }

    private TemplateSyntaxException unexpected(String token, String expected, int column) {
        return new TemplateSyntaxException("Parse error: syntax error, unexpected " + token + ", expecting " + expected
                + " at line " + line + ", columns " + (column - 1) + ":" + column);
    }
}
