package io.telcofactory.api.internal;

import java.time.Duration;

/** Argument checks whose messages name the field, the value and the rule. */
public final class Checks {
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_LINE = 128;

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
                isName(value),
                value,
                field,
                "must be 1 to 40 lower-case letters, digits or '-', begin with a letter and not end with '-'");
    }

    /** Without a regular expression: each reference that is made comes by here, thousands in one plan. */
    private static boolean isName(String value) {
        int length = value.length();
        if (length == 0 || length > LONGEST_NAME || !isLetter(value.charAt(0)) || value.charAt(length - 1) == '-') {
            return false;
        }
        for (int i = 1; i < length; i++) {
            char c = value.charAt(i);
            if (!isLetter(c) && !(c >= '0' && c <= '9') && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    /**
     * Checks a text that stands in one line of a server's document.
     *
     * @param field what is checked, for the message
     * @param value the text
     * @return the text
     */
    public static String line(String field, String value) {
        return require(
                !value.isEmpty()
                        && value.length() <= LONGEST_LINE
                        && value.chars().noneMatch(Checks::isControl),
                value,
                field,
                "must be 1 to " + LONGEST_LINE + " characters in one line");
    }

    private static boolean isControl(int c) {
        return c < ' ' || c == '\u007f';
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
     * Checks a time that servers count in seconds.
     *
     * @param field what is checked, for the message
     * @param value the time
     * @return the time
     */
    public static Duration seconds(String field, Duration value) {
        return require(
                !value.isNegative() && value.toNanosPart() == 0 && value.toDays() < 1,
                value,
                field,
                "must be whole seconds, less than a day");
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
