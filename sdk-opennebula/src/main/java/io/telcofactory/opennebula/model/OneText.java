package io.telcofactory.opennebula.model;

import java.util.Locale;

/** Checks names and values against what OpenNebula keeps unchanged. */
final class OneText {

    private OneText() {}

    static String name(String name) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_.:-]*")) {
            throw new IllegalArgumentException(
                    "The name of an attribute has letters, digits and underscores and starts with no digit, was '"
                            + name + "'");
        }
        return name.toUpperCase(Locale.ROOT);
    }

    static String value(String name, String value) {
        if (!value.isEmpty() && (isBlank(value.charAt(0)) || isBlank(value.charAt(value.length() - 1)))) {
            throw refused(name, "begins or ends with white space, which the server cuts off");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\r') {
                throw refused(name, "holds a carriage return, which the server drops; use line feeds");
            }
            if (c < ' ' && c != '\n' && c != '\t') {
                throw refused(name, "holds the control character U+" + hex(c) + ", which XML cannot carry");
            }
            if (Character.isSurrogate(c)) {
                throw refused(
                        name, "holds a character beyond U+FFFF (an emoji, for example), which the server refuses");
            }
            if (c >= 0xFFFE) {
                throw refused(name, "holds U+" + hex(c) + ", which is no character of XML");
            }
        }
        if (value.contains("]]>") || value.contains("<![CDATA[")) {
            throw refused(
                    name, "holds ']]>' or '<![CDATA[', which makes the server drop the whole change without an error");
        }
        return value;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n';
    }

    private static String hex(char c) {
        return String.format(Locale.ROOT, "%04X", (int) c);
    }

    private static IllegalArgumentException refused(String name, String reason) {
        return new IllegalArgumentException("The value of " + name + " " + reason);
    }
}
