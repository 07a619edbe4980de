package io.telcofactory.api.error;

import org.jspecify.annotations.Nullable;

/**
 * The thing that was named does not exist, or may not be seen with these credentials.
 *
 * @since 0.1
 */
public final class NotFoundException extends SdkException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception without a cause.
     *
     * @param context where it happened
     * @param message what failed, why, and the next step
     */
    public NotFoundException(ErrorContext context, String message) {
        this(context, message, null);
    }

    /**
     * Makes an exception.
     *
     * @param context where it happened
     * @param message what failed, why, and the next step
     * @param cause what led to it, or null
     */
    public NotFoundException(ErrorContext context, String message, @Nullable Throwable cause) {
        super(context, message, cause);
    }

    @Override
    public String code() {
        return "not-found";
    }
}
