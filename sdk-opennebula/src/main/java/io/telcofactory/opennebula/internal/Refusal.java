package io.telcofactory.opennebula.internal;

import io.telcofactory.api.error.AuthenticationException;
import io.telcofactory.api.error.CapacityException;
import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.error.OutcomeUnknownException;
import io.telcofactory.api.error.PermissionException;
import io.telcofactory.api.error.SdkException;
import io.telcofactory.api.error.UnavailableException;
import io.telcofactory.api.error.UnsupportedFeatureException;

/** Makes the exception of a refusal, with the server's words in its message. */
public final class Refusal {

    private Refusal() {}

    /**
     * Makes the exception.
     *
     * @param context where it happened
     * @param idempotent whether the call may be repeated after a lost answer
     * @param meaning what the refusal means
     * @param words the server's message
     * @return the exception
     */
    public static SdkException of(ErrorContext context, boolean idempotent, ErrorMeaning meaning, String words) {
        return switch (meaning) {
            case AUTHENTICATION ->
                new AuthenticationException(
                        context, sentence(words) + " Check user and password or token, and that the user is enabled.");
            case PERMISSION -> new PermissionException(context, words);
            case LOCKED ->
                new ConflictException(
                        context, sentence(words) + " A lock also binds its owner; unlock the object first.");
            case CONFLICT -> new ConflictException(context, words);
            case QUOTA -> new CapacityException(context, Quota.describe(words));
            case CAPACITY -> new CapacityException(context, words);
            case NOT_FOUND -> new NotFoundException(context, words);
            case INVALID -> new InvalidRequestException(context, words);
            case UNSUPPORTED -> new UnsupportedFeatureException(context, words);
            case UNAVAILABLE -> new UnavailableException(context, words);
            case UNSURE ->
                idempotent
                        ? new UnavailableException(context, words)
                        : new OutcomeUnknownException(
                                context, sentence(words) + " It may have taken effect; look before repeating.");
        };
    }

    private static String sentence(String words) {
        return words.matches("(?s).*[.!?;:]\\s*") ? words.strip() : words.strip() + ".";
    }
}
