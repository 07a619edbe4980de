package io.telcofactory.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.testkit.steering.FakeNef;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BreakoutsTest {

    @Test
    void run_threeTenants_everyPacketGoesWhereItsBreakoutSays() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (FakeNef nef = FakeNef.start()) {
            assertThat(Breakouts.run(nef, new PrintStream(printed, true, StandardCharsets.UTF_8)))
                    .isTrue();
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("10.45.0.9 -> 10.60.0.7 port 8554: local at edge-lisbon: subscription")
                .contains("10.45.0.9 -> 198.51.100.1 port 443: central anchor")
                .contains("permit out ip from any to assigned")
                .contains("provisioned as packet flow descriptions");
    }
}
