package io.telcofactory.testkit.opennebula.internal.rpc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads calls in the form in which clients write nearly all of them: elements without attributes, numbers, booleans and texts. Whatever
 * else may be right or wrong is left to a whole parser of XML, which takes ten times as long.
 */
final class PlainCall {
    private static final int LONGEST_INTEGER = 9;
    private static final char UNREADABLE = '\uFFFD';

    private final String text;
    private int at;

    private PlainCall(String text) {
        this.text = text;
    }

    /** Reads a call; null if it is not of the plain form. */
    static @Nullable XmlRpcRequest parse(byte[] body) {
        PlainCall call = new PlainCall(new String(body, StandardCharsets.UTF_8));
        return call.declaration() ? call.request() : null;
    }

    private boolean declaration() {
        if (text.startsWith("<?xml version=\"1.0\"")) {
            int end = text.indexOf("?>");
            String encoding = end < 0 ? "unended" : text.substring("<?xml version=\"1.0\"".length(), end);
            at = end + 2;
            return encoding.isEmpty() || encoding.equalsIgnoreCase(" encoding=\"utf-8\"");
        }
        return true;
    }

    private @Nullable XmlRpcRequest request() {
        if (!next("<methodCall>") || !next("<methodName>")) {
            return null;
        }
        String method = content("</methodName>");
        if (method == null || !next("<params>")) {
            return null;
        }
        List<Object> params = new ArrayList<>();
        while (next("<param>")) {
            Object value = value();
            if (value == null || !next("</param>")) {
                return null;
            }
            params.add(value);
        }
        boolean complete = next("</params>") && next("</methodCall>") && next("");
        return complete && at == text.length() ? new XmlRpcRequest(method.strip(), params) : null;
    }

    private @Nullable Object value() {
        if (!next("<value>")) {
            return null;
        }
        Object value = null;
        if (next("<string>")) {
            value = content("</string>");
        } else if (next("<i4>")) {
            value = integer(content("</i4>"));
        } else if (next("<int>")) {
            value = integer(content("</int>"));
        } else if (next("<boolean>")) {
            String bit = content("</boolean>");
            value = "1".equals(bit) ? Boolean.TRUE : "0".equals(bit) ? Boolean.FALSE : null;
        }
        return next("</value>") ? value : null;
    }

    /** Skips blanks and then a tag, if that is what follows. */
    private boolean next(String tag) {
        int start = at;
        while (start < text.length() && " \n\t\r".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        if (!text.startsWith(tag, start)) {
            return false;
        }
        at = start + tag.length();
        return true;
    }

    /** Reads up to an end tag; null if there is anything before it but characters and the entities that each parser knows. */
    private @Nullable String content(String end) {
        int stop = text.indexOf('<', at);
        if (stop < 0 || !text.startsWith(end, stop) || !plain(stop)) {
            return null;
        }
        String found = unescaped(text.substring(at, stop));
        at = stop + end.length();
        return found;
    }

    private boolean plain(int stop) {
        for (int i = at; i < stop; i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\n' && c != '\t') || (c == ']' && text.startsWith("]]>", i))) {
                return false;
            }
            if (c >= UNREADABLE || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String unescaped(String escaped) {
        int ampersand = escaped.indexOf('&');
        if (ampersand < 0) {
            return escaped;
        }
        StringBuilder plain = new StringBuilder(escaped.length());
        int from = 0;
        for (; ampersand >= 0; ampersand = escaped.indexOf('&', from)) {
            int end = escaped.indexOf(';', ampersand);
            int character = end < 0 ? -1 : entity(escaped.substring(ampersand + 1, end));
            if (character < 0) {
                return null;
            }
            plain.append(escaped, from, ampersand).append((char) character);
            from = end + 1;
        }
        return plain.append(escaped, from, escaped.length()).toString();
    }

    private static int entity(String name) {
        return switch (name) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> -1;
        };
    }

    private static @Nullable Integer integer(@Nullable String digits) {
        if (digits == null || digits.isEmpty() || digits.length() > LONGEST_INTEGER) {
            return null;
        }
        for (int i = digits.startsWith("-") ? 1 : 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return null;
            }
        }
        return digits.equals("-") ? null : Integer.valueOf(digits);
    }
}
