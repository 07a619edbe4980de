package io.telcofactory.testkit;

import io.telcofactory.api.spi.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The clock of one process, whose wall time can jump while the time that passes does not, as when somebody sets it.
 *
 * <p>Threads: safe for concurrent use.
 *
 * @since 0.1
 */
public final class JumpingClock implements Time {
    private final Time time;
    private final AtomicLong offset = new AtomicLong();

    private JumpingClock(Time time) {
        this.time = time;
    }

    /**
     * Makes a clock that is right so far.
     *
     * @param time the true time
     * @return the clock
     */
    public static JumpingClock on(Time time) {
        return new JumpingClock(Objects.requireNonNull(time, "time"));
    }

    /**
     * Moves the wall time.
     *
     * @param by how far; negative goes back
     */
    public void jump(Duration by) {
        offset.addAndGet(by.toNanos());
    }

    /** Returns how far the wall time is off. */
    Duration offset() {
        return Duration.ofNanos(offset.get());
    }

    @Override
    public Instant now() {
        return time.now().plusNanos(offset.get());
    }

    @Override
    public long nanoTime() {
        return time.nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        time.sleep(duration);
    }
}
