package io.telcofactory.api.network;

import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.internal.Checks;
import java.util.Optional;

/**
 * How much traffic one interface may pass in one direction. Rates are whole multiples of 8 kbit/s and the burst is whole
 * KiB, since that is how hypervisors count them (libvirt: kilobytes per second).
 *
 * @param average the rate in the long run
 * @param peak the rate during a burst, not below {@code average}; the same as {@code average} if empty
 * @param burst how much may pass at the peak rate, or empty for no more than the hypervisor's own buffer
 * @since 0.1
 */
public record Bandwidth(Bitrate average, Optional<Bitrate> peak, Optional<DataSize> burst) {
    private static final long STEP = 8_000;
    private static final long KIBIBYTE = 1024;

    /** Checks units and order. */
    public Bandwidth {
        whole("bandwidth.average", average);
        peak.ifPresent(rate -> {
            whole("bandwidth.peak", rate);
            Bitrate least = average;
            Checks.require(
                    rate.compareTo(least) >= 0, rate, "bandwidth.peak", "must not be below the average " + least);
        });
        burst.ifPresent(size -> Checks.require(
                size.bytes() > 0 && size.bytes() % KIBIBYTE == 0, size, "bandwidth.burst", "must be whole KiB"));
    }

    private static void whole(String field, Bitrate rate) {
        Checks.require(rate.bitsPerSecond() % STEP == 0, rate, field, "must be a multiple of 8 kbit/s");
    }

    /**
     * Returns a bandwidth without bursts.
     *
     * @param rate a multiple of 8 kbit/s
     * @return the bandwidth
     */
    public static Bandwidth of(Bitrate rate) {
        return new Bandwidth(rate, Optional.empty(), Optional.empty());
    }

    /** Returns {@code 1 Gbit/s, peak 2 Gbit/s, burst 64 MiB}. */
    @Override
    public String toString() {
        return average
                + peak.map(rate -> ", peak " + rate).orElse("")
                + burst.map(size -> ", burst " + size).orElse("");
    }
}
