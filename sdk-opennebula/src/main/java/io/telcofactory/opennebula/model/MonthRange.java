package io.telcofactory.opennebula.model;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A span of months, open where an end is missing.
 *
 * @param from the first month; null for no begin
 * @param to the last month, inclusive; null for no end
 * @since 0.1
 */
public record MonthRange(@Nullable YearMonth from, @Nullable YearMonth to) implements WireArgument {

    /** All time. */
    public static final MonthRange ALL = new MonthRange(null, null);

    @Override
    public List<Object> wireValues() {
        List<Object> values = new ArrayList<>();
        add(from, values);
        add(to, values);
        return values;
    }

    private static void add(@Nullable YearMonth month, List<Object> values) {
        values.add(month == null ? -1 : month.getMonthValue());
        values.add(month == null ? -1 : month.getYear());
    }
}
