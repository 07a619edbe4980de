package io.telcofactory.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DayNightTest {
    @Test
    void run_always_plansDayAndNightMovesTheModelAndLeavesTheRadioAlone() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DayNight.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        String text = bytes.toString(StandardCharsets.UTF_8);
        assertThat(text)
                .contains(
                        "now                          |radio 4g.48gb                  |.......|.......|.......|.......|")
                .contains(
                        "Sat 24 Oct 06:30 WEST  day   |radio 4g.48gb                  |chat 3g.48gb                   |")
                .contains(
                        "Sat 24 Oct 23:00 WEST  night |radio 4g.48gb                  |chat 1g.24gb   |batch 1g.24gb  |")
                .contains("The night of Sat 24 Oct 23:00 WEST lasts 8 h 30 min.")
                .contains("chat moves from 3g.48gb@4 to 1g.24gb@4 and is away for about")
                .contains("Untouched: [4g.48gb@0 radio (pinned)]; an independent checker finds nothing wrong.")
                .doesNotContain("WRONG");
        assertThat(text.lines().filter(line -> line.contains("Untouched:"))).hasSize(3);
    }
}
