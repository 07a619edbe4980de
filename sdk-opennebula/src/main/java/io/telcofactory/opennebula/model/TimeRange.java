package io.telcofactory.opennebula.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A span of time, open where an end is missing.
 *
 * @param from its begin, to the second; null for no begin
 * @param to its end, to the second; null for no end
 * @since 0.1
 */
public record TimeRange(@Nullable Instant from, @Nullable Instant to) implements WireArgument {

    /** All time. */
    public static final TimeRange ALL = new TimeRange(null, null);

    /**
     * Everything from an instant on.
     *
     * @param begin the begin
     * @return the range
     */
    public static TimeRange since(Instant begin) {
        return new TimeRange(begin, null);
    }

    @Override
    public List<Object> wireValues() {
        return List.of(seconds(from), seconds(to));
    }

    private static int seconds(@Nullable Instant instant) {
        return instant == null ? -1 : Math.toIntExact(instant.getEpochSecond());
    }
}
