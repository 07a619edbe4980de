package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** Something that is to happen to a machine, or a backup job that is to run, at a time and perhaps again. */
public final class ScheduledAction {

    /** What may happen to a machine as a whole; all that OneFlow does to those of a role. */
    public static final List<String> LIFE_CYCLE = List.of(
            "terminate",
            "terminate-hard",
            "undeploy",
            "undeploy-hard",
            "hold",
            "release",
            "stop",
            "suspend",
            "resume",
            "reboot",
            "reboot-hard",
            "poweroff",
            "poweroff-hard");

    private static final Set<String> OTHERS = Set.of(
            "snapshot-create",
            "snapshot-revert",
            "snapshot-delete",
            "disk-snapshot-create",
            "disk-snapshot-revert",
            "disk-snapshot-delete",
            "backup");
    private static final int HOURLY = 3;
    private static final int TIMES = 1;
    private static final int DATE = 2;
    private static final String[] RANGES = {
        "Days in a week have to be in [0,6] range",
        "Days in a month have to be in [1,31] range",
        "Days in a year have to be in [0,365] range",
        "Hours have to be in [0,168] range"
    };
    private static final int[] FIRST = {0, 1, 0, 1};
    private static final int[] LAST = {6, 31, 365, 167};

    private final int id;
    private final Kind owner;
    private final int parent;
    private String action = "";
    private String arguments = "";
    private long time = -1;
    private int repeat = -1;
    private String days = "";
    private int endType = -1;
    private long endValue = -1;
    private long done = -1;
    private long warning;
    private String message = "";

    ScheduledAction(int id, Kind owner, int parent) {
        this.id = id;
        this.owner = owner;
        this.parent = parent;
    }

    int id() {
        return id;
    }

    Kind owner() {
        return owner;
    }

    int parent() {
        return parent;
    }

    String action() {
        return action;
    }

    String arguments() {
        return arguments;
    }

    long time() {
        return time;
    }

    void message(String text) {
        message = text;
    }

    /**
     * Reads what was asked for.
     *
     * @param asked a SCHED_ACTION vector
     * @param origin from when a relative time counts
     */
    void read(Vector asked, long origin) {
        if (owner == Kind.BACKUPJOB) {
            action = "backup";
        } else if (asked.given("ACTION")) {
            action = asked.get("ACTION");
            if (!LIFE_CYCLE.contains(action) && !OTHERS.contains(action)) {
                throw OneError.action(action + " is not supported.");
            }
        }
        if (action.isEmpty()) {
            throw OneError.action("No ACTION in template for Scheduled Action.");
        }
        if (asked.given("TIME")) {
            time = time(asked.get("TIME"), origin);
        }
        if (time < 0) {
            throw OneError.action("Unable to parse the time value or value is empty: " + asked.get("TIME"));
        }
        if (asked.given("WARNING")) {
            warning = time(asked.get("WARNING"), origin);
            if (warning < 0) {
                throw OneError.action("Unable to parse the warning value: " + asked.get("WARNING"));
            }
        }
        readRepetition(asked);
        if (asked.has("ARGS")) {
            arguments = asked.get("ARGS");
        }
    }

    private void readRepetition(Vector asked) {
        if (asked.given("REPEAT")) {
            repeat = asked.number("REPEAT", -1);
            if (repeat < -1 || repeat > HOURLY) {
                throw OneError.action("Wrong REPEAT value: " + repeat);
            }
        }
        if (repeat < 0) {
            days = "";
        } else if (asked.has("DAYS")) {
            days = asked.get("DAYS");
            checkDays();
        } else if (days.isEmpty()) {
            throw OneError.action("Repeat set, but DAYS are empty");
        }
        if (asked.given("END_TYPE")) {
            endType = asked.number("END_TYPE", -1);
            if (endType < -1 || endType > DATE) {
                throw OneError.action("Wrong END_TYPE value: " + endType);
            }
        }
        endValue = endType <= 0 ? -1 : Numbers.longInteger(asked.get("END_VALUE"), endValue);
        if (endType == TIMES && endValue < 0) {
            throw OneError.action("Error parsing END_VALUE, times has to be greater or equal to 0");
        }
    }

    private void checkDays() {
        NavigableSet<Integer> set = daySet();
        if (set.isEmpty()) {
            throw OneError.action("Scheduled Action repeat set, but DAYS are empty");
        }
        boolean outside = set.first() < FIRST[repeat] || set.last() > LAST[repeat];
        if (outside || (repeat == HOURLY && set.size() != 1)) {
            throw OneError.action(RANGES[repeat]);
        }
    }

    private NavigableSet<Integer> daySet() {
        TreeSet<Integer> set = new TreeSet<>();
        for (String day : days.split(",")) {
            if (Numbers.isInteger(day.strip())) {
                set.add(Numbers.integer(day.strip(), 0));
            }
        }
        return set;
    }

    /** Seconds since the epoch, or with a plus after the origin, which backup jobs do not have; -1 if it is neither. */
    private long time(String text, long origin) {
        boolean relative = text.startsWith("+");
        String digits = relative ? text.substring(1) : text;
        if ((relative && owner == Kind.BACKUPJOB) || !digits.matches("\\d+")) {
            return -1;
        }
        return Numbers.longInteger(digits, -1) + (relative ? origin : 0);
    }

    boolean isDue(long now) {
        boolean ended = (endType == TIMES && endValue <= 0) || (endType == DATE && now > endValue);
        return !ended && !(done > 0 && done >= time) && time < now;
    }

    /** Notes that it has happened, and finds when it happens again. */
    void next(long now) {
        done = now;
        if (repeat < 0 || (endType == DATE && now > endValue) || (endType == TIMES && endValue <= 0)) {
            return;
        }
        endValue -= endType == TIMES ? 1 : 0;
        NavigableSet<Integer> set = daySet();
        if (repeat == HOURLY) {
            do {
                time += set.first() * 3600L;
            } while (time < now);
            return;
        }
        ZonedDateTime today = Instant.ofEpochSecond(now).atZone(ZoneOffset.UTC);
        int current = switch (repeat) {
            case 0 -> today.getDayOfWeek().getValue() % 7;
            case 1 -> today.getDayOfMonth();
            default -> today.getDayOfYear() - 1;
        };
        int period = switch (repeat) {
            case 0 -> 7;
            case 1 -> today.toLocalDate().lengthOfMonth();
            default -> today.toLocalDate().lengthOfYear();
        };
        Integer later = set.higher(current);
        time += 86_400L * (later == null ? period - current + set.first() : later - current);
        warning = 0;
    }

    void writeTo(Xml xml) {
        xml.open("SCHED_ACTION").text("ID", id).text("PARENT_ID", parent);
        xml.text("TYPE", owner.name())
                .text("ACTION", action)
                .text("ARGS", arguments)
                .text("TIME", time);
        xml.text("REPEAT", repeat).text("DAYS", days).text("END_TYPE", endType).text("END_VALUE", endValue);
        xml.text("DONE", done).text("MESSAGE", message).text("WARNING", warning);
        xml.close("SCHED_ACTION");
    }
}
