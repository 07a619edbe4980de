package io.telcofactory.examples;

import io.telcofactory.gpu.catalogue.Catalogue;
import io.telcofactory.gpu.catalogue.GpuBoard;
import io.telcofactory.gpu.geometry.MigGeometry;
import io.telcofactory.gpu.sizing.EngineSettings;
import io.telcofactory.gpu.sizing.Load;
import io.telcofactory.gpu.sizing.MemoryNeed;
import io.telcofactory.gpu.sizing.ModelShape;
import io.telcofactory.gpu.sizing.Models;
import io.telcofactory.gpu.sizing.Precision;
import io.telcofactory.gpu.sizing.Sizing;
import io.telcofactory.gpu.transition.GpuUse;
import io.telcofactory.gpu.transition.LayoutCalendar;
import io.telcofactory.gpu.transition.SliceUse;
import io.telcofactory.gpu.transition.Step;
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
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A GH200 at the edge of a mobile network: the radio keeps its slice around the clock, the rest is one large slice for a
 * chat model by day; by night the model moves to a small one, and batch work gets the room. Needs no GPU: it plans.
 *
 * <p>Run it with {@code mvn -q -Pexample -Dexample=day-night}.
 */
final class DayNight {
    private static final ZoneId SITE = ZoneId.of("Europe/Lisbon");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("EEE d MMM HH:mm z", Locale.ENGLISH);
    private static final EngineSettings FP8 = EngineSettings.of(Precision.FP8).withKvCache(Precision.FP8);
    private static final Map<String, ModelShape> MODELS =
            Map.of("chat", Models.get("Qwen3-14B"), "batch", Models.get("Llama-3.1-8B"));
    private static final double GIB_PER_SECOND = 2;
    private static final StepTimes TIMES = StepTimes.typical(Duration.ofSeconds(5), DayNight::loadTime);

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
        out.println("One " + board + " at an edge site in " + SITE + ", cut into slices along " + geometry.axisUnits()
                + " memory units.");
        out.println("The radio keeps 4g.48gb at unit 0 around the clock; models share the rest.");
        out.println();
        out.println("What the models need in 8 bits, and the smallest slice that carries it:");
        Target day = Target.builder()
                .slice("4g.48gb", "radio")
                .slice(smallestSlice("day", "chat", new Load(16, 8192)), "chat")
                .build();
        Target night = Target.builder()
                .slice("4g.48gb", "radio")
                .slice(smallestSlice("night", "chat", new Load(2, 8192)), "chat")
                .slice(smallestSlice("night", "batch", new Load(8, 8192)), "batch")
                .build();
        LayoutCalendar calendar = LayoutCalendar.builder(SITE)
                .target("day", day)
                .target("night", night)
                .daily(LocalTime.of(6, 30), "day")
                .daily(LocalTime.of(23, 0), "night")
                .build();

        GpuUse now = GpuUse.of(geometry, SliceUse.pinned(geometry.placement("4g.48gb@0"), "radio"));
        // the weekend on which the clocks go back
        List<LayoutCalendar.Planned> plan = calendar.plan(
                TransitionPlanner.of(geometry),
                now,
                Instant.parse("2026-10-24T00:00:00Z"),
                Instant.parse("2026-10-25T12:00:00Z"));
        draw(now, plan);
        plan.forEach(this::explain);
    }

    /** Sizes a model for a load and returns the profile of the slice that carries it. */
    private String smallestSlice(String when, String name, Load load) {
        ModelShape model = model(name);
        MemoryNeed need = Sizing.need(model, FP8, load);
        Sizing.Fit fit = Sizing.smallest(board, need, FP8)
                .orElseThrow(() -> new IllegalStateException(board + " is too small for " + model + ": " + need));
        String profile = fit.profile()
                .orElseThrow(() -> new IllegalStateException(model + " needs the whole " + board))
                .toString();
        int longest = Sizing.longestContext(model, FP8, load.sequences(), fit.budget());
        out.printf(
                Locale.ROOT,
                "  %-5s  %-5s  %-12s  %-16s  %-7s  (up to %,d tokens each)%n         %s%n",
                when,
                name,
                model,
                load,
                profile,
                longest,
                need);
        return profile;
    }

    private void draw(GpuUse now, List<LayoutCalendar.Planned> plan) {
        out.println();
        out.println("The weekend on which the clocks go back:");
        row(
                "memory unit",
                IntStream.range(0, geometry.axisUnits())
                        .mapToObj(unit -> String.format(Locale.ROOT, "%-8d", unit))
                        .collect(Collectors.joining("", " ", "")));
        row("now", now.draw());
        for (LayoutCalendar.Planned planned : plan) {
            row(
                    String.format(Locale.ROOT, "%-23s", clock(planned.at())) + planned.name(),
                    planned.transition().to().draw());
        }
        for (int i = 1; i < plan.size(); i++) {
            Duration lasts = Duration.between(plan.get(i - 1).at(), plan.get(i).at());
            out.printf(
                    Locale.ROOT,
                    "The %s of %s lasts %d h %02d min.%n",
                    plan.get(i - 1).name(),
                    clock(plan.get(i - 1).at()),
                    lasts.toHours(),
                    lasts.toMinutesPart());
        }
    }

    private void row(String label, String drawing) {
        out.println(String.format(Locale.ROOT, "%-29s", label) + drawing.stripTrailing());
    }

    private void explain(LayoutCalendar.Planned planned) {
        Transition transition = planned.transition();
        List<Step> steps = transition.steps();
        out.println();
        out.println(clock(planned.at()) + ", towards " + planned.name() + ": " + transition.cost() + ", about "
                + transition.duration(TIMES).toSeconds() + " s");
        transition.toString().lines().forEach(line -> out.println("  " + line));
        moved(transition).forEach(line -> out.println("  " + line));
        int half = steps.size() / 2;
        out.println("  Stopped after step " + half + ", the way back is: "
                + transition.wayBack(half).stream().map(Step::toString).collect(Collectors.joining(", ")) + ".");
        List<String> faults = TransitionChecker.check(transition);
        out.println("  Untouched: " + transition.untouched() + "; an independent checker finds "
                + (faults.isEmpty() ? "nothing wrong." : "WRONG: " + faults));
    }

    /** Says of every model that runs before and after where it goes, and for how long it is away. */
    private static List<String> moved(Transition transition) {
        return transition.from().slices().stream()
                .filter(use -> !use.pinned())
                .flatMap(use -> transition.to().slices().stream()
                        .filter(after -> after.workload().equals(use.workload()) && !after.equals(use))
                        .map(after -> use.workload().orElseThrow() + " moves from " + use.slice() + " to "
                                + after.slice() + " and is away for about "
                                + away(transition.steps(), use.workload().orElseThrow())
                                        .toSeconds() + " s."))
                .toList();
    }

    private static Duration away(List<Step> steps, String workload) {
        Duration away = Duration.ZERO;
        boolean stopped = false;
        for (Step step : steps) {
            stopped |= step instanceof Step.Drain drain && drain.workload().equals(workload);
            away = stopped ? away.plus(TIMES.of(step)) : away;
            stopped &= !(step instanceof Step.Start start && start.workload().equals(workload));
        }
        return away;
    }

    private static Duration loadTime(String workload) {
        double weights = Sizing.need(model(workload), FP8, new Load(1, 1)).weightsGib();
        return Duration.ofMillis((long) (weights / GIB_PER_SECOND * 1000));
    }

    private static ModelShape model(String name) {
        ModelShape model = MODELS.get(name);
        if (model == null) {
            throw new IllegalArgumentException("no model is known for " + name);
        }
        return model;
    }

    private static String clock(Instant moment) {
        return CLOCK.format(moment.atZone(SITE));
    }
}
