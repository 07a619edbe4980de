package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.internal.WireText;
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
        WireText.refusal(value).ifPresent(reason -> {
            throw refused(name, reason);
        });
        if (value.indexOf('\r') >= 0) {
            throw refused(name, "holds a carriage return, which the server drops; use line feeds");
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

    private static IllegalArgumentException refused(String name, String reason) {
        return new IllegalArgumentException("The value of " + name + " " + reason);
    }
}
