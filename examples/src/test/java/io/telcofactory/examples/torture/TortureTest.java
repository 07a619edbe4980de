package io.telcofactory.examples.torture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

/** Many schedules in a row; {@code -Dschedules} and {@code -Dseed} for more and for others. */
class TortureTest {

    @Test
    void schedules_inMemoryAndOverHttp_allPassAndStrikeEveryPairOnce() {
        ByteArrayOutputStream report = new ByteArrayOutputStream();

        int pairs = new Catalogue().pairs().size();
        int schedules = Integer.getInteger("schedules", Math.max(2000, pairs));

        int exit = Torture.run(schedules, Long.getLong("seed", 20_000), new PrintStream(report, true, UTF_8));

        assertThat(exit).as(report.toString(UTF_8)).isZero();
        assertThat(report.toString(UTF_8))
                .contains("in memory: ")
                .contains("over HTTP: ")
                .contains("coverage of")
                .contains(schedules < pairs ? " = " : " = 100.0 %");
    }
}
