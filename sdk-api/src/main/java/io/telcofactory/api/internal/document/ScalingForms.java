package io.telcofactory.api.internal.document;

import io.telcofactory.api.internal.Checks;
import io.telcofactory.api.service.Adjustment;
import io.telcofactory.api.service.Condition;
import io.telcofactory.api.service.ScalingRule;
import io.telcofactory.api.service.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** The forms of what scales roles. */
final class ScalingForms {
    private static final ZoneId DEFAULT_ZONE = ZoneId.of("UTC");

    private static final Form<Adjustment> ADJUSTMENT = Forms.scalar(
            Adjustment::parse,
            "an adjustment",
            "^[+-]?[0-9]{1,4}( ?%( at least [0-9]{1,4})?)?$",
            "+1 or 4 or -20 % at least 2");

    static final Form<ScalingRule> RULE = ObjectForm.of(
                    "scalingRule",
                    "scales a role when a condition on its metrics holds",
                    ScalingRule::builder,
                    ScalingRule.Builder::build)
            .required(
                    "when",
                    Forms.scalar(Condition::parse, "a condition", "", "GPU_UTILIZATION > 80 % and QUEUE >= 8"),
                    ScalingRule::when,
                    ScalingRule.Builder::when,
                    "metrics and their limits, joined by and, or, not and parentheses; names other than CPU, MEMORY,"
                            + " NETRX_BW, NETTX_BW and GPU_... are pushed by the guests")
            .required(
                    "adjust",
                    ADJUSTMENT,
                    ScalingRule::adjust,
                    ScalingRule.Builder::adjust,
                    "how the number of instances changes: by a number, to a number, or by a part of what there is")
            .defaulted(
                    "periodNumber",
                    Forms.whole(1, 1000, 3),
                    ScalingRule::periodNumber,
                    ScalingRule.Builder::periodNumber,
                    1,
                    "how often in a row the condition must hold")
            .defaulted(
                    "period",
                    Forms.DURATION_TEXT,
                    ScalingRule::period,
                    ScalingRule.Builder::period,
                    Duration.ZERO,
                    "time that must at least pass from one look to the next; the server looks every 90 s")
            .optional(
                    "cooldown",
                    Forms.DURATION_TEXT,
                    ScalingRule::cooldown,
                    ScalingRule.Builder::cooldown,
                    "how long the role rests afterwards; the service's cooldown if absent")
            .build();

    static final Form<Schedule> SCHEDULE = ObjectForm.of(
                    "schedule", "scales a role at certain times", ScheduleDraft::new, ScheduleDraft::build)
            .optional(
                    "recurrence",
                    Forms.text("a cron expression", "^[0-9*/,-]{1,40}( [0-9*/,-]{1,40}){4}$", "0 7 * * 1-5"),
                    schedule -> recurring(schedule).map(Schedule.Recurring::recurrence),
                    (draft, value) -> draft.recurrence = Optional.of(value),
                    "minute, hour, day of the month, month, day of the week; this or startTime")
            .optional(
                    "zone",
                    Forms.ZONE,
                    schedule -> recurring(schedule)
                            .map(Schedule.Recurring::zone)
                            .filter(zone -> !zone.equals(DEFAULT_ZONE)),
                    (draft, value) -> draft.zone = Optional.of(value),
                    "in which the clock of recurrence is read; UTC if absent")
            .optional(
                    "startTime",
                    Forms.INSTANT,
                    schedule ->
                            schedule instanceof Schedule.Once once ? Optional.of(once.startTime()) : Optional.empty(),
                    (draft, value) -> draft.startTime = Optional.of(value),
                    "the moment, to the second; this or recurrence")
            .required(
                    "adjust",
                    ADJUSTMENT,
                    Schedule::adjust,
                    (draft, value) -> draft.adjust = value,
                    "how the number of instances changes")
            .build();

    private ScalingForms() {}

    private static Optional<Schedule.Recurring> recurring(Schedule schedule) {
        return schedule instanceof Schedule.Recurring recurring ? Optional.of(recurring) : Optional.empty();
    }

    private static final class ScheduleDraft {
        private Optional<String> recurrence = Optional.empty();
        private Optional<ZoneId> zone = Optional.empty();
        private Optional<Instant> startTime = Optional.empty();
        private Adjustment adjust = Adjustment.by(1);

        Schedule build() {
            Checks.require(
                    recurrence.isPresent() != startTime.isPresent(),
                    adjust,
                    "schedule",
                    "must have either recurrence or startTime");
            Checks.require(
                    zone.isEmpty() || recurrence.isPresent(), zone, "schedule.zone", "stands beside recurrence only");
            return recurrence
                    .map(cron -> Schedule.recurring(cron, zone.orElse(DEFAULT_ZONE), adjust))
                    .orElseGet(() -> Schedule.once(startTime.orElseThrow(), adjust));
        }
    }
}
