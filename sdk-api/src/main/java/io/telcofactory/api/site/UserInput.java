package io.telcofactory.api.site;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A parameter that an app of a marketplace asks for.
 *
 * @param name as the guest is told
 * @param mandatory whether it must have a value
 * @param type what it takes
 * @param bounds the choices of a list, lower and upper bound of a range, else nothing
 * @param initial the value it has if none is given, or empty
 * @since 0.1
 */
public record UserInput(String name, boolean mandatory, Type type, List<String> bounds, Optional<String> initial) {
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,18})?");

    /** What a parameter takes. Source: OpenNebula 7.4, {@code USER_INPUTS}. */
    public enum Type {
        /** Any text. */
        TEXT,
        /** Any text, in base64. */
        TEXT64,
        /** A text that nobody shall read. */
        PASSWORD,
        /** A whole number. */
        NUMBER,
        /** A decimal number. */
        DECIMAL,
        /** A whole number within bounds. */
        RANGE,
        /** A decimal number within bounds. */
        DECIMAL_RANGE,
        /** One of several texts. */
        LIST,
        /** Several of several texts, separated by commas. */
        LIST_MULTIPLE,
        /** {@code YES} or {@code NO}. */
        BOOLEAN,
        /** What the app says, and nothing else. */
        FIXED,
        /** A type of a later release; any text is taken. */
        UNKNOWN
    }

    /** Keeps the list unmodifiable. */
    public UserInput {
        bounds = List.copyOf(bounds);
    }

    /**
     * Tells what is wrong with a value.
     *
     * @param value any text
     * @return what it must be, or empty if it is taken
     */
    public Optional<String> refusal(String value) {
        return switch (type) {
            case NUMBER -> unless(WHOLE.matcher(value).matches(), "a whole number");
            case DECIMAL -> unless(DECIMAL.matcher(value).matches(), "a number");
            case RANGE -> unless(WHOLE.matcher(value).matches() && within(value), "a whole number of " + range());
            case DECIMAL_RANGE -> unless(DECIMAL.matcher(value).matches() && within(value), "a number of " + range());
            case LIST -> unless(bounds.contains(value), "one of " + String.join(", ", bounds));
            case LIST_MULTIPLE ->
                unless(bounds.containsAll(List.of(value.split(","))), "some of " + String.join(",", bounds));
            case BOOLEAN -> unless(value.equals("YES") || value.equals("NO"), "YES or NO");
            case TEXT64 -> unless(base64(value), "in base64");
            case FIXED -> unless(value.equals(initial.orElse("")), initial.orElse("left out"));
            case TEXT, PASSWORD, UNKNOWN -> Optional.empty();
        };
    }

    private boolean within(String value) {
        BigDecimal number = new BigDecimal(value);
        return bounds.size() != 2
                || (number.compareTo(new BigDecimal(bounds.get(0))) >= 0
                        && number.compareTo(new BigDecimal(bounds.get(1))) <= 0);
    }

    private String range() {
        return String.join(" to ", bounds);
    }

    private static boolean base64(String value) {
        try {
            Base64.getDecoder().decode(value);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<String> unless(boolean taken, String rule) {
        return taken ? Optional.empty() : Optional.of(rule);
    }
}
