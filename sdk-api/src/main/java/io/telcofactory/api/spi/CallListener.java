package io.telcofactory.api.spi;

import java.time.Duration;

/**
 * Hears of every attempt of every call to a server; connect metrics and tracing here. It runs on the calling thread and
 * must not block or throw.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface CallListener {

    /** Ignores every call. */
    CallListener NONE = (operation, target, attempt, duration, outcome) -> {};

    /**
     * Hears that one attempt ended.
     *
     * @param operation native name, for example {@code one.vm.info}
     * @param target what was acted on, for example {@code 12}; empty when there is none
     * @param attempt counted from 1
     * @param duration of this attempt
     * @param outcome {@code ok}, or the simple name of the exception
     */
    void ended(String operation, String target, int attempt, Duration duration, String outcome);
}
