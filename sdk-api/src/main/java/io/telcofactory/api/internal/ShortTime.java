package io.telcofactory.api.internal;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of times below a second: whole milliseconds or microseconds. */
public final class ShortTime {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9}) ?(ms|us)");
    private static final long NANOSECONDS = 1000;

    private ShortTime() {}

    /**
     * Checks a time.
     *
     * @param field what is checked, for the message
     * @param value the time
     * @return the time
     */
    public static Duration check(String field, Duration value) {
        return Checks.require(
                value.compareTo(Duration.ZERO) > 0 && value.toNanos() % NANOSECONDS == 0,
                value,
                field,
                "must be whole microseconds, more than 0");
    }

    /**
     * Reads a time.
     *
     * @param text for example {@code 20ms} or {@code 350us}
     * @return the time
     */
    public static Duration parse(String text) {
        Matcher form = FORM.matcher(text);
        Checks.require(form.matches(), text, "time", "must be a whole number and a unit: ms or us");
        long count = Long.parseLong(form.group(1));
        return form.group(2).equals("ms") ? Duration.ofMillis(count) : Duration.ofNanos(count * NANOSECONDS);
    }

    /**
     * Prints a time.
     *
     * @param time whole microseconds
     * @return in milliseconds if they are whole, else in microseconds
     */
    public static String print(Duration time) {
        long microseconds = time.toNanos() / NANOSECONDS;
        return microseconds % 1000 == 0 ? microseconds / 1000 + "ms" : microseconds + "us";
    }
}
