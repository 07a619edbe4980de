package io.telcofactory.api.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.network.LatencyBudget;
import io.telcofactory.api.network.LatencyPart;
import io.telcofactory.api.network.LatencyPart.Basis;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.TrafficMatch;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyFitsTest {

    @Test
    void examine_measuredPartsWithinTheLimit_areWell() {
        assertThat(examine(part("radio", 8_000, Basis.MEASURED), part("inference", 12_000, Basis.MEASURED)))
                .isEmpty();
    }

    @Test
    void examine_oneMicrosecondTooMuch_isAnError() {
        assertThat(examine(part("radio", 8_000, Basis.MEASURED), part("inference", 12_001, Basis.MEASURED)))
                .extracting(Finding::toString)
                .containsExactly("ERROR breakout/acme/b: the parts of its way take 20001us, more than its budget:"
                        + " radio 8ms (measured) + inference 12001us (measured) of 20ms -> shorten a part, or raise the"
                        + " limit [latency-budget-exceeded]");
    }

    @Test
    void examine_assumedParts_areSaid() {
        assertThat(examine(part("radio", 8_000, Basis.ASSUMED), part("inference", 5_000, Basis.MEASURED)))
                .extracting(Finding::toString)
                .containsExactly(
                        "WARNING breakout/acme/b: its latency budget rests on parts that nobody measured: radio"
                                + " -> measure them at the site [latency-assumed]");
    }

    private static LatencyPart part(String name, long microseconds, Basis basis) {
        return new LatencyPart(name, Duration.ofNanos(microseconds * 1000), basis);
    }

    private static List<Finding> examine(LatencyPart... parts) {
        N6Breakout breakout = N6Breakout.builder("b")
                .tenant("acme")
                .network("n")
                .dnai("edge-lisbon")
                .match(TrafficMatch.destination("10.60.0.0/24"))
                .uePool("10.45.0.0/16")
                .nextHop("10.60.0.2")
                .latency(new LatencyBudget(Duration.ofMillis(20), List.of(parts)))
                .build();
        return new Situation().want(breakout).examine(new LatencyFits());
    }
}
