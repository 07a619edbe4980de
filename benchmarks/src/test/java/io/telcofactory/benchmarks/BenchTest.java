package io.telcofactory.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void run_everyTargetReached_printsTheTableAndSucceeds() throws Exception {
        int status = bench(Row.ratio("parse", Unit.TIME, 2000, 1000, 1)).run("sample");

        assertThat(status).isZero();
        assertThat(text(out)).contains("parse").contains("ok");
    }

    @Test
    void run_oneTargetMissed_fails() throws Exception {
        int status = bench(Row.note("machine", Unit.TIME, 1), Row.ratio("parse", Unit.TIME, 1000, 2001, 2))
                .run("sample");

        assertThat(status).isEqualTo(1);
        assertThat(text(out)).contains("MISS");
    }

    @Test
    void run_unknownGroup_listsTheKnownOnes() throws Exception {
        int status = bench().run("sampel");

        assertThat(status).isEqualTo(2);
        assertThat(text(errors)).contains("'sampel'", "Known: sample");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void run_noGroup_saysHowToNameOne() throws Exception {
        int status = bench().run();

        assertThat(status).isEqualTo(2);
        assertThat(text(errors)).contains("-Dbench=GROUP");
    }

    private Bench bench(Row... rows) {
        Group group = new Group() {
            @Override
            public String name() {
                return "sample";
            }

            @Override
            public List<Class<?>> benchmarks() {
                return List.of();
            }

            @Override
            public List<Row> rows(Results results) {
                return List.of(rows);
            }
        };
        return new Bench(List.of(group), stream(out), stream(errors));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
