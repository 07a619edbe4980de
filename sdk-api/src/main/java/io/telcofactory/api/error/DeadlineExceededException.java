package io.telcofactory.api.error;

import org.jspecify.annotations.Nullable;

/**
 * The deadline passed before the answer or the state that was waited for; the message tells the phase and the last known state.
 *
 * @since 0.1
 */
public final class DeadlineExceededException extends SdkException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception without a cause.
     *
     * @param context where it happened
     * @param message what failed, why, and the next step
     */
    public DeadlineExceededException(ErrorContext context, String message) {
        this(context, message, null);
    }

    /**
     * Makes an exception.
     *
     * @param context where it happened
     * @param message what failed, why, and the next step
     * @param cause what led to it, or null
     */
    public DeadlineExceededException(ErrorContext context, String message, @Nullable Throwable cause) {
        super(context, message, cause);
    }

    @Override
    public String code() {
        return "deadline-exceeded";
    }
}
