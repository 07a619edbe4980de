package io.telcofactory.testkit;

import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.api.spi.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs several processes at once and yet one at a time, in an order that a seed decides: at each exchange and each sleep another may
 * go on. Virtual time passes only while all sleep, so that the same seed gives the same history, down to the last call.
 *
 * <pre>{@code
 * Interleaving interleaving = Interleaving.seeded(42, time);
 * HttpTransport transport = interleaving.on(cloud.transport());
 * interleaving.run(List.of(() -> first.apply(plan), () -> second.apply(plan)));
 * }</pre>
 *
 * <p>A task must not start threads that call; give an apply the concurrency 1.
 *
 * @since 0.1
 */
public final class Interleaving {
    private static final ThreadLocal<Turn> MINE = new ThreadLocal<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final VirtualTime virtual;
    private final SplittableRandom random;
    private final List<Turn> turns = new ArrayList<>();
    private @Nullable Turn current;

    private Interleaving(long seed, VirtualTime virtual) {
        this.random = new SplittableRandom(seed);
        this.virtual = virtual;
    }

    /**
     * Makes an interleaving.
     *
     * @param seed decides who goes on
     * @param time passes while all sleep
     * @return a new interleaving
     */
    public static Interleaving seeded(long seed, VirtualTime time) {
        return new Interleaving(seed, Objects.requireNonNull(time, "time"));
    }

    /**
     * Returns the time of the processes: who sleeps lets others go on.
     *
     * @return the time
     */
    public Time time() {
        return new Time() {
            @Override
            public Instant now() {
                return virtual.now();
            }

            @Override
            public long nanoTime() {
                return virtual.nanoTime();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                if (MINE.get() == null) {
                    virtual.sleep(duration);
                } else {
                    yieldFor(duration);
                }
            }
        };
    }

    /**
     * Wraps a transport: before each exchange another may go on.
     *
     * @param transport what carries the calls
     * @return the transport
     */
    public HttpTransport on(HttpTransport transport) {
        return call -> {
            if (MINE.get() != null) {
                yieldFor(Duration.ZERO);
            }
            return transport.exchange(call);
        };
    }

    /**
     * Runs tasks to their ends.
     *
     * @param tasks one for each process; what one throws must be caught by itself
     */
    public void run(List<Runnable> tasks) {
        List<Thread> threads = new ArrayList<>();
        for (Runnable task : tasks) {
            Turn turn = new Turn(lock.newCondition());
            turns.add(turn);
            threads.add(new Thread(() -> run(task, turn), "interleaved-" + turns.size()));
        }
        lock.lock();
        try {
            threads.forEach(Thread::start);
            pass();
        } finally {
            lock.unlock();
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while processes run", e);
            }
        }
        turns.clear();
    }

    private void run(Runnable task, Turn turn) {
        MINE.set(turn);
        lock.lock();
        try {
            await(turn);
        } finally {
            lock.unlock();
        }
        try {
            task.run();
        } finally {
            lock.lock();
            try {
                turn.ended = true;
                pass();
            } finally {
                lock.unlock();
            }
        }
    }

    private void yieldFor(Duration pause) {
        Turn turn = MINE.get();
        lock.lock();
        try {
            turn.wakesAt = virtual.nanoTime() + Math.max(0, pause.toNanos());
            pass();
            await(turn);
        } finally {
            lock.unlock();
        }
    }

    private void await(Turn turn) {
        while (current != turn) {
            turn.condition.awaitUninterruptibly();
        }
    }

    /** Chooses who goes on; lets time pass until one wakes. */
    private void pass() {
        List<Turn> alive = turns.stream().filter(turn -> !turn.ended).toList();
        if (alive.isEmpty()) {
            current = null;
            return;
        }
        long earliest = alive.stream().mapToLong(turn -> turn.wakesAt).min().getAsLong();
        long now = virtual.nanoTime();
        if (earliest > now) {
            virtual.advance(Duration.ofNanos(earliest - now));
            now = virtual.nanoTime();
        }
        List<Turn> awake = new ArrayList<>();
        for (Turn turn : alive) {
            if (turn.wakesAt <= now) {
                awake.add(turn);
            }
        }
        Turn next = awake.get(random.nextInt(awake.size()));
        current = next;
        next.condition.signal();
    }

    /** One process. */
    private static final class Turn {
        private final Condition condition;
        private long wakesAt;
        private boolean ended;

        Turn(Condition condition) {
            this.condition = condition;
        }
    }
}
