package io.telcofactory.gpu.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.gpu.catalogue.Catalogue;
import io.telcofactory.gpu.geometry.MigGeometry;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutCalendarTest {
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private final MigGeometry geometry = MigGeometry.of(Catalogue.builtIn().get("GH200-96GB"));
    private final Target day = Target.builder()
            .slice("4g.48gb", "radio")
            .slice("2g.24gb", "vision")
            .slice("1g.12gb", "speech")
            .build();
    private final Target night =
            Target.builder().slice("4g.48gb", "radio").slice("3g.48gb", "batch").build();

    private LayoutCalendar calendar(LocalTime dayStart, LocalTime nightStart) {
        return LayoutCalendar.builder(LISBON)
                .target("day", day)
                .target("night", night)
                .daily(dayStart, "day")
                .daily(nightStart, "night")
                .build();
    }

    @Test
    void switches_summerAndWinter_followTheWallClock() {
        LayoutCalendar calendar = calendar(LocalTime.of(6, 0), LocalTime.of(22, 0));
        assertThat(calendar.switches(Instant.parse("2026-07-01T00:00:00Z"), Instant.parse("2026-07-02T00:00:00Z")))
                .extracting(s -> s.at() + " " + s.name())
                .containsExactly("2026-07-01T05:00:00Z day", "2026-07-01T21:00:00Z night");
        assertThat(calendar.switches(Instant.parse("2026-12-01T00:00:00Z"), Instant.parse("2026-12-02T00:00:00Z")))
                .extracting(s -> s.at() + " " + s.name())
                .containsExactly("2026-12-01T06:00:00Z day", "2026-12-01T22:00:00Z night");
        assertThat(calendar.at(Instant.parse("2026-12-01T05:59:59Z")).name()).isEqualTo("night");
        assertThat(calendar.at(Instant.parse("2026-12-01T06:00:00Z")).name()).isEqualTo("day");
    }

    @Test
    void switches_timeThatDoesNotExist_comesWhenClocksGoForward() {
        // in Lisbon 01:00 becomes 02:00 on 29 March 2026
        assertThat(calendar(LocalTime.of(1, 30), LocalTime.of(22, 0))
                        .switches(Instant.parse("2026-03-29T00:00:00Z"), Instant.parse("2026-03-29T12:00:00Z")))
                .extracting(LayoutCalendar.Switch::at)
                .containsExactly(Instant.parse("2026-03-29T01:00:00Z"));
    }

    @Test
    void switches_timeThatComesTwice_comesTheFirstTimeOnly() {
        // in Lisbon 02:00 becomes 01:00 on 25 October 2026
        assertThat(calendar(LocalTime.of(1, 30), LocalTime.of(22, 0))
                        .switches(Instant.parse("2026-10-25T00:00:00Z"), Instant.parse("2026-10-25T12:00:00Z")))
                .extracting(LayoutCalendar.Switch::at)
                .containsExactly(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void switches_sameMoment_theLaterEntryHolds() {
        LayoutCalendar calendar = LayoutCalendar.builder(LISBON)
                .target("day", day)
                .target("night", night)
                .daily(LocalTime.of(6, 0), "day")
                .on(EnumSet.of(DayOfWeek.SUNDAY), LocalTime.of(6, 0), "night")
                .build();
        assertThat(calendar.at(Instant.parse("2026-12-06T12:00:00Z")).name()).isEqualTo("night");
        assertThat(calendar.at(Instant.parse("2026-12-07T12:00:00Z")).name()).isEqualTo("day");
    }

    @Test
    void switches_severalTimesThatDoNotExist_theLastOfThemHolds() {
        LayoutCalendar calendar = LayoutCalendar.builder(LISBON)
                .target("day", day)
                .target("night", night)
                .daily(LocalTime.of(1, 45), "day")
                .daily(LocalTime.of(1, 15), "night")
                .build();
        assertThat(calendar.switches(Instant.parse("2026-03-29T00:00:00Z"), Instant.parse("2026-03-29T12:00:00Z")))
                .extracting(s -> s.at() + " " + s.name())
                .containsExactly("2026-03-29T01:00:00Z day");
    }

    /** A year in zones with odd rules, minute by minute: what the wall clock showed last decides. */
    @ParameterizedTest
    @ValueSource(strings = {"Europe/Lisbon", "Australia/Lord_Howe", "America/St_Johns", "Africa/Cairo", "UTC"})
    void at_everyQuarterOfAYear_isWhatTheWallClockShowedLast(String zone) {
        ZoneId site = ZoneId.of(zone);
        LocalTime dayStart = LocalTime.of(0, 15);
        LocalTime nightStart = LocalTime.of(2, 15);
        LayoutCalendar calendar = LayoutCalendar.builder(site)
                .target("day", day)
                .target("night", night)
                .daily(dayStart, "day")
                .daily(nightStart, "night")
                .build();
        LocalDateTime shown = LocalDateTime.of(2025, 12, 31, 3, 0);
        Instant end = Instant.parse("2027-01-01T00:00:00Z");
        // the clock hand that never goes back: a time that comes twice has been passed the first time
        for (Instant now = shown.atZone(site).toInstant(); now.isBefore(end); now = now.plusSeconds(900)) {
            LocalDateTime wall = LocalDateTime.ofInstant(now, site);
            shown = wall.isAfter(shown) ? wall : shown;
            boolean isDay = !shown.toLocalTime().isBefore(dayStart)
                    && shown.toLocalTime().isBefore(nightStart);
            assertThat(calendar.at(now).name()).as("%s in %s", now, zone).isEqualTo(isDay ? "day" : "night");
        }
    }

    @Test
    void plan_twoDays_chainsTheTransitionsAndNeverTouchesTheRadio() {
        GpuUse now = GpuUse.of(geometry, SliceUse.pinned(geometry.placement("4g@0"), "radio"));
        List<LayoutCalendar.Planned> planned = calendar(LocalTime.of(6, 0), LocalTime.of(22, 0))
                .plan(
                        TransitionPlanner.of(geometry),
                        now,
                        Instant.parse("2026-12-01T00:00:00Z"),
                        Instant.parse("2026-12-03T00:00:00Z"));
        assertThat(planned).extracting(LayoutCalendar.Planned::name).containsExactly("day", "night", "day", "night");
        assertThat(planned).allSatisfy(p -> {
            assertThat(TransitionChecker.check(p.transition())).isEmpty();
            assertThat(p.transition().untouched()).contains(SliceUse.pinned(geometry.placement("4g@0"), "radio"));
        });
        assertThat(planned.get(2).transition().cost()).isEqualTo(new TransitionCost(1, 1, 2));
    }

    @Test
    void build_entryWithoutTarget_isRefused() {
        LayoutCalendar.Builder calendar =
                LayoutCalendar.builder(LISBON).target("day", day).daily(LocalTime.NOON, "nigth");
        assertThatThrownBy(calendar::build)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("'nigth', which is no target; targets are [day]");
        assertThatThrownBy(() -> LayoutCalendar.builder(LISBON).build()).isInstanceOf(InvalidRequestException.class);
    }
}
