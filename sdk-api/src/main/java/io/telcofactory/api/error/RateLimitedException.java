package io.telcofactory.api.error;

import org.jspecify.annotations.Nullable;

/**
 * The other side asks to slow down. Nothing was done; it is safe to repeat later.
 *
 * @since 0.1
 */
public final class RateLimitedException extends SdkException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception without a cause.
     *
     * @param context where it happened
     * @param message what failed, why, and the next step
     */
    public RateLimitedException(ErrorContext context, String message) {
        this(context, message, null);
    }

    /**
     * Makes an exception.
     *
     * @param context where it happened
     * @param message what failed, why, and the next step
     * @param cause what led to it, or null
     */
    public RateLimitedException(ErrorContext context, String message, @Nullable Throwable cause) {
        super(context, message, cause);
    }

    @Override
    public String code() {
        return "rate-limited";
    }
}
