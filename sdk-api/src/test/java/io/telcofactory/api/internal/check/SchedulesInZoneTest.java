package io.telcofactory.api.internal.check;

import static io.telcofactory.api.internal.check.Situation.single;
import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.service.Adjustment;
import io.telcofactory.api.service.Schedule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The site's clock runs in UTC. */
class SchedulesInZoneTest {

    @Test
    void examine_otherZone_isAnError() {
        assertThat(findings(daily("Europe/Lisbon"))).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("schedule-zone");
            assertThat(finding.message())
                    .isEqualTo(
                            "schedule '0 7 * * *' of role inference is meant in Europe/Lisbon, but the server's clock"
                                    + " runs in UTC");
        });
    }

    @Test
    void examine_sameClockUnderAnotherName_isWell() {
        assertThat(findings(daily("Z"))).isEmpty();
    }

    @Test
    void examine_moment_needsNoZone() {
        assertThat(findings(Schedule.once(Instant.parse("2027-01-01T00:00:00Z"), Adjustment.to(3))))
                .isEmpty();
    }

    private static Schedule daily(String zone) {
        return Schedule.recurring("0 7 * * *", ZoneId.of(zone), Adjustment.to(3));
    }

    private static List<Finding> findings(Schedule schedule) {
        return new Situation()
                .want(single(r -> r.instances(1, 4).addSchedules(schedule)))
                .examine(new SchedulesInZone());
    }
}
