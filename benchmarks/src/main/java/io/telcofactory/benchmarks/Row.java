package io.telcofactory.benchmarks;

import java.util.Locale;

/** One line of a table. Empty text stands where a column does not apply. */
public record Row(String what, String baseline, String ours, String ratio, String target, Verdict verdict) {

    /**
     * Makes a row that asks ours to be at most {@code maximum} times the baseline of the same run.
     *
     * @param baseline what is compared with, in the unit
     * @param ours what the SDK needs, in the unit
     */
    public static Row ratio(String what, Unit unit, double baseline, double ours, double maximum) {
        if (!(baseline > 0)) {
            throw new IllegalArgumentException("baseline of '" + what + "' is " + baseline + ", must be above 0");
        }
        double ratio = ours / baseline;
        return new Row(
                what,
                unit.print(baseline),
                unit.print(ours),
                times(ratio),
                "<= " + times(maximum),
                Verdict.of(ratio <= maximum));
    }

    /** Makes a row that asks ours to be at most {@code maximum}; show {@link Calibration#row} beside a time. */
    public static Row atMost(String what, Unit unit, double ours, double maximum) {
        return new Row(what, "", unit.print(ours), "", "<= " + unit.print(maximum), Verdict.of(ours <= maximum));
    }

    /** Makes a row that asks ours to be at least {@code minimum}; show {@link Calibration#row} beside a rate. */
    public static Row atLeast(String what, Unit unit, double ours, double minimum) {
        return new Row(what, "", unit.print(ours), "", ">= " + unit.print(minimum), Verdict.of(ours >= minimum));
    }

    /** Makes a row that only reports how ours compares with the baseline of the same run. */
    public static Row compared(String what, Unit unit, double baseline, double ours) {
        return new Row(what, unit.print(baseline), unit.print(ours), times(ours / baseline), "", Verdict.NONE);
    }

    /** Makes a row without a target. */
    public static Row note(String what, Unit unit, double ours) {
        return new Row(what, "", unit.print(ours), "", "", Verdict.NONE);
    }

    private static String times(double factor) {
        return String.format(Locale.ROOT, "%.2fx", factor);
    }
}
