package io.telcofactory.opennebula;

import io.telcofactory.api.error.CancelledException;
import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.DeadlineExceededException;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.spi.Time;
import io.telcofactory.opennebula.model.Stateful;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Waits until something is as wanted, by looking again and again; mostly made by {@link OpenNebula#await}. Pauses grow from the first to
 * ten times of it, with jitter. Stops at once when the object says that it will never get there.
 *
 * @param <T> what is looked at
 * @since 0.1
 */
public final class Wait<T> {
    private static final int SLOWEST = 10;

    private final String what;
    private final Supplier<T> look;
    private final Time time;
    private final RandomGenerator random;
    private Duration deadline = Duration.ofMinutes(5);
    private Duration pause = Duration.ofSeconds(1);
    private Consumer<? super T> progress = state -> {};
    private Function<? super T, Optional<String>> deadEnd = Wait::ownDeadEnd;

    private Wait(String what, Supplier<T> look, Time time, RandomGenerator random) {
        this.what = what;
        this.look = look;
        this.time = time;
        this.random = random;
    }

    /**
     * Makes a wait.
     *
     * @param what what is looked at, as it stands in errors
     * @param look reads it
     * @param time measures and sleeps
     * @param random source of jitter
     * @param <T> what is read
     * @return to be told until when
     */
    public static <T> Wait<T> on(String what, Supplier<T> look, Time time, RandomGenerator random) {
        return new Wait<>(what, look, time, random);
    }

    /**
     * Sets the longest time to wait.
     *
     * @param longest default 5 minutes
     * @return this
     */
    public Wait<T> within(Duration longest) {
        deadline = longest;
        return this;
    }

    /**
     * Sets the first pause.
     *
     * @param first default a second
     * @return this
     */
    public Wait<T> every(Duration first) {
        pause = first;
        return this;
    }

    /**
     * Shows each look.
     *
     * @param listener gets what was seen; must not throw
     * @return this
     */
    public Wait<T> progress(Consumer<? super T> listener) {
        progress = listener;
        return this;
    }

    /**
     * Sets when there is no more hope. By default the object itself says so, if it can.
     *
     * @param reason gives the reason to stop, or nothing
     * @return this
     */
    public Wait<T> stopWhen(Function<? super T, Optional<String>> reason) {
        deadEnd = reason;
        return this;
    }

    /**
     * Waits.
     *
     * @param goal what is waited for, as it stands in errors, for example {@code RUNNING}
     * @param reached tells whether it is so
     * @return what was seen when it was so
     * @throws ConflictException if it will never be so
     * @throws DeadlineExceededException if it took too long
     */
    public T until(String goal, Predicate<? super T> reached) {
        long start = time.nanoTime();
        for (int looks = 1; ; looks++) {
            T seen = look.get();
            progress.accept(seen);
            if (reached.test(seen)) {
                return seen;
            }
            Optional<String> reason = deadEnd.apply(seen);
            if (reason.isPresent()) {
                throw new ConflictException(
                        context(looks, start), "Will never be " + goal + ", is " + name(seen) + ": " + reason.get());
            }
            pause(goal, looks, start, seen);
        }
    }

    /**
     * Waits until the object does not exist.
     *
     * @throws DeadlineExceededException if it took too long
     */
    public void untilGone() {
        long start = time.nanoTime();
        for (int looks = 1; ; looks++) {
            T seen;
            try {
                seen = look.get();
            } catch (NotFoundException e) {
                return;
            }
            progress.accept(seen);
            pause("gone", looks, start, seen);
        }
    }

    private void pause(String goal, int looks, long start, T seen) {
        Duration longest = pause.multipliedBy(Math.min(SLOWEST, looks));
        Duration next = longest.dividedBy(2).plusNanos(random.nextLong(longest.toNanos() / 2 + 1));
        Duration left = deadline.minusNanos(time.nanoTime() - start);
        if (left.isNegative() || left.isZero()) {
            throw new DeadlineExceededException(
                    context(looks, start), "Not " + goal + " within " + deadline + ", last seen " + name(seen));
        }
        try {
            time.sleep(next.compareTo(left) < 0 ? next : left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(
                    context(looks, start), "Interrupted while waiting for " + goal + ", last seen " + name(seen), e);
        }
    }

    private ErrorContext context(int looks, long start) {
        return new ErrorContext(
                "opennebula", "await", what, looks, Duration.ofNanos(time.nanoTime() - start), Optional.empty());
    }

    private static Optional<String> ownDeadEnd(@Nullable Object seen) {
        return seen instanceof Stateful stateful ? stateful.deadEnd() : Optional.empty();
    }

    private static String name(@Nullable Object seen) {
        return seen instanceof Stateful stateful ? stateful.stateName() : String.valueOf(seen);
    }
}
