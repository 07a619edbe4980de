package io.telcofactory.api.error;

import org.jspecify.annotations.Nullable;

/**
 * The state of the other side forbids it: the name is taken, the object is locked or in the wrong state, another apply is at
 * work, or a plan is stale.
 *
 * @since 0.1
 */
public final class ConflictException extends SdkException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception without a cause.
     *
     * @param context where it happened
     * @param message what failed, why, and the next step
     */
    public ConflictException(ErrorContext context, String message) {
        this(context, message, null);
    }

    /**
     * Makes an exception.
     *
     * @param context where it happened
     * @param message what failed, why, and the next step
     * @param cause what led to it, or null
     */
    public ConflictException(ErrorContext context, String message, @Nullable Throwable cause) {
        super(context, message, cause);
    }

    @Override
    public String code() {
        return "conflict";
    }
}
