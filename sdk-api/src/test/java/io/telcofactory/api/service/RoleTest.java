package io.telcofactory.api.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.compute.DataSize;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoleTest {

    @Test
    void build_timeToDrain_isWholeSecondsOfLessThanADay() {
        assertThat(role().drain(Duration.ofSeconds(1)).build().drain()).contains(Duration.ofSeconds(1));
        assertThatThrownBy(() -> role().drain(Duration.ZERO).build())
                .hasMessage("role.drain = 'PT0S' must be at least 1 s, or be left out");
        assertThatThrownBy(() -> role().drain(Duration.ofMillis(1500)).build())
                .hasMessageContaining("role.drain = 'PT1.5S' must be whole seconds");
    }

    @Test
    void build_keyByWhichGuestsAreToldToDrain_isNotTakenTwice() {
        assertThat(role().putContext("DRAIN", "NO").build().drain()).isEmpty();
        assertThatThrownBy(() -> role().putContext("DRAIN", "NO")
                        .drain(Duration.ofMinutes(1))
                        .build())
                .hasMessageContaining("role.drain = 'PT1M' needs the key DRAIN of the context");
    }

    private static Role.Builder role() {
        return Role.builder("worker").image("worker").vcpus(1).memory(DataSize.gibibytes(1));
    }
}
