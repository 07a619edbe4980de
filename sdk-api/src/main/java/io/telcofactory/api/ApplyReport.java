package io.telcofactory.api;

import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.PartialFailureException;
import io.telcofactory.api.error.SdkException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How an apply ended, change by change.
 *
 * @param outcomes one for each change of the plan, in the order in which they ended
 * @since 0.1
 */
public record ApplyReport(List<Outcome> outcomes) {

    /** Keeps the list unmodifiable. */
    public ApplyReport {
        outcomes = List.copyOf(outcomes);
    }

    /** How a change ended. */
    public enum Status {
        /** It was made. */
        DONE,
        /** It was found to be made already. */
        ALREADY_DONE,
        /** It failed; what was made of it stays and is completed or removed by the next apply. */
        FAILED,
        /** It was not tried, since something it needs failed. */
        SKIPPED
    }

    /**
     * How one change ended.
     *
     * @param ref the resource
     * @param action what was to be done
     * @param status how it ended
     * @param outputs addresses and ids, if it exists now
     * @param failure why it failed, or empty
     * @param reason why it was skipped, empty text otherwise
     * @param duration how long it took
     */
    public record Outcome(
            Ref ref,
            Change.Action action,
            Status status,
            Map<String, String> outputs,
            Optional<SdkException> failure,
            String reason,
            Duration duration) {

        /** Keeps the outputs unmodifiable. */
        public Outcome {
            outputs = Map.copyOf(outputs);
        }

        /** Returns the outcome in one line. */
        @Override
        public String toString() {
            String how = status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            String why = failure.map(e -> ": " + e.getMessage()).orElse(reason.isEmpty() ? "" : ": " + reason);
            return ref + ": " + action.name().toLowerCase(Locale.ROOT) + " " + how + why;
        }
    }

    /**
     * Tells whether everything was made.
     *
     * @return true if nothing failed and nothing was skipped
     */
    public boolean succeeded() {
        return outcomes.stream().noneMatch(o -> o.status() == Status.FAILED || o.status() == Status.SKIPPED);
    }

    /**
     * Returns the outputs of one resource.
     *
     * @param ref its reference
     * @return addresses and ids; nothing if the plan did not change it or it failed
     */
    public Map<String, String> outputs(Ref ref) {
        return outcomes.stream()
                .filter(outcome -> outcome.ref().equals(ref))
                .findFirst()
                .map(Outcome::outputs)
                .orElse(Map.of());
    }

    /**
     * Goes on only if everything was made.
     *
     * @return this report
     * @throws SdkException the failure, if a single change failed and nothing was done or skipped besides it
     * @throws PartialFailureException if some of several changes failed
     */
    public ApplyReport orThrow() {
        if (succeeded()) {
            return this;
        }
        if (outcomes.size() == 1 && outcomes.get(0).failure().isPresent()) {
            throw outcomes.get(0).failure().get();
        }
        PartialFailureException failure = new PartialFailureException(
                ErrorContext.of("factory", "apply", ""),
                "Not everything could be applied. Mend the cause and apply again: what is done stays done.\n"
                        + describe());
        outcomes.forEach(outcome -> outcome.failure().ifPresent(failure::addSuppressed));
        throw failure;
    }

    /**
     * Prints the report for people.
     *
     * @return one line for each change
     */
    public String describe() {
        return outcomes.stream().map(outcome -> "  " + outcome).collect(Collectors.joining("\n"));
    }
}
