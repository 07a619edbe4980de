package io.telcofactory.testkit.opennebula.internal.flow;

import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The expressions of elasticity policies. There is no precedence: an operator takes all that stands right of it. */
final class FlowExpression {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(&&|\\|\\||[&|!()]|==|!=|<>|>=|<=|=|>|<|-?\\d+(?:\\.\\d+)?|[\"']?[A-Za-z]\\w*[\"']?)");

    private static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Broken(String message) {
            super(message, null, false, false);
        }
    }

    private final String text;
    private final Matcher tokens;
    private final Function<String, @Nullable Double> values;
    private final StringBuilder seen = new StringBuilder();
    private int position;
    private String token = "";

    private FlowExpression(String text, Function<String, @Nullable Double> values) {
        this.text = text;
        this.tokens = TOKEN.matcher(text);
        this.values = values;
        advance();
    }

    /** Explains what is wrong with an expression, or returns null. */
    static @Nullable String flaw(String text) {
        try {
            evaluate(text, name -> null, new StringBuilder());
            return null;
        } catch (Broken broken) {
            return String.valueOf(broken.getMessage());
        }
    }

    /**
     * Evaluates; a comparison with a name that has no value is false.
     *
     * @param seen gets the expression with the values that it had, as in {@code LOAD[95.0] > 80}
     */
    static boolean evaluate(String text, Function<String, @Nullable Double> values, StringBuilder seen) {
        FlowExpression parser = new FlowExpression(text, values);
        boolean result = parser.expression();
        if (!parser.token.isEmpty() || parser.position < text.stripTrailing().length()) {
            throw parser.broken();
        }
        seen.append(parser.seen);
        return result;
    }

    private void advance() {
        tokens.region(position, text.length());
        if (tokens.lookingAt()) {
            token = tokens.group(1);
            position = tokens.end();
        } else {
            token = "";
        }
    }

    private boolean expression() {
        boolean left = condition();
        if (token.startsWith("&") || token.startsWith("|")) {
            boolean and = token.startsWith("&");
            seen.append(' ').append(token).append(' ');
            advance();
            boolean right = expression();
            return and ? left && right : left || right;
        }
        return left;
    }

    private boolean condition() {
        if (token.equals("!")) {
            seen.append('!');
            advance();
            return !expression();
        }
        if (token.equals("(")) {
            seen.append('(');
            advance();
            boolean inner = expression();
            if (!token.equals(")")) {
                throw broken();
            }
            seen.append(')');
            advance();
            return inner;
        }
        Double left = operand();
        String operator = token;
        if (!operator.matches("==|=|!=|<>|>=|<=|>|<")) {
            throw broken();
        }
        seen.append(' ').append(operator).append(' ');
        advance();
        Double right = operand();
        return left != null && right != null && compare(left, operator, right);
    }

    private @Nullable Double operand() {
        String current = token;
        if (current.isEmpty() || !current.matches("-?\\d.*|[\"']?[A-Za-z].*")) {
            throw broken();
        }
        advance();
        if (current.matches("-?\\d.*")) {
            seen.append(current);
            return Double.valueOf(current);
        }
        String name = current.replaceAll("[\"']", "").toUpperCase(Locale.ROOT);
        Double value = values.apply(name);
        seen.append(name).append('[').append(value == null ? "--" : value).append(']');
        return value;
    }

    private static boolean compare(double left, String operator, double right) {
        int order = Double.compare(left, right);
        return switch (operator) {
            case "==", "=" -> order == 0;
            case "!=", "<>" -> order != 0;
            case ">" -> order > 0;
            case "<" -> order < 0;
            case ">=" -> order >= 0;
            default -> order <= 0;
        };
    }

    private Broken broken() {
        int at = Math.max(0, token.isEmpty() ? position : position - token.length());
        return new Broken("Expected one of ' ', '-', [0-9], '\"', '\\'', [a-zA-Z] at line 1, column " + at + " (byte "
                + at + ") after "
                + text.substring(0, Math.min(at, text.length())).stripTrailing());
    }
}
