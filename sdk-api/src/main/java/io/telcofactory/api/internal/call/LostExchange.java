package io.telcofactory.api.internal.call;

import io.telcofactory.api.error.CancelledException;
import io.telcofactory.api.error.DeadlineExceededException;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.OutcomeUnknownException;
import io.telcofactory.api.error.SdkException;
import io.telcofactory.api.error.UnavailableException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLKeyException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What the failure of an exchange says about the other side: nothing sent, no TLS, out of time, interrupted, or unknown. */
enum LostExchange {
    NOT_SENT,
    TLS_REFUSED,
    TLS_BROKEN,
    TIMED_OUT,
    INTERRUPTED,
    BROKEN;

    static LostExchange of(IOException e) {
        if (Thread.currentThread().isInterrupted()) {
            return INTERRUPTED;
        }
        if (e instanceof ConnectException
                || e instanceof UnknownHostException
                || e instanceof NoRouteToHostException
                || e instanceof PortUnreachableException) {
            return NOT_SENT;
        }
        if (e instanceof SSLHandshakeException
                || e instanceof SSLPeerUnverifiedException
                || e instanceof SSLKeyException) {
            return TLS_REFUSED;
        }
        if (e instanceof SSLException) {
            return TLS_BROKEN;
        }
        if (e instanceof SocketTimeoutException) {
            return TIMED_OUT;
        }
        return e instanceof InterruptedIOException ? INTERRUPTED : BROKEN;
    }

    boolean repeatable(Operation operation) {
        return switch (this) {
            case NOT_SENT -> true;
            case BROKEN, TIMED_OUT -> operation.idempotent();
            case TLS_REFUSED, TLS_BROKEN, INTERRUPTED -> false;
        };
    }

    SdkException meaning(Operation operation, ErrorContext context, Duration deadline, IOException cause) {
        return switch (this) {
            case NOT_SENT ->
                new UnavailableException(
                        context, "Cannot connect: " + text(cause) + ". Check the endpoint and the network.", cause);
            case TLS_REFUSED ->
                new UnavailableException(
                        context,
                        "TLS failed: " + text(cause)
                                + ". Nothing was sent; check the certificate, the host name and the trust"
                                + " settings.",
                        cause);
            case INTERRUPTED -> interrupted(operation, context, cause);
            case TIMED_OUT ->
                operation.idempotent()
                        ? new DeadlineExceededException(
                                context,
                                "No answer within " + context.elapsed() + " (deadline " + deadline + ").",
                                cause)
                        : unknown(context, cause);
            case TLS_BROKEN, BROKEN ->
                operation.idempotent()
                        ? new UnavailableException(context, "The exchange broke off: " + text(cause) + ".", cause)
                        : unknown(context, cause);
        };
    }

    private static SdkException interrupted(Operation operation, ErrorContext context, IOException cause) {
        Thread.currentThread().interrupt();
        String effect = operation.idempotent() ? "" : " The request may have taken effect: look before repeating.";
        return new CancelledException(context, "Interrupted while waiting for the answer." + effect, cause);
    }

    private static SdkException unknown(ErrorContext context, IOException cause) {
        return new OutcomeUnknownException(
                context,
                "The request was sent and no answer came: " + text(cause)
                        + ". It may have taken effect; look before repeating.",
                cause);
    }

    private static String text(IOException cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
