package io.telcofactory.api.internal;

import java.util.regex.Pattern;

/** Argument checks whose messages name the field, the value and the rule. */
public final class Checks {
    private static final Pattern NAME = Pattern.compile("[a-z]([a-z0-9-]{0,38}[a-z0-9])?");

    private Checks() {}

    /**
     * Checks a name of a resource, factory or blueprint: a DNS label of at most 40 characters that begins with a letter.
     *
     * @param field what is named, for the message
     * @param value the name
     * @return the name
     */
    public static String name(String field, String value) {
        return require(
                NAME.matcher(value).matches(),
                value,
                field,
                "must be 1 to 40 lower-case letters, digits or '-', begin with a letter and not end with '-'");
    }

    /**
     * Checks that a number lies in a range.
     *
     * @param field what is checked, for the message
     * @param value the number
     * @param min smallest allowed
     * @param max largest allowed
     * @return the number
     */
    public static int range(String field, int value, int min, int max) {
        return require(
                value >= min && value <= max,
                value,
                field,
                max == Integer.MAX_VALUE ? "must be at least " + min : "must be " + min + " to " + max);
    }

    /**
     * Checks any rule.
     *
     * @param <T> type of the value
     * @param ok whether the rule holds
     * @param value the value
     * @param field what is checked
     * @param rule the rule in words, beginning with a verb
     * @return the value
     */
    public static <T> T require(boolean ok, T value, String field, String rule) {
        if (!ok) {
            throw new IllegalArgumentException(field + " = '" + value + "' " + rule);
        }
        return value;
    }
}
