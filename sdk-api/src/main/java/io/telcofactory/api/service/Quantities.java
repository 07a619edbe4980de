package io.telcofactory.api.service;

import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.internal.Checks;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Limits of metrics as people write them, with a unit, and as the server counts them, without. */
final class Quantities {
    private static final Pattern NUMBER = Pattern.compile("(-?\\d{1,12}(?:\\.\\d{1,6})?) ?(%|W)?");
    private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(12);
    private static final int DECIMALS = 6;
    private static final long KIBIBYTE = 1 << 10;
    private static final long MEBIBYTE = 1 << 20;

    private Quantities() {}

    static BigDecimal of(Metric metric, DataSize limit) {
        long unit = switch (metric.unit()) {
            case KIBIBYTES -> KIBIBYTE;
            case MEBIBYTES -> MEBIBYTE;
            default -> 0;
        };
        String field = "limit of " + metric;
        Checks.require(unit > 0, limit, field, "must be a number" + wanted(metric) + ", it is no size");
        Checks.require(
                limit.bytes() % unit == 0,
                limit,
                field,
                "must be a whole number of " + (unit == KIBIBYTE ? "KiB" : "MiB"));
        return BigDecimal.valueOf(limit.bytes() / unit);
    }

    static BigDecimal check(Metric metric, BigDecimal limit) {
        Checks.require(
                limit.abs().compareTo(TOO_MUCH) < 0 && limit.scale() <= (isSize(metric) ? 0 : DECIMALS),
                limit,
                "limit of " + metric,
                isSize(metric) ? "must be a whole number" : "must have at most 12 digits before and 6 after the point");
        return limit;
    }

    static BigDecimal parse(Metric metric, String text) {
        if (isSize(metric)) {
            return of(metric, DataSize.parse(text));
        }
        Matcher form = NUMBER.matcher(text);
        String unit = form.matches() && form.group(2) != null ? form.group(2) : "";
        Checks.require(
                form.matches() && unit.equals(wanted(metric).strip()),
                text,
                "limit of " + metric,
                "must be a number" + wanted(metric));
        return new BigDecimal(form.group(1));
    }

    static String print(Metric metric, BigDecimal limit) {
        return switch (metric.unit()) {
            case KIBIBYTES -> DataSize.kibibytes(limit.longValueExact()).toString();
            case MEBIBYTES -> DataSize.mebibytes(limit.longValueExact()).toString();
            default -> limit.toPlainString() + wanted(metric);
        };
    }

    private static boolean isSize(Metric metric) {
        return metric.unit() == Metric.Unit.KIBIBYTES || metric.unit() == Metric.Unit.MEBIBYTES;
    }

    private static String wanted(Metric metric) {
        return switch (metric.unit()) {
            case PERCENT -> " %";
            case WATTS -> " W";
            default -> "";
        };
    }
}
