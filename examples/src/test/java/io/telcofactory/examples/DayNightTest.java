package io.telcofactory.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DayNightTest {
    @Test
    void run_always_plansTwoDaysAndLeavesTheRadioAlone() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DayNight.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        String text = bytes.toString(StandardCharsets.UTF_8);
        assertThat(text)
                .contains("batch   Qwen3-30B-A3B  8 x 8192 tokens")
                .contains("|radio 4g.48gb                  |vision 2g.24gb |speech |.......|")
                .contains("|radio 4g.48gb                  |batch 3g.48gb                  |")
                .contains("Sat 24 Oct 06:30 WEST: day", "Sun 25 Oct 23:00 WET: night")
                .contains("create  3g.48gb@4")
                .contains("untouched: [4g.48gb@0 radio (pinned)], checked")
                .doesNotContain("does not fit", "WRONG");
        assertThat(text.lines().filter(line -> line.startsWith("untouched:"))).hasSize(4);
    }
}
