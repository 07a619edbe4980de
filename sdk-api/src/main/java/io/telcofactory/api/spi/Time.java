package io.telcofactory.api.spi;

import java.time.Duration;
import java.time.Instant;

/**
 * The only source of time in the SDK, so that tests run on virtual time.
 *
 * @since 0.1
 */
public interface Time {

    /**
     * Returns the wall-clock time.
     *
     * @return now
     */
    Instant now();

    /**
     * Returns a monotonic reading; only differences mean anything.
     *
     * @return nanoseconds
     */
    long nanoTime();

    /**
     * Waits.
     *
     * @param duration how long; zero or less returns at once
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    void sleep(Duration duration) throws InterruptedException;

    /**
     * Returns the time of the machine.
     *
     * @return a source on the system clock
     */
    static Time system() {
        return SystemTime.INSTANCE;
    }
}
