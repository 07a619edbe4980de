package io.telcofactory.gpu.internal;

import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.error.ProtocolException;
import io.telcofactory.api.error.UnsupportedFeatureException;
import java.util.Locale;

/** Makes this module's exceptions, so that all of them carry the same context. */
public final class Errors {
    private static final String BACKEND = "gpu";
    private static final int KEPT = 1024;

    private Errors() {}

    /** Returns the error for a value that breaks a rule of the hardware or of its notation. */
    public static InvalidRequestException invalid(String operation, String target, String format, Object... values) {
        return new InvalidRequestException(context(operation, target), message(format, values));
    }

    /** Returns the error for a board or profile that nobody knows. */
    public static NotFoundException unknown(String operation, String target, String format, Object... values) {
        return new NotFoundException(context(operation, target), message(format, values));
    }

    /** Returns the error for a board on which the operation has no meaning, or for which the facts are missing. */
    public static UnsupportedFeatureException unsupported(
            String operation, String target, String format, Object... values) {
        return new UnsupportedFeatureException(context(operation, target), message(format, values));
    }

    /** Returns the error for the output of a tool, or a file, that could not be understood. */
    public static ProtocolException malformed(String operation, String text, String format, Object... values) {
        String kept = text.length() <= KEPT ? text : text.substring(0, KEPT) + "...";
        return new ProtocolException(context(operation, ""), message(format, values) + "; the text was: " + kept);
    }

    private static ErrorContext context(String operation, String target) {
        return ErrorContext.of(BACKEND, operation, target);
    }

    private static String message(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
