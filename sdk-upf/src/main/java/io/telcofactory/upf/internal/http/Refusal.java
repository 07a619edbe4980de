package io.telcofactory.upf.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.telcofactory.api.error.AuthenticationException;
import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.error.OutcomeUnknownException;
import io.telcofactory.api.error.PermissionException;
import io.telcofactory.api.error.ProtocolException;
import io.telcofactory.api.error.RateLimitedException;
import io.telcofactory.api.error.SdkException;
import io.telcofactory.api.error.UnavailableException;
import io.telcofactory.api.error.UnsupportedFeatureException;
import io.telcofactory.upf.internal.json.JsonMismatchException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An answer that says no, in the words of the other side: problem details (RFC 9457, 3GPP, ETSI), the error of CAMARA, or
 * plain text.
 */
final class Refusal {
    private final int status;
    private final String code;
    private final String reason;

    private Refusal(int status, String code, String reason) {
        this.status = status;
        this.code = code;
        this.reason = reason;
    }

    static Refusal of(int status, byte[] body, Optional<String> correlator) {
        Refusal refusal = of(status, body);
        return new Refusal(
                refusal.status,
                refusal.code,
                refusal.reason
                        + correlator.map(id -> " (x-correlator " + id + ")").orElse(""));
    }

    static Refusal of(int status, byte[] body) {
        try {
            JsonNode node = Json.parse(body);
            if (node.path(0).has("failureCode")) {
                // PFD management: none of the applications was taken, each with its reason. That is definite.
                return new Refusal(409, node.path(0).path("failureCode").asText(), Json.excerpt(body));
            }
            if (node.isObject()) {
                String code = node.hasNonNull("cause")
                        ? node.path("cause").asText()
                        : node.path("code").asText("");
                return new Refusal(status, code, reason(node, body));
            }
        } catch (JsonMismatchException e) {
            // Gateways in front of an API answer in HTML or plain text; what they say is all there is.
        }
        return new Refusal(status, "", body.length == 0 ? "no reason given" : Json.excerpt(body));
    }

    private static String reason(JsonNode node, byte[] body) {
        List<String> parts = new ArrayList<>();
        for (String name : List.of("title", "detail", "message", "error", "error_description")) {
            if (node.path(name).isTextual()) {
                parts.add(node.path(name).asText());
            }
        }
        for (JsonNode invalid : node.path("invalidParams")) {
            String why = invalid.path("reason").asText("");
            parts.add(invalid.path("param").asText() + (why.isEmpty() ? " is invalid" : ": " + why));
        }
        return parts.isEmpty() ? Json.excerpt(body) : String.join("; ", parts);
    }

    /** Returns the exception that the status means; a server error after a request that makes something is ambiguous. */
    SdkException meaning(ErrorContext where, boolean idempotent) {
        ErrorContext context = where.withNativeCode("HTTP " + status + (code.isEmpty() ? "" : " " + code));
        return switch (status) {
            case 400, 406, 411, 413, 414, 415, 422 ->
                new InvalidRequestException(
                        context,
                        "The request was refused: " + reason + ". Correct the request; repeating it is no use.");
            case 401 ->
                new AuthenticationException(
                        context,
                        "The credentials were refused: " + reason + ". Check the client id, secret and scope.");
            case 403 ->
                new PermissionException(
                        context, "It is not allowed: " + reason + ". Ask the operator to permit it for this client.");
            case 404, 410 -> new NotFoundException(context, "It does not exist: " + reason + ".");
            case 409, 412 ->
                new ConflictException(
                        context, "The present state forbids it: " + reason + ". Read the resource again, then decide.");
            case 405, 501 ->
                new UnsupportedFeatureException(context, "The other side does not support this: " + reason + ".");
            case 429 ->
                new RateLimitedException(context, "Too many requests: " + reason + ". Wait before calling again.");
            case 503 ->
                new UnavailableException(context, "The service is not available: " + reason + ". Try again later.");
            default -> status >= 500 ? serverError(context, idempotent) : unexpected(context);
        };
    }

    private SdkException serverError(ErrorContext context, boolean idempotent) {
        return idempotent
                ? new UnavailableException(context, "The server failed: " + reason + ". Try again later.")
                : new OutcomeUnknownException(
                        context,
                        "The server failed: " + reason
                                + ". The request may have taken effect all the same; look before repeating.");
    }

    private SdkException unexpected(ErrorContext context) {
        return new ProtocolException(context, "Unexpected answer " + status + ": " + reason + ".");
    }
}
