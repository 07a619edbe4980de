package io.telcofactory.testkit.opennebula.internal.template;

import java.util.Locale;

/** Reads numbers the way a C++ stream does: what cannot be read is the default. */
public final class Numbers {

    private Numbers() {}

    public static int integer(String text, int otherwise) {
        return (int) longInteger(text, otherwise);
    }

    public static long longInteger(String text, long otherwise) {
        String digits = text.strip();
        int end = 0;
        while (end < digits.length()
                && (Character.isDigit(digits.charAt(end)) || (end == 0 && "+-".indexOf(digits.charAt(0)) >= 0))) {
            end++;
        }
        try {
            return Long.parseLong(digits.substring(0, end));
        } catch (NumberFormatException notANumber) {
            return otherwise;
        }
    }

    public static double decimal(String text, double otherwise) {
        try {
            return text.isBlank() ? otherwise : Double.parseDouble(text.strip());
        } catch (NumberFormatException notANumber) {
            return otherwise;
        }
    }

    public static boolean isInteger(String text) {
        return text.strip().matches("[+-]?\\d+");
    }

    /** Prints a number without a needless fraction. */
    public static String plain(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        String text = String.format(Locale.ROOT, "%.6g", value);
        return text.contains("e") ? text : text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }

    /** Prints a quota: oned keeps it in single precision and shows two decimals, or none. */
    public static String quota(double value) {
        float single = (float) value;
        return String.format(Locale.ROOT, single == Math.ceil(single) ? "%.0f" : "%.2f", single);
    }

    /** Reads an affirmative answer as oned does: yes, or 1 by some keys. */
    public static boolean yes(String text) {
        return text.strip().equalsIgnoreCase("yes");
    }
}
