package io.telcofactory.api.internal.call;

import io.telcofactory.api.error.ErrorContext;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** One attempt of a call: what the code that talks to the server may know, and may tell the loop. */
public final class Attempt {
    private final String backend;
    private final Operation operation;
    private final int number;
    private final Duration elapsed;
    private final Duration remaining;
    private Duration retryAfter = Duration.ZERO;
    private boolean postponed;

    Attempt(String backend, Operation operation, int number, Duration elapsed, Duration remaining) {
        this.backend = backend;
        this.operation = operation;
        this.number = number;
        this.elapsed = elapsed;
        this.remaining = remaining;
    }

    /**
     * Returns which attempt this is.
     *
     * @return counted from 1
     */
    public int number() {
        return number;
    }

    /**
     * Returns what is left of the deadline, to be used as the time-out of the exchange.
     *
     * @return always positive
     */
    public Duration remaining() {
        return remaining;
    }

    /**
     * Returns the context for an exception thrown within this attempt.
     *
     * @return backend, operation, target and this attempt's number
     */
    public ErrorContext context() {
        return new ErrorContext(backend, operation.name(), operation.target(), number, elapsed, Optional.empty());
    }

    /**
     * Makes the pause before the next attempt at least this long, as the server asked for.
     *
     * @param pause for example the value of {@code Retry-After}
     */
    public void retryAfter(Duration pause) {
        this.retryAfter = pause;
    }

    /**
     * Tells that nobody can answer for the moment and that asking did no harm: the attempt counts neither against the
     * policy nor against the budget of repeats, so that the call is repeated until its deadline - unless the policy allows one
     * attempt only.
     *
     * @param pause the shortest pause before the next attempt
     */
    public void postpone(Duration pause) {
        retryAfter(pause);
        this.postponed = true;
    }

    Duration retryAfter() {
        return retryAfter;
    }

    boolean counts() {
        return !postponed;
    }

    /**
     * What one attempt does.
     *
     * @param <T> the result
     */
    @FunctionalInterface
    public interface Body<T> {

        /**
         * Makes the attempt. Failures of the connection are thrown as they come; an answer that says no is thrown as the
         * {@code SdkException} that it means, with {@link Attempt#context()}.
         *
         * @param attempt this attempt
         * @return the result
         * @throws IOException if the exchange failed
         */
        T run(Attempt attempt) throws IOException;
    }
}
