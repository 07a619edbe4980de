package io.telcofactory.testkit;

/**
 * The end of a process, as far as a test in one JVM can play it: an error that no sensible code catches.
 *
 * @since 0.1
 */
public final class ProcessKilled extends Error {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param message which call was the last
     */
    public ProcessKilled(String message) {
        super(message);
    }
}
