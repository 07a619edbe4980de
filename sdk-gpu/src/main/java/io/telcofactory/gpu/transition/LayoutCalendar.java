package io.telcofactory.gpu.transition;

import io.telcofactory.gpu.internal.Errors;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which target a GPU has at which time: AI by day, more of it by night. Times are those of a wall clock at the site.
 *
 * <p>When clocks go forward and a time does not exist, its switch comes at the moment they do; when clocks go back and a time
 * comes twice, its switch comes the first time only. When two switches fall on the same moment, the one with the later time
 * of the wall clock holds, and of two with the same time the later entry.
 *
 * @since 0.1
 */
public final class LayoutCalendar {
    private static final int LONGEST_GAP_IN_DAYS = 8;

    private final ZoneId zone;
    private final Map<String, Target> targets;
    private final List<Entry> entries;

    private LayoutCalendar(Builder builder) {
        this.zone = builder.zone;
        this.targets = new LinkedHashMap<>(builder.targets);
        this.entries = List.copyOf(builder.entries);
    }

    private record Entry(Set<DayOfWeek> days, LocalTime at, String target) {}

    private record Due(LocalDateTime wallClock, Entry entry) {}

    /**
     * A moment at which another target begins to hold.
     *
     * @param at the moment
     * @param name the name of the target
     * @param target the target
     */
    public record Switch(Instant at, String name, Target target) {}

    /**
     * A switch and the way to it.
     *
     * @param at the moment at which the target shall hold
     * @param name the name of the target
     * @param transition the steps
     */
    public record Planned(Instant at, String name, Transition transition) {}

    /**
     * Starts a calendar.
     *
     * @param zone the time zone of the site
     * @return a builder
     */
    public static Builder builder(ZoneId zone) {
        return new Builder(zone);
    }

    /**
     * Returns the zone its times are in.
     *
     * @return the time zone of the site
     */
    public ZoneId zone() {
        return zone;
    }

    /**
     * Returns what holds at a moment.
     *
     * @param moment the moment
     * @return the last switch at or before it
     */
    public Switch at(Instant moment) {
        LocalDate day = moment.atZone(zone).toLocalDate();
        List<Switch> before =
                switches(day.minusDays(LONGEST_GAP_IN_DAYS).atStartOfDay(zone).toInstant(), moment.plusNanos(1));
        return before.get(before.size() - 1);
    }

    /**
     * Lists the switches of a time span.
     *
     * @param from the first moment of the span
     * @param until the moment after its last
     * @return by ascending time, each moment once
     */
    public List<Switch> switches(Instant from, Instant until) {
        LocalDate last = until.atZone(zone).toLocalDate();
        List<Due> all = new ArrayList<>();
        // a time that does not exist is moved to the next day at most
        for (LocalDate day = from.atZone(zone).toLocalDate().minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            for (Entry entry : entries) {
                if (entry.days.contains(day.getDayOfWeek())) {
                    all.add(new Due(day.atTime(entry.at), entry));
                }
            }
        }
        // by the wall clock first: of several times that do not exist, the latest is the last to hold
        all.sort(Comparator.comparing(Due::wallClock));
        List<Switch> distinct = new ArrayList<>();
        for (Due due : all) {
            Switch each = new Switch(
                    moment(due.wallClock), due.entry.target, Objects.requireNonNull(targets.get(due.entry.target)));
            if (!distinct.isEmpty() && distinct.get(distinct.size() - 1).at().equals(each.at())) {
                distinct.remove(distinct.size() - 1);
            }
            distinct.add(each);
        }
        return distinct.stream()
                .filter(s -> !s.at().isBefore(from) && s.at().isBefore(until))
                .toList();
    }

    /**
     * Resolves a time span to transitions, each from where the one before it ends.
     *
     * @param planner the planner for the kind of GPU
     * @param now what the GPU holds at the beginning
     * @param from the first moment of the span
     * @param until the moment after its last
     * @return one for each switch, those with nothing to do included
     * @throws io.telcofactory.api.error.InvalidRequestException if a target can't be reached
     */
    public List<Planned> plan(TransitionPlanner planner, GpuUse now, Instant from, Instant until) {
        List<Planned> planned = new ArrayList<>();
        GpuUse use = now;
        for (Switch each : switches(from, until)) {
            Transition transition = planner.plan(use, each.target());
            planned.add(new Planned(each.at(), each.name(), transition));
            use = transition.to();
        }
        return List.copyOf(planned);
    }

    private Instant moment(LocalDateTime time) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        return change != null && change.isGap()
                ? change.getInstant()
                : time.atZone(zone).toInstant();
    }

    /** Collects targets and times of a {@link LayoutCalendar}. */
    public static final class Builder {
        private final ZoneId zone;
        private final Map<String, Target> targets = new LinkedHashMap<>();
        private final List<Entry> entries = new ArrayList<>();

        private Builder(ZoneId zone) {
            this.zone = Objects.requireNonNull(zone, "zone");
        }

        /**
         * Names a target.
         *
         * @param name its name
         * @param target the target
         * @return this builder
         */
        public Builder target(String name, Target target) {
            targets.put(name, target);
            return this;
        }

        /**
         * Lets a target hold from a time on, every day.
         *
         * @param time the time of the wall clock
         * @param target the name of the target
         * @return this builder
         */
        public Builder daily(LocalTime time, String target) {
            return on(EnumSet.allOf(DayOfWeek.class), time, target);
        }

        /**
         * Lets a target hold from a time on, on some days of the week.
         *
         * @param days the days
         * @param time the time of the wall clock
         * @param target the name of the target
         * @return this builder
         */
        public Builder on(Collection<DayOfWeek> days, LocalTime time, String target) {
            if (days.isEmpty()) {
                throw new IllegalArgumentException("an entry of a calendar needs a day of the week");
            }
            entries.add(new Entry(EnumSet.copyOf(days), time, target));
            return this;
        }

        /**
         * Makes the calendar.
         *
         * @return the calendar
         * @throws io.telcofactory.api.error.InvalidRequestException if it has no entries, or an entry names no target
         */
        public LayoutCalendar build() {
            if (entries.isEmpty()) {
                throw Errors.invalid("calendar", zone.getId(), "a calendar needs at least one entry");
            }
            for (Entry entry : entries) {
                if (!targets.containsKey(entry.target)) {
                    throw Errors.invalid(
                            "calendar",
                            zone.getId(),
                            "the entry at %s is for '%s', which is no target; targets are %s",
                            entry.at,
                            entry.target,
                            targets.keySet());
                }
            }
            return new LayoutCalendar(this);
        }
    }
}
