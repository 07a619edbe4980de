package io.telcofactory.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.DeadlineExceededException;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.PartialFailureException;
import io.telcofactory.api.error.UnavailableException;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.spi.Time;
import io.telcofactory.api.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FactoryWatchTest {
    private static final Tenant ACME = Tenant.builder("acme").build();
    private static final TenantNetwork CAMERAS =
            TenantNetwork.builder("cameras").tenant(ACME).subnet("10.60.0.0/24").build();
    private static final Blueprint BLUEPRINT = Blueprint.of("analytics", CAMERAS, ACME);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final MemoryBackend memory = new MemoryBackend();
    private final SteppedTime time = new SteppedTime();
    private final AiFactory factory =
            AiFactory.builder().id("lisbon").backend(memory).time(time).build();
    private final List<String> heard = new ArrayList<>();

    @Test
    void status_nothingApplied_namesWhatIsDescribedAsMissing() {
        BlueprintStatus status = factory.status(BLUEPRINT);

        assertThat(status.describe()).isEqualTo("  network/acme/cameras missing\n  tenant/acme missing\n");
        assertThat(status.ready()).isFalse();
        assertThat(factory.status("analytics").resources()).isEmpty();
    }

    @Test
    void status_applied_isReadyWithOutputs() {
        factory.apply(factory.plan(BLUEPRINT)).orThrow();

        BlueprintStatus status = factory.status("analytics");

        assertThat(status.ready()).isTrue();
        assertThat(status.resources()).extracting(ResourceStatus::ref).containsExactly(CAMERAS.ref(), ACME.ref());
        assertThat(status.outputs(CAMERAS.ref())).containsOnlyKeys("id");
        assertThat(factory.status(BLUEPRINT).resources()).containsExactlyInAnyOrderElementsOf(status.resources());
        assertThat(status.outputs(Ref.tenant("nobody"))).isEmpty();
    }

    @Test
    void status_otherBlueprint_isNotShown() {
        factory.apply(factory.plan(BLUEPRINT)).orThrow();

        assertThat(factory.status("other").resources()).isEmpty();
    }

    @Test
    void waitFor_readyAfterAWhile_tellsEachChange() {
        factory.apply(factory.plan(BLUEPRINT)).orThrow();
        memory.health.put(CAMERAS.ref(), Health.PROGRESSING);
        time.at(Duration.ofSeconds(20), () -> memory.health.put(CAMERAS.ref(), Health.DEGRADED));
        time.at(Duration.ofSeconds(40), memory.health::clear);

        BlueprintStatus status = factory.waitFor(BLUEPRINT, MINUTE, this::hear);

        assertThat(status.ready()).isTrue();
        assertThat(heard)
                .containsExactly(
                        "network/acme/cameras progressing: the test says so",
                        "network/acme/cameras degraded: the test says so",
                        "network/acme/cameras ready");
    }

    @Test
    void waitFor_failed_stopsAtOnce() {
        factory.apply(factory.plan(BLUEPRINT)).orThrow();
        memory.health.put(CAMERAS.ref(), Health.FAILED);

        assertThatThrownBy(() -> factory.waitFor(BLUEPRINT, MINUTE, this::hear))
                .isInstanceOf(PartialFailureException.class)
                .hasMessageContainingAll("network/acme/cameras failed: the test says so", "apply again");
        assertThat(time.nanoTime()).isZero();
    }

    @Test
    void waitFor_neverReady_endsAtTheDeadlineAndTellsWhatIsNot() {
        memory.health.put(ACME.ref(), Health.PROGRESSING);

        assertThatThrownBy(() -> factory.waitFor(BLUEPRINT, MINUTE, this::hear))
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessageContainingAll("after 60 s", "tenant/acme missing");
        assertThat(Duration.ofNanos(time.nanoTime())).isEqualTo(MINUTE);
    }

    @Test
    void waitFor_backendAwayForAWhile_goesOn() {
        factory.apply(factory.plan(BLUEPRINT)).orThrow();
        memory.beforeObserving = this::away;
        time.at(Duration.ofSeconds(30), () -> memory.beforeObserving = () -> {});

        assertThat(factory.waitFor(BLUEPRINT, MINUTE, this::hear).ready()).isTrue();
    }

    @Test
    void waitFor_backendAwayForGood_saysSoAtTheDeadline() {
        memory.beforeObserving = this::away;

        assertThatThrownBy(() -> factory.waitFor(BLUEPRINT, MINUTE, this::hear))
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessageContaining("could not be seen at last: The memory is away");
    }

    private void away() {
        throw new UnavailableException(ErrorContext.of("memory", "observe", ""), "The memory is away");
    }

    private void hear(BlueprintStatus status) {
        status.find(CAMERAS.ref()).ifPresent(network -> heard.add(network.toString()));
    }

    /** Time that passes only while somebody sleeps, with things that happen meanwhile. */
    private static final class SteppedTime implements Time {
        private final Map<Duration, Runnable> events = new TreeMap<>();
        private Duration passed = Duration.ZERO;

        void at(Duration moment, Runnable event) {
            events.put(moment, event);
        }

        @Override
        public Instant now() {
            return Instant.EPOCH.plus(passed);
        }

        @Override
        public long nanoTime() {
            return passed.toNanos();
        }

        @Override
        public void sleep(Duration duration) {
            passed = passed.plus(duration);
            events.entrySet().removeIf(event -> {
                boolean due = event.getKey().compareTo(passed) <= 0;
                if (due) {
                    event.getValue().run();
                }
                return due;
            });
        }
    }
}
