package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.api.spi.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * What is to happen later. Nothing runs by itself: whoever enters the cloud first lets everything happen that is due, in
 * the order of its instants, and each event sees its own instant as now. So the same code serves virtual and real time.
 */
public final class Events {

    private record Event(Instant at, long sequence, Runnable action) {}

    private final Time time;
    private final PriorityQueue<Event> queue =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingLong(Event::sequence));
    private Instant now;
    private long sequence;

    Events(Time time) {
        this.time = time;
        this.now = time.now();
    }

    /** The cloud's own now: during an event the instant for which it was planned. */
    Instant now() {
        return now;
    }

    public long epochSecond() {
        return now.getEpochSecond();
    }

    public void after(Duration delay, Runnable action) {
        queue.add(new Event(now.plus(delay), sequence++, action));
    }

    /** When the next thing is to happen, if anything is. */
    public Optional<Instant> next() {
        return Optional.ofNullable(queue.peek()).map(Event::at);
    }

    /** Runs what is due. */
    public void catchUp() {
        Instant target = time.now();
        while (true) {
            Event next = queue.peek();
            if (next == null || next.at().isAfter(target)) {
                break;
            }
            queue.poll();
            now = next.at().isAfter(now) ? next.at() : now;
            next.action().run();
        }
        now = target.isAfter(now) ? target : now;
    }
}
