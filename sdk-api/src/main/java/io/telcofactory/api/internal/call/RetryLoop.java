package io.telcofactory.api.internal.call;

import io.telcofactory.api.error.CancelledException;
import io.telcofactory.api.error.DeadlineExceededException;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.RateLimitedException;
import io.telcofactory.api.error.SdkException;
import io.telcofactory.api.error.UnavailableException;
import io.telcofactory.api.spi.CallListener;
import io.telcofactory.api.spi.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a call: at most {@link CallPolicy#maxAttempts()} attempts under one deadline, with exponential pauses of full jitter
 * and a budget of repeats. What may be repeated:
 *
 * <ul>
 *   <li>{@link UnavailableException} and {@link RateLimitedException} thrown by the attempt: nothing was done;
 *   <li>failures known to be before the send (no route, no such host, refused);
 *   <li>lost answers, when the operation is idempotent; else they end as {@code OutcomeUnknownException}.
 * </ul>
 *
 * <p>An attempt that was {@linkplain Attempt#postpone postponed} does not count. TLS failures are final, any other {@link SdkException} too. Threads: safe.
 */
public final class RetryLoop {
    private static final Logger LOG = LoggerFactory.getLogger(RetryLoop.class);

    private final String backend;
    private final CallPolicy policy;
    private final RetryBudget budget;
    private final Time time;
    private final RandomGenerator random;
    private final CallListener listener;

    /**
     * Makes a loop.
     *
     * @param backend name of the client in errors, for example {@code opennebula}
     * @param policy deadline, attempts, pauses
     * @param budget shared by all loops of one client
     * @param time source of time and sleep
     * @param random source of jitter; safe for concurrent use
     * @param listener hears of every attempt
     */
    public RetryLoop(
            String backend,
            CallPolicy policy,
            RetryBudget budget,
            Time time,
            RandomGenerator random,
            CallListener listener) {
        this.backend = backend;
        this.policy = policy;
        this.budget = budget;
        this.time = time;
        this.random = random;
        this.listener = listener;
    }

    /**
     * Returns a loop with another policy that shares everything else.
     *
     * @param other deadline, attempts, pauses
     * @return the loop
     */
    public RetryLoop with(CallPolicy other) {
        return new RetryLoop(backend, other, budget, time, random, listener);
    }

    /**
     * Runs the call.
     *
     * @param operation what it is
     * @param body makes one attempt
     * @param <T> the result
     * @return the result of the first attempt that succeeds
     * @throws SdkException if the last attempt fails, or it must not be repeated
     */
    public <T> T run(Operation operation, Attempt.Body<T> body) {
        long start = time.nanoTime();
        @Nullable SdkException last = null;
        int counted = 0;
        for (int number = 1; ; number++) {
            Duration elapsed = since(start);
            Duration remaining = policy.deadline().minus(elapsed);
            if (remaining.isNegative() || remaining.isZero()) {
                throw deadlinePassed(operation, number - 1, elapsed, last);
            }
            Attempt attempt = new Attempt(backend, operation, number, elapsed, remaining);
            try {
                return attempt(operation, attempt, body);
            } catch (Failed failed) {
                last = failed.meaning;
                boolean counts = attempt.counts() || policy.maxAttempts() == 1;
                counted += counts ? 1 : 0;
                if (!failed.repeatable || counted >= policy.maxAttempts() || (counts && !budget.tryRepeat())) {
                    throw last;
                }
                pause(operation, attempt, jitter(Math.max(1, counted)), start, last);
            }
        }
    }

    private <T> T attempt(Operation operation, Attempt attempt, Attempt.Body<T> body) throws Failed {
        long start = time.nanoTime();
        try {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancelledException(attempt.context(), "Cancelled before sending: the thread is interrupted.");
            }
            T result = body.run(attempt);
            budget.succeeded();
            ended(operation, attempt, start, "ok");
            return result;
        } catch (SdkException e) {
            ended(operation, attempt, start, e.getClass().getSimpleName());
            boolean nothingDone = e instanceof UnavailableException || e instanceof RateLimitedException;
            throw new Failed(e, nothingDone);
        } catch (IOException e) {
            LostExchange lost = LostExchange.of(e);
            SdkException meaning = lost.meaning(operation, contextNow(attempt, start), policy.deadline(), e);
            ended(operation, attempt, start, meaning.getClass().getSimpleName());
            throw new Failed(meaning, lost.repeatable(operation));
        }
    }

    private void pause(Operation operation, Attempt attempt, Duration jitter, long start, SdkException last) {
        Duration pause = jitter.compareTo(attempt.retryAfter()) < 0 ? attempt.retryAfter() : jitter;
        Duration elapsed = since(start);
        if (elapsed.plus(pause).compareTo(policy.deadline()) >= 0) {
            throw last;
        }
        try {
            time.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancelledException cancelled = new CancelledException(
                    attempt.context(),
                    "Interrupted while waiting to repeat " + operation.name() + "; the last attempt failed: "
                            + last.getMessage(),
                    e);
            cancelled.addSuppressed(last);
            throw cancelled;
        }
    }

    private Duration jitter(int attempt) {
        long base = policy.baseDelay().toNanos();
        long bound = attempt > 30 ? Long.MAX_VALUE : base << (attempt - 1);
        bound = bound < base ? Long.MAX_VALUE : bound;
        return Duration.ofNanos(
                random.nextLong(Math.min(bound, policy.maxDelay().toNanos()) + 1));
    }

    private SdkException deadlinePassed(
            Operation operation, int attempts, Duration elapsed, @Nullable SdkException last) {
        ErrorContext context =
                new ErrorContext(backend, operation.name(), operation.target(), attempts, elapsed, Optional.empty());
        return new DeadlineExceededException(
                context,
                "The deadline of " + policy.deadline() + " passed before attempt " + (attempts + 1)
                        + (last == null ? "." : "; the last attempt failed: " + last.getMessage()),
                last);
    }

    private void ended(Operation operation, Attempt attempt, long start, String outcome) {
        Duration took = since(start);
        LOG.debug(
                "{} {} attempt {} took {}: {}", operation.name(), operation.target(), attempt.number(), took, outcome);
        listener.ended(operation.name(), operation.target(), attempt.number(), took, outcome);
    }

    private ErrorContext contextNow(Attempt attempt, long start) {
        ErrorContext context = attempt.context();
        return context.withAttempts(attempt.number(), context.elapsed().plus(since(start)));
    }

    private Duration since(long start) {
        return Duration.ofNanos(time.nanoTime() - start);
    }

    /** Carries the failure of one attempt to the loop; never leaves it. */
    private static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        private final SdkException meaning;
        private final boolean repeatable;

        Failed(SdkException meaning, boolean repeatable) {
            super(null, meaning, false, false);
            this.meaning = meaning;
            this.repeatable = repeatable;
        }
    }
}
