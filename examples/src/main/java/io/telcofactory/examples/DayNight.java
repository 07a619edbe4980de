package io.telcofactory.examples;

import io.telcofactory.gpu.catalogue.Catalogue;
import io.telcofactory.gpu.catalogue.GpuBoard;
import io.telcofactory.gpu.geometry.MigGeometry;
import io.telcofactory.gpu.sizing.EngineSettings;
import io.telcofactory.gpu.sizing.Load;
import io.telcofactory.gpu.sizing.MemoryBudget;
import io.telcofactory.gpu.sizing.MemoryNeed;
import io.telcofactory.gpu.sizing.ModelShape;
import io.telcofactory.gpu.sizing.Models;
import io.telcofactory.gpu.sizing.Precision;
import io.telcofactory.gpu.sizing.Sizing;
import io.telcofactory.gpu.transition.GpuUse;
import io.telcofactory.gpu.transition.LayoutCalendar;
import io.telcofactory.gpu.transition.SliceUse;
import io.telcofactory.gpu.transition.StepTimes;
import io.telcofactory.gpu.transition.Target;
import io.telcofactory.gpu.transition.Transition;
import io.telcofactory.gpu.transition.TransitionChecker;
import io.telcofactory.gpu.transition.TransitionPlanner;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A GH200 at the edge of a mobile network: the radio keeps its slice around the clock, the rest serves small models by day
 * and a large one by night. Needs no GPU: it plans.
 *
 * <p>Run it with {@code mvn -q -Pexample -Dexample=day-night}.
 */
final class DayNight {
    private static final ZoneId SITE = ZoneId.of("Europe/Lisbon");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("EEE d MMM HH:mm z", Locale.ENGLISH);
    private static final double GIB_PER_SECOND = 2;

    private final PrintStream out;
    private final GpuBoard board = Catalogue.builtIn().get("GH200-96GB");
    private final MigGeometry geometry = MigGeometry.of(board);

    private DayNight(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) {
        new DayNight(System.out).run();
    }

    static void run(PrintStream out) {
        new DayNight(out).run();
    }

    private void run() {
        EngineSettings fp8 = EngineSettings.of(Precision.FP8).withKvCache(Precision.FP8);
        size("vision", Models.get("Qwen2.5-7B"), fp8, new Load(4, 4096), "2g.24gb");
        size("speech", Models.get("Llama-3.2-3B"), fp8, new Load(4, 4096), "1g.12gb");
        size("batch", Models.get("Qwen3-30B-A3B"), fp8, new Load(8, 8192), "3g.48gb");
        out.println();

        Target day = Target.builder()
                .slice("4g.48gb", "radio")
                .slice("2g.24gb", "vision")
                .slice("1g.12gb", "speech")
                .build();
        Target night = Target.builder()
                .slice("4g.48gb", "radio")
                .slice("3g.48gb", "batch")
                .build();
        LayoutCalendar calendar = LayoutCalendar.builder(SITE)
                .target("day", day)
                .target("night", night)
                .daily(LocalTime.of(6, 30), "day")
                .daily(LocalTime.of(23, 0), "night")
                .build();

        GpuUse now = GpuUse.of(geometry, SliceUse.pinned(geometry.placement("4g.48gb@0"), "radio"));
        out.println("now          " + now.draw());
        // two days around the night in which the clocks go back
        Instant from = Instant.parse("2026-10-24T00:00:00Z");
        List<LayoutCalendar.Planned> plan =
                calendar.plan(TransitionPlanner.of(geometry), now, from, from.plus(Duration.ofDays(2)));
        plan.forEach(this::show);
    }

    private void size(String name, ModelShape model, EngineSettings settings, Load load, String profile) {
        MemoryNeed need = Sizing.need(model, settings, load);
        MemoryBudget budget = MemoryBudget.of(board.profile(profile));
        String verdict = Sizing.fits(need, budget, settings) ? "fits " : "does not fit ";
        int longest = Sizing.longestContext(model, settings, load.sequences(), budget);
        out.printf(
                Locale.ROOT,
                "%-7s %-14s %s: %s%n        %s%s, up to %d tokens each%n",
                name,
                model,
                load,
                need,
                verdict,
                profile,
                longest);
    }

    private void show(LayoutCalendar.Planned planned) {
        Transition transition = planned.transition();
        out.println();
        out.println(CLOCK.format(planned.at().atZone(SITE)) + ": " + planned.name());
        out.println("             " + transition.to().draw());
        out.println(transition);
        List<String> faults = TransitionChecker.check(transition);
        out.println("untouched: " + transition.untouched() + (faults.isEmpty() ? ", checked" : ", WRONG: " + faults));
        out.println("takes about "
                + transition
                        .duration(StepTimes.typical(Duration.ofSeconds(5), this::start))
                        .toSeconds() + " s, costs "
                + transition.cost());
    }

    private Duration start(String workload) {
        double weights = switch (workload) {
            case "vision" -> 7.1;
            case "speech" -> 3.0;
            default -> 28.4;
        };
        return Duration.ofMillis((long) (weights / GIB_PER_SECOND * 1000));
    }
}
