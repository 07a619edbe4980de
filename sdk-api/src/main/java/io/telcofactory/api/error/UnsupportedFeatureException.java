package io.telcofactory.api.error;

import org.jspecify.annotations.Nullable;

/**
 * The other side is too old or not equipped for this; the message tells the version or the setting that is needed.
 *
 * @since 0.1
 */
public final class UnsupportedFeatureException extends SdkException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception without a cause.
     *
     * @param context where it happened
     * @param message what failed, why, and the next step
     */
    public UnsupportedFeatureException(ErrorContext context, String message) {
        this(context, message, null);
    }

    /**
     * Makes an exception.
     *
     * @param context where it happened
     * @param message what failed, why, and the next step
     * @param cause what led to it, or null
     */
    public UnsupportedFeatureException(ErrorContext context, String message, @Nullable Throwable cause) {
        super(context, message, cause);
    }

    @Override
    public String code() {
        return "unsupported-feature";
    }
}
