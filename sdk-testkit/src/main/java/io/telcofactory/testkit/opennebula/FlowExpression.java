package io.telcofactory.testkit.opennebula;

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
            evaluate(text, name -> null);
            return null;
        } catch (Broken broken) {
            return String.valueOf(broken.getMessage());
        }
    }

    /** Evaluates; a comparison with a name that has no value is false. */
    static boolean evaluate(String text, Function<String, @Nullable Double> values) {
        FlowExpression parser = new FlowExpression(text, values);
        boolean result = parser.expression();
        if (!parser.token.isEmpty() || parser.position < text.stripTrailing().length()) {
            throw parser.broken();
        }
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
            advance();
            boolean right = expression();
            return and ? left && right : left || right;
        }
        return left;
    }

    private boolean condition() {
        if (token.equals("!")) {
            advance();
            return !expression();
        }
        if (token.equals("(")) {
            advance();
            boolean inner = expression();
            if (!token.equals(")")) {
                throw broken();
            }
            advance();
            return inner;
        }
        Double left = operand();
        String operator = token;
        if (!operator.matches("==|=|!=|<>|>=|<=|>|<")) {
            throw broken();
        }
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
        return current.matches("-?\\d.*")
                ? Double.valueOf(current)
                : values.apply(current.replaceAll("[\"']", "").toUpperCase(java.util.Locale.ROOT));
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
