package io.telcofactory.gpu.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.gpu.Seeds;
import io.telcofactory.gpu.catalogue.Catalogue;
import io.telcofactory.gpu.catalogue.GpuBoard;
import io.telcofactory.gpu.geometry.Layout;
import io.telcofactory.gpu.geometry.MigGeometry;
import io.telcofactory.gpu.geometry.SlicePlacement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TransitionPlannerTest {
    private final MigGeometry gh200 = MigGeometry.of(Catalogue.builtIn().get("GH200-96GB"));
    private final TransitionPlanner planner = TransitionPlanner.of(gh200);

    private SliceUse radio() {
        return SliceUse.pinned(gh200.placement("4g@0"), "radio");
    }

    private SliceUse use(String placement, String workload) {
        return SliceUse.of(gh200.placement(placement), workload);
    }

    @Test
    void plan_dayToNight_leavesTheRadioAloneAndMovesTheRest() {
        GpuUse day = GpuUse.of(gh200, radio(), use("2g@4", "vision"), use("1g@6", "speech"));
        Target night = Target.builder()
                .slice("4g.48gb", "radio")
                .slice("3g.48gb", "batch-llm")
                .build();
        Transition transition = planner.plan(day, night);
        assertThat(transition.steps())
                .extracting(Step::toString)
                .containsExactly(
                        "drain vision from 2g.24gb@4",
                        "destroy 2g.24gb@4",
                        "drain speech from 1g.12gb@6",
                        "destroy 1g.12gb@6",
                        "create 3g.48gb@4",
                        "start batch-llm on 3g.48gb@4");
        assertThat(transition.cost()).isEqualTo(new TransitionCost(2, 2, 1));
        assertThat(transition.untouched()).containsExactly(radio());
        assertThat(transition.ending()).containsExactly("vision", "speech");
        assertThat(TransitionChecker.check(transition)).isEmpty();
        assertThat(transition.duration(StepTimes.typical(Duration.ofSeconds(2), w -> Duration.ofSeconds(10))))
                .isEqualTo(Duration.ofMillis(2 * 2000 + 2 * 110 + 160 + 10_000));
    }

    @Test
    void plan_targetThatIsThere_hasNothingToDo() {
        GpuUse day = GpuUse.of(gh200, radio(), use("2g@4", "vision"));
        Transition transition = planner.plan(day, Target.exactly(day));
        assertThat(transition.steps()).isEmpty();
        assertThat(transition.to()).isEqualTo(day);
        assertThat(transition).hasToString("nothing to do");
    }

    @Test
    void plan_openStarts_areChosenSoThatNothingStops() {
        GpuUse now = GpuUse.of(gh200, use("1g@5", "a"), SliceUse.idle(gh200.placement("2g@0")));
        Target target = Target.builder().slice("1g.12gb").slice("4g.48gb", "b").build();
        Transition transition = planner.plan(now, target);
        assertThat(transition.cost()).isEqualTo(new TransitionCost(0, 1, 1));
        assertThat(transition.to().workload(gh200.placement("1g@5"))).contains("a");
    }

    @Test
    void plan_moveWithRoom_makesTheNewSliceBeforeItDrainsTheOldOne() {
        GpuUse now = GpuUse.of(gh200, use("1g@0", "a"));
        Transition transition =
                planner.plan(now, Target.builder().slice("2g.24gb", "a").build());
        assertThat(transition.steps())
                .extracting(Step::toString)
                .containsExactly(
                        "create 2g.24gb@2", "drain a from 1g.12gb@0", "start a on 2g.24gb@2", "destroy 1g.12gb@0");
    }

    @Test
    void plan_onlyOneOfTwoMovesOn_stopsLast() {
        GpuUse now = GpuUse.of(gh200, radio(), use("2g@4", "chat"), use("1g@6", "batch"));
        Transition transition = planner.plan(
                now,
                Target.builder()
                        .slice("4g.48gb", "radio")
                        .slice("3g.48gb", "chat")
                        .build());
        assertThat(transition.steps())
                .extracting(Step::toString)
                .containsExactly(
                        "drain batch from 1g.12gb@6",
                        "destroy 1g.12gb@6",
                        "drain chat from 2g.24gb@4",
                        "destroy 2g.24gb@4",
                        "create 3g.48gb@4",
                        "start chat on 3g.48gb@4");
        assertThat(transition.ending()).containsExactly("batch");
    }

    @Test
    void plan_mediaSliceThatHoldsTheOnlyEngine_isDestroyedFirst() {
        GpuUse now = GpuUse.of(gh200, SliceUse.idle(gh200.placement("1g+me@6")));
        Transition transition = planner.plan(now, gh200.layout("1g+me@0"));
        assertThat(transition.steps())
                .containsExactly(
                        new Step.Destroy(gh200.placement("1g+me@6")), new Step.Create(gh200.placement("1g+me@0")));
        assertThat(TransitionChecker.check(transition)).isEmpty();
    }

    @Test
    void plan_impossibleTargets_sayWhy() {
        GpuUse day = GpuUse.of(gh200, radio());
        assertThatThrownBy(() -> planner.plan(
                        day, Target.builder().slice("4g.48gb").slice("4g.48gb").build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("beside [4g.48gb] there is no place for 4g.48gb");
        assertThatThrownBy(() ->
                        planner.plan(day, Target.builder().slice("7g.96gb").build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("can't be reached without touching a pinned slice")
                .hasMessageContaining("4g.48gb@0 radio (pinned)");
        assertThatThrownBy(() ->
                        planner.plan(day, Target.builder().slice("3g.40gb").build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("does not offer the profile 3g.40gb");
        assertThatThrownBy(() -> Target.builder()
                        .slice("1g.12gb", "a")
                        .slice("1g.12gb", "a")
                        .build())
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void check_stepsThatBreakARule_areNamed() {
        GpuUse day = GpuUse.of(gh200, radio(), use("2g@4", "vision"));
        List<Step> steps = List.of(
                new Step.Destroy(gh200.placement("2g@4")),
                new Step.Create(gh200.placement("3g@0")),
                new Step.Drain(gh200.placement("4g@0"), "radio"),
                new Step.Start(gh200.placement("1g@6"), "x"));
        assertThat(TransitionChecker.check(day, steps, day))
                .anyMatch(v -> v.contains("step 1 (destroy 2g.24gb@4): something runs there"))
                .anyMatch(v -> v.contains("step 2 (create 3g.48gb@0): unit 0 is in use"))
                .anyMatch(v -> v.contains("step 3 (drain radio from 4g.48gb@0) touches a pinned slice"))
                .anyMatch(v -> v.contains("step 4 (start x on 1g.12gb@6): there is no such slice"))
                .anyMatch(v -> v.startsWith("in the end there is"));
    }

    static LongStream seeds() {
        return Seeds.first(6);
    }

    /** Every board with all its profiles, so that engines run short too: what is planned passes the checker, and every way back. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void plan_randomTargetsOnAnyBoard_passTheCheckerAndAllWaysBack(long seed) {
        Random random = new Random(seed);
        for (GpuBoard board : Catalogue.builtIn().boards()) {
            if (board.axisUnits().isEmpty()) {
                continue;
            }
            MigGeometry geometry = MigGeometry.of(board);
            TransitionPlanner planner = TransitionPlanner.of(geometry);
            GpuUse use = GpuUse.of(geometry);
            for (int round = 0; round < 20; round++) {
                Transition transition = planner.plan(use, randomTarget(geometry, random));
                assertThat(TransitionChecker.check(transition)).isEmpty();
                for (int done = 0; done <= transition.steps().size(); done++) {
                    List<Step> thereAndBack = new ArrayList<>(transition.steps().subList(0, done));
                    thereAndBack.addAll(transition.wayBack(done));
                    assertThat(TransitionChecker.check(use, thereAndBack, use)).isEmpty();
                }
                use = transition.to();
            }
        }
    }

    private static Target randomTarget(MigGeometry geometry, Random random) {
        Layout layout = geometry.empty();
        Target.Builder target = Target.builder();
        List<SlicePlacement> places = new ArrayList<>(geometry.placements());
        Collections.shuffle(places, random);
        for (SlicePlacement place : places.subList(0, 1 + random.nextInt(places.size()))) {
            if (layout.obstacleTo(place).isEmpty()) {
                layout = layout.with(place);
                String profile = place.profile().toString();
                String workload = "w" + layout.slices().size();
                switch (random.nextInt(3)) {
                    case 0 -> target.slice(profile);
                    case 1 -> target.slice(profile, workload);
                    default -> target.slice(profile, place.start(), workload);
                }
            }
        }
        return target.build();
    }
}
