package io.telcofactory.upf;

import io.telcofactory.api.spi.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A time in which sleeping takes no time, but the clock moves on by as much. */
public final class InstantTime implements Time {
    private final AtomicLong nanos = new AtomicLong();

    @Override
    public Instant now() {
        return Instant.parse("2026-01-01T00:00:00Z").plusNanos(nanos.get());
    }

    @Override
    public long nanoTime() {
        return nanos.get();
    }

    @Override
    public void sleep(Duration duration) {
        nanos.addAndGet(Math.max(0, duration.toNanos()));
    }
}
