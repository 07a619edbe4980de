package io.telcofactory.api;

import java.io.PrintStream;

/**
 * Hears how an apply goes. Called by the threads that work; must not block or throw.
 *
 * @since 0.1
 */
public interface ProgressListener {

    /** Ignores everything. */
    ProgressListener NONE = new ProgressListener() {};

    /**
     * Hears that work on a change begins.
     *
     * @param change what is done
     */
    default void started(Change change) {}

    /**
     * Hears that a native call which changes something is about to be made.
     *
     * @param ref the resource
     * @param step native name of the call
     */
    default void step(Ref ref, String step) {}

    /**
     * Hears what is waited for.
     *
     * @param ref the resource
     * @param state how far it is
     */
    default void waiting(Ref ref, String state) {}

    /**
     * Hears that work on a change ended.
     *
     * @param outcome how it ended
     */
    default void finished(ApplyReport.Outcome outcome) {}

    /**
     * Returns a listener that prints a line for everything it hears.
     *
     * @param out where to
     * @return the listener
     */
    static ProgressListener printing(PrintStream out) {
        return new PrintingListener(out);
    }
}
