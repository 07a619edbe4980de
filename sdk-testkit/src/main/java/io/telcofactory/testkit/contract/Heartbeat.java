package io.telcofactory.testkit.contract;

import io.telcofactory.api.spi.Time;
import java.time.Duration;
import java.time.Instant;

/** Time in which the holder of a lock gives a sign of life whenever somebody waits. */
final class Heartbeat implements Time {
    private final Trial trial;
    private final String lock;
    private int beats;

    Heartbeat(Trial trial, String lock) {
        this.trial = trial;
        this.lock = lock;
    }

    @Override
    public Instant now() {
        return trial.subject().time().now();
    }

    @Override
    public long nanoTime() {
        return trial.subject().time().nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        beats++;
        trial.askLocks(store -> store.renew(lock, "beat " + beats));
        trial.subject().time().sleep(duration);
    }
}
