package io.telcofactory.api.error;

import org.jspecify.annotations.Nullable;

/**
 * The request is wrong: found by a check of the SDK before sending, or refused by the server's validation. Repeating it
 * unchanged fails again.
 *
 * @since 0.1
 */
public final class InvalidRequestException extends SdkException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception without a cause.
     *
     * @param context where it happened
     * @param message what failed, why, and the next step
     */
    public InvalidRequestException(ErrorContext context, String message) {
        this(context, message, null);
    }

    /**
     * Makes an exception.
     *
     * @param context where it happened
     * @param message what failed, why, and the next step
     * @param cause what led to it, or null
     */
    public InvalidRequestException(ErrorContext context, String message, @Nullable Throwable cause) {
        super(context, message, cause);
    }

    @Override
    public String code() {
        return "invalid-request";
    }
}
