package io.telcofactory.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndustrialAnalyticsTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private int run(String... args) {
        return run(Map.of(), args);
    }

    private int run(Map<String, String> environment, String... args) {
        return IndustrialAnalytics.run(args, environment, stream(printed), stream(complained));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return complained.toString(StandardCharsets.UTF_8);
    }

    private Path blueprintWith(String from, String to) throws IOException {
        String text = Files.readString(Path.of("blueprints", "industrial-analytics.yaml"));
        assertThat(text).contains(from);
        return Files.writeString(folder.resolve("blueprint.yaml"), text.replace(from, to));
    }

    @Test
    void run_onFakes_keepsEveryPromise() {
        int exit = run();

        assertThat(output())
                .contains("No changes.")
                .contains("as expected: exactly this one field differs")
                .contains("as expected: the foreign note is still there")
                .contains("as expected: two instances of inference run")
                .contains("as expected: nothing of ours is left on any server")
                .contains("Everything went as expected.")
                .doesNotContain("NOT AS EXPECTED");
        assertThat(exit).isZero();
    }

    @Test
    void run_planOnly_showsChangesAndExitsWith2() {
        assertThat(run("--plan-only")).isEqualTo(2);
        assertThat(output()).contains("+ service/acme/defect-detection").doesNotContain("== Apply");
    }

    @Test
    void run_withoutSteering_warnsThatNobodyMakesTheBreakout() {
        assertThat(run("--plan-only", "--steering", "none")).isEqualTo(2);
        assertThat(output()).contains("[provided-elsewhere]");
    }

    @Test
    void run_quotaSmallerThanTheService_isAnErrorOfThePlan() throws IOException {
        Path blueprint = blueprintWith("gpus: 2", "gpus: 0");

        assertThat(run("--plan-only", "--blueprint", blueprint.toString())).isEqualTo(1);
        assertThat(output()).contains("ERROR").contains("gpus").contains("acme");
    }

    @Test
    void run_errorsInThePlan_changesNothingAndFails() throws IOException {
        Path blueprint = blueprintWith("image: defect-detector", "image: no-such-image");

        assertThat(run("--blueprint", blueprint.toString())).isEqualTo(1);
        assertThat(errors()).contains("no-such-image").doesNotContain("\tat ");
        assertThat(output()).doesNotContain("one.group.allocate\n");
    }

    @Test
    void run_gpuThatNoHostHas_namesWhatComesClosest() throws IOException {
        Path blueprint = blueprintWith("model: H100-SXM-80GB, slice: 1g.10gb", "model: B200, slice: 1g.23gb");

        assertThat(run("--plan-only", "--blueprint", blueprint.toString())).isEqualTo(1);
        assertThat(output()).contains("ERROR").contains("1g.23gb of B200");
    }

    @Test
    void run_dependencyCycle_isNamedInFull() throws IOException {
        Path blueprint = blueprintWith("image: stream-framer", "image: stream-framer\n        dependsOn: [inference]");

        assertThat(run("--plan-only", "--blueprint", blueprint.toString())).isEqualTo(1);
        assertThat(output()).contains("mediation -> inference -> mediation");
    }

    @Test
    void run_overlappingSubnets_isAnErrorOfThePlan() throws IOException {
        Path blueprint = blueprintWith(
                "breakouts:",
                "  - {name: twin, tenant: acme, subnet: 10.60.0.128/25, gateway: 10.60.0.129}\nbreakouts:");

        assertThat(run("--plan-only", "--blueprint", blueprint.toString())).isEqualTo(1);
        assertThat(output()).contains("10.60.0.128/25").contains("10.60.0.0/24");
    }

    @Test
    void run_malformedBlueprint_tellsLineAndColumn() throws IOException {
        Path blueprint = blueprintWith("vcpus: 4", "vcpus: four");

        assertThat(run("--blueprint", blueprint.toString())).isEqualTo(1);
        assertThat(errors()).containsPattern("blueprint\\.yaml:\\d+:\\d+").contains("four");
    }

    @Test
    void run_unreachableEndpoint_saysSoAndFails() throws IOException {
        Path auth = Files.writeString(folder.resolve("auth"), "oneadmin:secret-word");

        int exit = run("--endpoint", "http://127.0.0.1:1/RPC2", "--auth", auth.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(errors()).contains("127.0.0.1:1").doesNotContain("secret-word");
    }

    @Test
    void run_unknownOption_namesIt() {
        assertThat(run("--frobnicate")).isEqualTo(1);
        assertThat(errors()).contains("--frobnicate");
        assertThat(run("--help")).isZero();
        assertThat(output()).contains("--plan-only");
    }
}
