package io.telcofactory.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExamplesTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream errors = new PrintStream(printed, true, StandardCharsets.UTF_8);
    private final List<String> received = new ArrayList<>();
    private final Map<String, Examples.Program> programs =
            Map.of("first", args -> received.addAll(List.of(args)), "another", args -> {});

    @Test
    void run_knownName_handsOverTheOtherArguments() throws Exception {
        int status = Examples.run(programs, new String[] {"first", "--endpoint", "x"}, errors);

        assertThat(status).isZero();
        assertThat(received).containsExactly("--endpoint", "x");
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void run_unknownName_namesTheKnownOnesAndFails() throws Exception {
        int status = Examples.run(programs, new String[] {"frist"}, errors);

        assertThat(status).isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("'frist'", "Known: another, first");
    }

    @Test
    void run_noName_saysHowToNameOne() throws Exception {
        int status = Examples.run(programs, new String[0], errors);

        assertThat(status).isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("-Dexample=NAME");
    }
}
