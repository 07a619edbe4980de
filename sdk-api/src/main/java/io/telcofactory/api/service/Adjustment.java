package io.telcofactory.api.service;

import io.telcofactory.api.internal.Checks;
import java.util.regex.Matcher;

/**
 * How the number of a role's instances changes. It never leaves the role's bounds.
 *
 * @since 0.1
 */
public sealed interface Adjustment {

    /**
     * Returns a change by a number.
     *
     * @param instances to start, or to end if negative; -1000 to 1000, not 0
     * @return the change
     */
    static Adjustment by(int instances) {
        return new By(instances);
    }

    /**
     * Returns a change to a number.
     *
     * @param instances 1 to 1000
     * @return the change
     */
    static Adjustment to(int instances) {
        return new To(instances);
    }

    /**
     * Returns a change by a part of the number there is.
     *
     * @param percent -1000 to 1000, not 0; rounded towards no change
     * @param least how many instances to start or end at least, 1 to 1000
     * @return the change
     */
    static Adjustment byPercent(int percent, int least) {
        return new ByPercent(percent, least);
    }

    /**
     * Reads the printed form.
     *
     * @param text {@code +1}, {@code -2}, {@code 4}, {@code +50 %} or {@code -20 % at least 2}
     * @return the change
     * @throws IllegalArgumentException if the text has another shape
     */
    static Adjustment parse(String text) {
        Matcher form = AdjustmentText.FORM.matcher(text);
        Checks.require(form.matches(), text, "adjust", "must look like +1, -2, 4, +50 % or -20 % at least 2");
        int number = Integer.parseInt(form.group("sign") + form.group("number"));
        if (form.group("percent") != null) {
            Checks.require(
                    !form.group("sign").isEmpty(), text, "adjust", "must begin with + or - if it is a percentage");
            String least = form.group("least");
            return byPercent(number, least == null ? 1 : Integer.parseInt(least));
        }
        return form.group("sign").isEmpty() ? to(number) : by(number);
    }

    /**
     * A change by a number.
     *
     * @param instances to start, or to end if negative
     */
    record By(int instances) implements Adjustment {
        /** Checks the number. */
        public By {
            AdjustmentText.step("adjust", instances);
        }

        /** Returns {@code +1} or {@code -2}. */
        @Override
        public String toString() {
            return AdjustmentText.signed(instances);
        }
    }

    /**
     * A change to a number.
     *
     * @param instances how many there shall be
     */
    record To(int instances) implements Adjustment {
        /** Checks the number. */
        public To {
            Checks.range("adjust", instances, 1, AdjustmentText.MOST);
        }

        /** Returns {@code 4}. */
        @Override
        public String toString() {
            return Integer.toString(instances);
        }
    }

    /**
     * A change by a part of the number there is.
     *
     * @param percent of the instances there are
     * @param least how many to start or end at least
     */
    record ByPercent(int percent, int least) implements Adjustment {
        /** Checks the numbers. */
        public ByPercent {
            AdjustmentText.step("adjust in %", percent);
            Checks.range("adjust at least", least, 1, AdjustmentText.MOST);
        }

        /** Returns {@code +50 %} or {@code -20 % at least 2}. */
        @Override
        public String toString() {
            return AdjustmentText.signed(percent) + " %" + (least == 1 ? "" : " at least " + least);
        }
    }
}
