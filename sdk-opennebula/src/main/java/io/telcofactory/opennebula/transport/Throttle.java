package io.telcofactory.opennebula.transport;

import io.telcofactory.api.spi.Time;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Lets through so many exchanges at a time and so many per second; short bursts of one second's worth pass at once. */
final class Throttle {
    private final Semaphore connections;
    private final int maxConnections;
    private final long spacing;
    private final long burst;
    private final Time time;
    private final AtomicLong nextFree;

    Throttle(int maxConnections, double perSecond, Time time) {
        this.connections = new Semaphore(maxConnections, true);
        this.maxConnections = maxConnections;
        this.spacing = Math.max(1, (long) (TimeUnit.SECONDS.toNanos(1) / perSecond));
        this.burst = TimeUnit.SECONDS.toNanos(1);
        this.time = time;
        this.nextFree = new AtomicLong(time.nanoTime() - burst);
    }

    /** Waits for a connection and a turn; returns what is left of the time-out. */
    Duration enter(Duration timeout) throws ConnectException, InterruptedIOException {
        long start = time.nanoTime();
        try {
            long turn = turn(start, timeout);
            time.sleep(Duration.ofNanos(turn));
            Duration left = timeout.minusNanos(time.nanoTime() - start);
            if (!connections.tryAcquire(Math.max(0, left.toNanos()), TimeUnit.NANOSECONDS)) {
                throw new ConnectException("No connection became free within " + timeout + "; all " + maxConnections
                        + " of this client are in use");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for a connection");
        }
        Duration left = timeout.minusNanos(time.nanoTime() - start);
        if (left.compareTo(Duration.ofMillis(1)) < 0) {
            connections.release();
            throw new ConnectException("No connection became free within " + timeout);
        }
        return left;
    }

    void leave() {
        connections.release();
    }

    private long turn(long now, Duration timeout) throws ConnectException {
        for (; ; ) {
            long free = nextFree.get();
            long mine = Math.max(free, now - burst);
            long wait = Math.max(0, mine - now);
            if (wait >= timeout.toNanos()) {
                throw new ConnectException("The limit of requests per second leaves no turn within " + timeout);
            }
            if (nextFree.compareAndSet(free, mine + spacing)) {
                return wait;
            }
        }
    }
}
