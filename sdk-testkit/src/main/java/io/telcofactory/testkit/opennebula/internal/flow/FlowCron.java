package io.telcofactory.testkit.opennebula.internal.flow;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The recurrence of a scheduled policy: minute, hour, day of the month, month, day of the week. */
final class FlowCron {

    private static final int FIELDS = 5;
    private static final int[] FIRST = {0, 0, 1, 1, 0};
    private static final int[] LAST = {59, 23, 31, 12, 7};
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
    /** After so many minutes a recurrence that never comes is given up: five years. */
    private static final int HORIZON = 5 * 366 * 24 * 60;

    private final BitSet[] fields = new BitSet[FIELDS];
    private final boolean anyDay;
    private final boolean anyWeekday;

    private FlowCron(String[] texts) {
        for (int i = 0; i < FIELDS; i++) {
            fields[i] = field(texts[i].toLowerCase(Locale.ROOT), i);
        }
        fields[4].set(0, fields[4].get(0) || fields[4].get(7));
        anyDay = texts[2].startsWith("*");
        anyWeekday = texts[4].startsWith("*");
    }

    /** Reads a recurrence; null when it is none. */
    static @Nullable FlowCron parse(String text) {
        String[] texts = text.strip().split("\\s+");
        try {
            return texts.length == FIELDS ? new FlowCron(texts) : null;
        } catch (IllegalArgumentException notACron) {
            return null;
        }
    }

    private static BitSet field(String text, int index) {
        BitSet values = new BitSet();
        for (String part : text.split(",")) {
            String[] stepped = part.split("/");
            int step = stepped.length > 1 ? Integer.parseInt(stepped[1]) : 1;
            String[] range = stepped[0].equals("*") ? new String[] {} : stepped[0].split("-");
            int from = range.length == 0 ? FIRST[index] : number(range[0], index);
            int to = range.length == 1 && stepped.length == 1
                    ? from
                    : range.length > 1 ? number(range[1], index) : LAST[index];
            if (step <= 0 || from < FIRST[index] || to > LAST[index] || from > to) {
                throw new IllegalArgumentException(text);
            }
            for (int value = from; value <= to; value += step) {
                values.set(value);
            }
        }
        return values;
    }

    private static int number(String text, int index) {
        List<String> names = index == 3 ? MONTHS : index == 4 ? DAYS : List.of();
        int name = names.indexOf(text);
        return name < 0 ? Integer.parseInt(text) : index == 3 ? name + 1 : name;
    }

    /** The first instant after another, in epoch seconds; -1 when there is none for years. */
    long after(long epoch) {
        ZonedDateTime time = Instant.ofEpochSecond(epoch)
                .atZone(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MINUTES)
                .plusMinutes(1);
        ZonedDateTime end = time.plusMinutes(HORIZON);
        while (time.isBefore(end)) {
            if (!fields[3].get(time.getMonthValue()) || !isDay(time)) {
                time = time.truncatedTo(ChronoUnit.DAYS).plusDays(1);
            } else if (!fields[1].get(time.getHour())) {
                time = time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
            } else if (!fields[0].get(time.getMinute())) {
                time = time.plusMinutes(1);
            } else {
                return time.toEpochSecond();
            }
        }
        return -1;
    }

    /** When both days are restricted, either of them will do, as cron has it. */
    private boolean isDay(ZonedDateTime time) {
        boolean day = fields[2].get(time.getDayOfMonth());
        boolean weekday = fields[4].get(time.getDayOfWeek().getValue() % 7);
        return (anyDay || anyWeekday) ? day && weekday : day || weekday;
    }
}
