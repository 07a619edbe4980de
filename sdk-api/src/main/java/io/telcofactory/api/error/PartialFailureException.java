package io.telcofactory.api.error;

import org.jspecify.annotations.Nullable;

/**
 * Some parts succeeded and some failed; the message lists both.
 *
 * @since 0.1
 */
public final class PartialFailureException extends SdkException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception without a cause.
     *
     * @param context where it happened
     * @param message what failed, why, and the next step
     */
    public PartialFailureException(ErrorContext context, String message) {
        this(context, message, null);
    }

    /**
     * Makes an exception.
     *
     * @param context where it happened
     * @param message what failed, why, and the next step
     * @param cause what led to it, or null
     */
    public PartialFailureException(ErrorContext context, String message, @Nullable Throwable cause) {
        super(context, message, cause);
    }

    @Override
    public String code() {
        return "partial-failure";
    }
}
