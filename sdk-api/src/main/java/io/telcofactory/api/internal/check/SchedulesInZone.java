package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.service.Schedule;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.api.spi.WorkloadRole;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A schedule that comes again is followed by the server's clock, whatever zone it was meant in. */
final class SchedulesInZone implements Check {

    @Override
    public String title() {
        return "schedules are in the zone of the server's clock";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        Optional<ZoneId> clock = proposal.inventory().site().map(Site::timeZone);
        return clock.stream()
                .flatMap(zone -> proposal.roles().flatMap(each -> examine(each, zone)))
                .toList();
    }

    private static Stream<Finding> examine(WorkloadRole each, ZoneId clock) {
        Role role = each.role();
        return role.schedules().stream()
                .filter(Schedule.Recurring.class::isInstance)
                .map(Schedule.Recurring.class::cast)
                .filter(schedule -> !schedule.zone().getRules().equals(clock.getRules()))
                .map(schedule -> Finding.error(
                        "schedule-zone",
                        each.ref(),
                        "schedule '" + schedule.recurrence() + "' of role " + role.name() + " is meant in "
                                + schedule.zone() + ", but the server's clock runs in " + clock,
                        "write the schedule in " + clock + ", or set the server's clock and the site document's"
                                + " timeZone to " + schedule.zone()));
    }
}
