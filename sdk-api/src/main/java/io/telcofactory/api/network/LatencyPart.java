package io.telcofactory.api.network;

import io.telcofactory.api.internal.Checks;
import io.telcofactory.api.internal.ShortTime;
import java.time.Duration;
import java.util.Locale;

/**
 * A part of a way and the time it takes.
 *
 * @param name for messages, for example {@code radio} or {@code inference}; a DNS label of at most 40 characters
 * @param time whole microseconds, more than 0; what most packets need, say the 99th percentile
 * @param basis how the time is known
 * @since 0.1
 */
public record LatencyPart(String name, Duration time, Basis basis) {

    /** How a time is known. */
    public enum Basis {
        /** Somebody measured it at the site. */
        MEASURED,
        /** It is taken from a data sheet, another site or experience. */
        ASSUMED
    }

    /** Checks name and time. */
    public LatencyPart {
        Checks.name("latency.parts.name", name);
        ShortTime.check("latency.parts.time", time);
    }

    /** Returns {@code radio 8ms (assumed)}. */
    @Override
    public String toString() {
        return name + " " + ShortTime.print(time) + " (" + basis.name().toLowerCase(Locale.ROOT) + ")";
    }
}
