package io.telcofactory.opennebula;

import io.telcofactory.api.error.AuthenticationException;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.error.OutcomeUnknownException;
import io.telcofactory.api.error.PermissionException;
import io.telcofactory.api.error.ProtocolException;
import io.telcofactory.api.error.RateLimitedException;
import io.telcofactory.api.error.SdkException;
import io.telcofactory.api.error.UnavailableException;
import io.telcofactory.api.error.UnsupportedFeatureException;
import io.telcofactory.opennebula.internal.ErrorMeaning;
import io.telcofactory.opennebula.internal.Refusal;
import io.telcofactory.opennebula.transport.HttpStatusException;
import io.telcofactory.opennebula.transport.RpcAnswer.Failure;
import io.telcofactory.opennebula.transport.RpcAnswer.Fault;

/** Tells what the server's refusal means, by its text first and its code second: the codes alone mislead. */
final class ErrorClassifier {

    private ErrorClassifier() {}

    static SdkException ofFailure(ErrorContext at, boolean idempotent, Failure failure) {
        ErrorContext context = failure.code() == 0 ? at : at.withNativeCode(String.valueOf(failure.code()));
        ErrorMeaning meaning = ErrorMeaning.of(failure.code(), failure.message());
        return Refusal.of(context, idempotent, meaning, failure.message());
    }

    static SdkException ofFault(ErrorContext at, RpcMethod method, Fault fault) {
        ErrorContext context = at.withNativeCode("fault " + fault.code());
        if (fault.code() == Fault.NO_SUCH_METHOD) {
            String needed = method.since().isEmpty() ? "" : " It needs OpenNebula " + method.since() + " or newer.";
            return new UnsupportedFeatureException(context, fault.message() + "." + needed);
        }
        boolean unread = (fault.code() <= -500 && fault.code() >= -503) || fault.code() == -510;
        if (unread) {
            return new InvalidRequestException(
                    context, "The server could not read the call, nothing was done: " + fault.message());
        }
        return new ProtocolException(context, "The server's XML-RPC library failed: " + fault.message());
    }

    static SdkException ofStatus(ErrorContext at, boolean idempotent, HttpStatusException e) {
        ErrorContext context = at.withNativeCode("HTTP " + e.status());
        String words = String.valueOf(e.getMessage());
        return switch (e.status()) {
            case 401, 407 ->
                new AuthenticationException(context, words + ". A proxy asks for credentials of its own.", e);
            case 403 -> new PermissionException(context, words + ". A proxy refuses the way to OpenNebula.", e);
            case 301, 302, 307, 308 ->
                new InvalidRequestException(
                        context, words + ". Redirects are not followed; use the final address as endpoint.", e);
            case 404, 405 ->
                new InvalidRequestException(
                        context, words + ". That is no XML-RPC endpoint; it mostly ends in :2633/RPC2.", e);
            case 400, 411, 413, 415 -> new InvalidRequestException(context, words, e);
            case 429 -> new RateLimitedException(context, words, e);
            case 503 -> new UnavailableException(context, words, e);
            case 500, 502, 504 ->
                idempotent
                        ? new UnavailableException(context, words, e)
                        : new OutcomeUnknownException(
                                context, words + ". It may have taken effect; look before repeating.", e);
            default -> new ProtocolException(context, words + " is no answer of OpenNebula", e);
        };
    }
}
