package io.telcofactory.api.service;

import io.telcofactory.api.internal.Checks;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * Scales a role at certain times. Source: OpenNebula OneFlow, scheduled policies.
 *
 * @since 0.1
 */
public sealed interface Schedule {

    /**
     * Returns how to scale.
     *
     * @return the change
     */
    Adjustment adjust();

    /**
     * Returns a schedule that comes again.
     *
     * @param cron minute, hour, day of the month, month, day of the week: {@code 0 7 * * 1-5}
     * @param zone in which the clock is read. The server has one clock for all: {@code timeZone} of the site document
     * @param adjust how to scale
     * @return the schedule
     */
    static Schedule recurring(String cron, ZoneId zone, Adjustment adjust) {
        return new Recurring(cron, zone, adjust);
    }

    /**
     * Returns a schedule for one moment.
     *
     * @param startTime to the second
     * @param adjust how to scale
     * @return the schedule
     */
    static Schedule once(Instant startTime, Adjustment adjust) {
        return new Once(startTime, adjust);
    }

    /**
     * Comes again.
     *
     * @param recurrence a cron expression of five fields
     * @param zone in which the clock is read
     * @param adjust how to scale
     */
    record Recurring(String recurrence, ZoneId zone, Adjustment adjust) implements Schedule {
        private static final Pattern CRON = Pattern.compile("[0-9*/,-]{1,40}( [0-9*/,-]{1,40}){4}");

        /** Checks the shape of the expression. */
        public Recurring {
            Checks.require(
                    CRON.matcher(recurrence).matches(),
                    recurrence,
                    "schedule.recurrence",
                    "must be five fields of numbers, '*', '/', ',' and '-', such as 0 7 * * 1-5");
        }
    }

    /**
     * Comes once.
     *
     * @param startTime to the second
     * @param adjust how to scale
     */
    record Once(Instant startTime, Adjustment adjust) implements Schedule {
        private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

        /** Checks that the server can count it. */
        public Once {
            Checks.require(
                    startTime.equals(startTime.truncatedTo(ChronoUnit.SECONDS))
                            && startTime.isAfter(Instant.EPOCH)
                            && startTime.isBefore(LATEST),
                    startTime,
                    "schedule.startTime",
                    "must be whole seconds, between the years 1970 and 9999");
        }
    }
}
