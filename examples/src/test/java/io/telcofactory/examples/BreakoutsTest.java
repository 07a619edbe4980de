package io.telcofactory.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.testkit.steering.FakeMec;
import io.telcofactory.testkit.steering.FakeNef;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BreakoutsTest {

    @Test
    void run_threeTenants_everyPacketGoesWhereItsBreakoutSays() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (FakeNef nef = FakeNef.start()) {
            assertThat(Breakouts.run(nef, new PrintStream(printed, true, StandardCharsets.UTF_8)))
                    .isTrue();
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsPattern("breakout/acme/n6, subscription \\d+, is stored") // numbered as they come
                .containsPattern("breakout/acme/n6, subscription \\d+, is active")
                .contains("The network tells of 3 changed paths.")
                .contains("permit out ip from any to assigned")
                .contains("provisioned as packet flow descriptions")
                .contains("CAMARA (moves more than asked)")
                .containsSubsequence(
                        "10.45.0.9 sends to 10.60.0.7 port 8554",
                        "leaves at edge-lisbon",
                        "10.45.0.9 sends to 198.51.100.1 port 443",
                        "leaves at the central anchor",
                        "10.46.0.9 sends to 198.51.100.1 port 443",
                        "leaves at edge-lisbon",
                        "10.47.0.9 sends to 10.62.0.7 port 5004",
                        "leaves at edge-lisbon");
    }

    @Test
    void runAtPlatform_declaredRule_isActivatedAndLeadsThePacketAway() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (FakeMec mec = FakeMec.start()) {
            assertThat(Breakouts.runAtPlatform(mec, new PrintStream(printed, true, StandardCharsets.UTF_8)))
                    .isTrue();
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "is declared and INACTIVE, the packet of acme's camera: not touched",
                        "is now ACTIVE, the packet of acme's camera: FORWARD_DECAPSULATED to IP 10.60.0.1");
    }
}
