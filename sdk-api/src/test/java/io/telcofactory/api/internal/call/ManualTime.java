package io.telcofactory.api.internal.call;

import io.telcofactory.api.spi.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that moves only when somebody sleeps or a test says so. */
public final class ManualTime implements Time {
    private final List<Duration> sleeps = new ArrayList<>();
    private Duration passed = Duration.ZERO;
    private boolean interrupting;

    @Override
    public Instant now() {
        return Instant.EPOCH.plus(passed);
    }

    @Override
    public long nanoTime() {
        return passed.toNanos();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (interrupting) {
            throw new InterruptedException();
        }
        sleeps.add(duration);
        advance(duration);
    }

    public void advance(Duration duration) {
        passed = passed.plus(duration);
    }

    void interruptNextSleep() {
        interrupting = true;
    }

    List<Duration> sleeps() {
        return sleeps;
    }
}
