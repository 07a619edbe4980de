package io.telcofactory.testkit;

import io.telcofactory.api.spi.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Time that only moves when a test moves it, or when somebody sleeps: a sleep returns at once and the clock has advanced
 * by its length. Ten minutes of cooldown take microseconds, and every run sees the same instants.
 *
 * <p>Threads: safe for concurrent use; sleeps of several threads add up.
 *
 * @since 0.1
 */
public final class VirtualTime implements Time {

    /** The instant at which every virtual clock starts unless told otherwise. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Object monitor = new Object();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Instant start;
    private Instant now;

    private VirtualTime(Instant start) {
        this.start = start;
        this.now = start;
    }

    /**
     * Creates a clock that stands at {@link #START}.
     *
     * @return a new clock
     */
    public static VirtualTime create() {
        return startingAt(START);
    }

    /**
     * Creates a clock that stands at the given instant.
     *
     * @param instant the first instant it shows
     * @return a new clock
     */
    public static VirtualTime startingAt(Instant instant) {
        return new VirtualTime(Objects.requireNonNull(instant, "instant"));
    }

    @Override
    public Instant now() {
        synchronized (monitor) {
            return now;
        }
    }

    @Override
    public long nanoTime() {
        return Duration.between(start, now()).toNanos();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before a virtual sleep of " + duration);
        }
        if (!duration.isNegative() && !duration.isZero()) {
            advance(duration);
        }
    }

    /**
     * Moves the clock forward and lets everything run that falls due meanwhile: boots, scheduling, cooldowns, expiry.
     *
     * @param duration how far, zero or more
     * @throws IllegalArgumentException if the duration is negative
     */
    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("time cannot go back: advance(" + duration + ")");
        }
        synchronized (monitor) {
            now = now.plus(duration);
        }
        listeners.forEach(Runnable::run);
    }

    /**
     * Registers a callback that runs, in the thread that advances the clock, after each step.
     *
     * @param listener what to run; reads {@link #now()}
     */
    public void onAdvance(Runnable listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
    }

    @Override
    public String toString() {
        return "VirtualTime[" + now() + "]";
    }
}
