package io.telcofactory.api.error;

import org.jspecify.annotations.Nullable;

/**
 * Root of everything the SDK throws about the outside world. Mistakes of the calling program stay {@link
 * NullPointerException}, {@link IllegalArgumentException} and {@link IllegalStateException}.
 *
 * <p>A message tells what failed, with which values, why, and what to do next; it never holds a secret.
 *
 * @since 0.1
 */
public abstract class SdkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorContext context;

    /**
     * Makes an exception.
     *
     * @param context where it happened
     * @param message what failed, why, and the next step
     * @param cause what led to it, or null
     */
    protected SdkException(ErrorContext context, String message, @Nullable Throwable cause) {
        super(message + " (" + context + ")", cause);
        this.context = context;
    }

    /**
     * Returns what kind of failure it is, for programs and for the page of errors.
     *
     * @return a name that does not change from release to release, for example {@code conflict}
     */
    public abstract String code();

    /**
     * Returns where the failure happened.
     *
     * @return backend, operation, target, attempts, elapsed time and native code
     */
    public ErrorContext context() {
        return context;
    }
}
