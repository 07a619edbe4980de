package io.telcofactory.opennebula.backend;

import io.telcofactory.api.error.CancelledException;
import io.telcofactory.api.error.DeadlineExceededException;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.spi.Execution;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Waits for the server. Pauses grow from half a second to three; each look keeps the lock alive and tells the listener.
 *
 * @param execution gives the time
 * @param deadline how long one wait may take
 */
record Patience(Execution execution, Duration deadline) {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(3);

    /**
     * Waits until a look finds something.
     *
     * @param <T> what is found
     * @param target what is waited for, for messages
     * @param look finds it, or nothing yet
     * @param state tells how far it is, for messages
     * @return what was found
     */
    <T> T await(String target, Supplier<Optional<T>> look, Supplier<String> state) {
        long start = execution.time().nanoTime();
        Duration pause = FIRST;
        while (true) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            String last = state.get();
            Duration waited = Duration.ofNanos(execution.time().nanoTime() - start);
            if (waited.compareTo(deadline) >= 0) {
                throw new DeadlineExceededException(
                        ErrorContext.of(OpenNebulaBackend.NAME, "wait", target),
                        target + " was not ready after " + waited.toSeconds() + " s; the last state was " + last
                                + ". Apply again to go on waiting");
            }
            execution.waiting(target + ": " + last);
            sleep(pause, target);
            Duration longer = pause.multipliedBy(3).dividedBy(2);
            pause = longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
        }
    }

    private void sleep(Duration pause, String target) {
        try {
            execution.time().sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(
                    ErrorContext.of(OpenNebulaBackend.NAME, "wait", target),
                    "Interrupted while waiting for " + target + "; what is done stays done, apply again to go on",
                    e);
        }
    }
}
