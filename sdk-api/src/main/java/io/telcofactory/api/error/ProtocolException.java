package io.telcofactory.api.error;

import org.jspecify.annotations.Nullable;

/**
 * The answer could not be understood; the message holds at most its first 1024 bytes, secrets masked.
 *
 * @since 0.1
 */
public final class ProtocolException extends SdkException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception without a cause.
     *
     * @param context where it happened
     * @param message what failed, why, and the next step
     */
    public ProtocolException(ErrorContext context, String message) {
        this(context, message, null);
    }

    /**
     * Makes an exception.
     *
     * @param context where it happened
     * @param message what failed, why, and the next step
     * @param cause what led to it, or null
     */
    public ProtocolException(ErrorContext context, String message, @Nullable Throwable cause) {
        super(context, message, cause);
    }

    @Override
    public String code() {
        return "protocol";
    }
}
