package io.telcofactory.examples.torture;

import io.telcofactory.api.spi.Time;
import java.time.Duration;
import java.time.Instant;

/** True time that runs faster, the same in each process that starts from the same instant: for processes that are really killed. */
record FastTime(Instant start, int factor) implements Time {

    static FastTime starting(int factor) {
        return new FastTime(Time.system().now(), factor);
    }

    @Override
    public Instant now() {
        return start.plus(Duration.between(start, Time.system().now()).multipliedBy(factor));
    }

    @Override
    public long nanoTime() {
        return Time.system().nanoTime() * factor;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Time.system().sleep(duration.dividedBy(factor));
    }
}
