package io.telcofactory.examples.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.testkit.Fault;
import io.telcofactory.testkit.VirtualTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    private static final String WORDS =
            "main job: apply + change, 2 appliers, seed 7; LOST at one.vn.update #2 in change;"
                    + " TWICE at POST /service_template/ID/action instantiate #1 in apply";

    @Test
    void words_parsedAndPrinted_areTheSame() {
        Schedule schedule = Schedule.parse(WORDS);

        assertThat(schedule.toString()).isEqualTo(WORDS);
        assertThat(schedule.acts()).containsExactly(Act.APPLY, Act.CHANGE);
        assertThat(schedule.strokes(Act.CHANGE))
                .isEqualTo(List.of(new Stroke(Fault.LOST, "one.vn.update", 2, Act.CHANGE)));
    }

    @Test
    void words_unreadable_sayHowTheyBegin() {
        assertThatThrownBy(() -> Schedule.parse("apply everything"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("main job: apply");
    }

    @Test
    void seed_sameTwice_givesTheSameScheduleAndTheSameHistory() {
        Catalogue catalogue = new Catalogue();

        assertThat(catalogue.schedule(42)).isEqualTo(catalogue.schedule(42)).isNotEqualTo(catalogue.schedule(43));
        Schedule interleaved =
                Schedule.parse("two tenants: apply, 4 appliers, seed 11; LOST at one.group.allocate #1 in apply");
        assertThat(callsOf(interleaved)).isEqualTo(callsOf(interleaved));
    }

    private static int callsOf(Schedule schedule) {
        try (Trial trial = new Trial(schedule, Trial.Transport.MEMORY)) {
            assertThat(trial.run()).isEmpty();
            return trial.calls();
        }
    }

    @Test
    void pairs_areTheCallsOfACalmRunTimesTheFaultsThatMatterToThem() {
        List<Pair> pairs = new Catalogue().pairs();

        assertThat(pairs).doesNotHaveDuplicates().hasSizeGreaterThan(1_000);
        assertThat(pairs)
                .contains(new Pair("one.vn.allocate", Fault.TWICE), new Pair("one.vnpool.info", Fault.LOST))
                .doesNotContain(new Pair("one.vnpool.info", Fault.TWICE))
                .doesNotContain(new Pair("GET /service", Fault.LEADER_CHANGE));
    }

    @Test
    void alone_pairOfASeed_alwaysComesToPass() {
        Catalogue catalogue = new Catalogue();
        for (long seed = 0; seed < 20; seed++) {
            try (Trial trial = new Trial(catalogue.alone(seed), Trial.Transport.MEMORY)) {
                assertThat(trial.run()).isEmpty();
                assertThat(trial.covered()).contains(catalogue.pair(seed));
            }
        }
    }

    /** The oracle must see what is missing, what is surplus, and what of others was touched. */
    @ParameterizedTest
    @ValueSource(strings = {"surplus", "missing", "foreign"})
    void oracle_wrongState_complains(String what) {
        try (Arena arena = new Arena(VirtualTime.create())) {
            Oracle oracle = new Oracle(arena);
            assertThat(oracle.complaint(Job.MAIN, Act.DESTROY, true)).isEmpty();
            switch (what) {
                case "surplus" -> arena.cloud.rpc("one.group.allocate", "lisbon-oss.acme");
                case "foreign" -> arena.cloud.rpc("one.group.update", 100, "NOTE=\"touched\"", 1);
                default -> {
                    assertThat(oracle.complaint(Job.MAIN, Act.APPLY, true))
                            .get()
                            .asString()
                            .contains("anchor acme");
                    return;
                }
            }
            assertThat(oracle.complaint(Job.MAIN, Act.DESTROY, true)).isPresent();
        }
    }
}
