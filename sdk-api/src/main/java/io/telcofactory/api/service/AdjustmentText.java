package io.telcofactory.api.service;

import io.telcofactory.api.internal.Checks;
import java.util.regex.Pattern;

/** How adjustments are written, and what their numbers may be. */
final class AdjustmentText {
    static final int MOST = 1000;
    static final Pattern FORM =
            Pattern.compile("(?<sign>[+-]?)(?<number>\\d{1,4})(?<percent> ?%(?: at least (?<least>\\d{1,4}))?)?");

    private AdjustmentText() {}

    static void step(String field, int value) {
        Checks.range(field, value, -MOST, MOST);
        Checks.require(value != 0, value, field, "must not be 0");
    }

    static String signed(int value) {
        return value > 0 ? "+" + value : Integer.toString(value);
    }
}
