package io.telcofactory.api.network;

import io.telcofactory.api.internal.Checks;
import io.telcofactory.api.internal.ShortTime;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How long the way from a device to the service and back may take, and what its parts take. Nothing here is measured by
 * the SDK: a plan adds up what it is told, and says which parts are only assumed.
 *
 * @param limit whole microseconds, more than 0
 * @param parts at least one, with names that differ
 * @since 0.1
 */
public record LatencyBudget(Duration limit, List<LatencyPart> parts) {
    /** Checks that there is something to add up. */
    public LatencyBudget {
        ShortTime.check("latency.limit", limit);
        parts = List.copyOf(parts);
        Checks.require(!parts.isEmpty(), "", "latency.parts", "must name at least one part");
        Set<String> names = new HashSet<>();
        parts.forEach(part -> Checks.require(
                names.add(part.name()), part.name(), "latency.parts.name", "stands twice; names must differ"));
    }

    /**
     * Adds the parts up.
     *
     * @return their sum
     */
    public Duration sum() {
        return parts.stream().map(LatencyPart::time).reduce(Duration.ZERO, Duration::plus);
    }

    /** Returns {@code radio 8ms (assumed) + inference 5ms (measured) of 20ms}. */
    @Override
    public String toString() {
        return String.join(" + ", parts.stream().map(LatencyPart::toString).toList()) + " of " + ShortTime.print(limit);
    }
}
