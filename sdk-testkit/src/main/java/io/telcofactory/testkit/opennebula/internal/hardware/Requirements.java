package io.telcofactory.testkit.opennebula.internal.hardware;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scheduling expressions over the attributes of a host or datastore: {@code = != > < @> & | !} and parentheses, values
 * with {@code *} as a wildcard. An attribute may have several values, as {@code CLUSTERS/ID} has.
 */
public final class Requirements {

    /** An expression that does not parse. */
    public static final class SyntaxError extends RuntimeException {

        private static final long serialVersionUID = 1L;

        SyntaxError(String message) {
            super(message, null, false, false);
        }
    }

    private static final Pattern TOKEN = Pattern.compile("\\s*(\"(?:[^\"])*\"|@>|!=|<>|[=<>&|()!]|[^\\s=<>&|()!\"]+)");

    private final Matcher tokens;
    private final Function<String, List<String>> attributes;
    private String token = "";

    private Requirements(String text, Function<String, List<String>> attributes) {
        this.tokens = TOKEN.matcher(text);
        this.attributes = attributes;
        advance();
    }

    public static boolean met(String expression, Function<String, List<String>> attributes) {
        if (expression.isBlank()) {
            return true;
        }
        Requirements parser = new Requirements(expression, attributes);
        boolean result = parser.expression();
        if (!parser.token.isEmpty()) {
            throw new SyntaxError("syntax error, unexpected " + parser.token);
        }
        return result;
    }

    private void advance() {
        token = tokens.lookingAt() ? tokens.group(1) : "";
        if (!token.isEmpty()) {
            tokens.region(tokens.end(), tokens.regionEnd());
        } else if (!tokens.hitEnd()) {
            throw new SyntaxError("syntax error");
        }
    }

    private boolean expression() {
        boolean value = term();
        while (token.equals("&") || token.equals("|")) {
            boolean and = token.equals("&");
            advance();
            boolean right = term();
            value = and ? value && right : value || right;
        }
        return value;
    }

    private boolean term() {
        if (token.equals("!")) {
            advance();
            return !term();
        }
        if (token.equals("(")) {
            advance();
            boolean value = expression();
            if (!token.equals(")")) {
                throw new SyntaxError("syntax error, expecting )");
            }
            advance();
            return value;
        }
        return comparison();
    }

    private boolean comparison() {
        String name = unquoted(token);
        if (name.isEmpty() || "=<>&|)".contains(name)) {
            throw new SyntaxError("syntax error, unexpected " + (token.isEmpty() ? "end" : token));
        }
        advance();
        String operator = token;
        if (!List.of("=", "!=", "<>", ">", "<", "@>").contains(operator)) {
            throw new SyntaxError("syntax error, unexpected " + (token.isEmpty() ? "end" : token));
        }
        advance();
        String wanted = unquoted(token);
        if (token.isEmpty()) {
            throw new SyntaxError("syntax error, unexpected end");
        }
        advance();
        List<String> values = attributes.apply(name);
        return switch (operator) {
            case "=", "@>" -> values.stream().anyMatch(value -> equal(value, wanted));
            case "!=", "<>" -> values.stream().noneMatch(value -> equal(value, wanted));
            case ">" -> values.stream().anyMatch(value -> compare(value, wanted) > 0);
            default -> values.stream().anyMatch(value -> compare(value, wanted) < 0);
        };
    }

    private static String unquoted(String text) {
        return text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
    }

    private static boolean equal(String value, String wanted) {
        if (wanted.contains("*")) {
            String regex = Pattern.quote(wanted).replace("*", "\\E.*\\Q");
            return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                    .matcher(value)
                    .matches();
        }
        return value.equalsIgnoreCase(wanted) || (isNumber(value) && isNumber(wanted) && compare(value, wanted) == 0);
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d+(\\.\\d+)?");
    }

    private static int compare(String value, String wanted) {
        if (!isNumber(value) || !isNumber(wanted)) {
            return 0;
        }
        return Double.compare(Double.parseDouble(value), Double.parseDouble(wanted));
    }
}
