package io.telcofactory.opennebula;

import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.error.ProtocolException;
import io.telcofactory.api.error.SdkException;
import io.telcofactory.api.error.UnavailableException;
import io.telcofactory.api.internal.call.Attempt;
import io.telcofactory.api.internal.call.Operation;
import io.telcofactory.api.internal.call.RetryLoop;
import io.telcofactory.opennebula.internal.Retrying;
import io.telcofactory.opennebula.internal.WireText;
import io.telcofactory.opennebula.transport.HttpStatusException;
import io.telcofactory.opennebula.transport.RpcAnswer;
import io.telcofactory.opennebula.transport.RpcRequest;
import io.telcofactory.opennebula.transport.RpcTransport;
import io.telcofactory.opennebula.xml.MalformedXmlException;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes calls for one user: sends, repeats, reads the answer, and tells errors by what they mean. */
final class Caller {

    /** How long to leave a front-end without a leader alone: an election takes some 10 seconds in all. */
    private static final Duration ELECTION = Duration.ofSeconds(2);

    private final RpcTransport transport;
    private final Credentials credentials;
    private final ClientSettings settings;
    private final RetryLoop loop;

    Caller(RpcTransport transport, Credentials credentials, ClientSettings settings) {
        this(transport, credentials, settings, Retrying.loop("opennebula", settings));
    }

    private Caller(RpcTransport transport, Credentials credentials, ClientSettings settings, RetryLoop loop) {
        this.transport = transport;
        this.credentials = credentials;
        this.settings = settings;
        this.loop = loop;
    }

    Caller as(Credentials other) {
        return new Caller(transport, other, settings, loop);
    }

    ClientSettings settings() {
        return settings;
    }

    /** Returns what the method returns; something to be ignored when that is nothing. */
    Object call(RpcMethod method, Object[] arguments) {
        List<Object> values = RpcMethod.wireValues(arguments);
        Operation operation = new Operation(method.name(), method.target(arguments), method.idempotent());
        refuseUnsendable(operation, values);
        try {
            return loop.run(operation, attempt -> attempt(method, values, attempt));
        } catch (UnavailableException e) {
            if (e.getCause() instanceof EOFException) {
                throw new ProtocolException(
                        e.context(), "The answer is cut short: " + e.getCause().getMessage(), e);
            }
            throw e;
        }
    }

    private static void refuseUnsendable(Operation operation, List<Object> values) {
        for (Object value : values) {
            if (value instanceof String text) {
                WireText.refusal(text).ifPresent(reason -> {
                    ErrorContext context = ErrorContext.of("opennebula", operation.name(), operation.target());
                    throw new InvalidRequestException(context, "A text " + reason + "; nothing was sent");
                });
            }
        }
    }

    private Object attempt(RpcMethod method, List<Object> values, Attempt attempt) throws IOException {
        @Nullable RpcAnswer answer = null;
        boolean handedOut = false;
        try {
            answer = transport.call(new RpcRequest(method.name(), credentials, values, attempt.remaining()));
            Object result = read(method, answer, attempt);
            handedOut = method.result() == RpcMethod.Result.STREAM;
            return result;
        } catch (MalformedXmlException e) {
            throw new ProtocolException(attempt.context(), String.valueOf(e.getMessage()), e);
        } catch (HttpStatusException e) {
            throw ErrorClassifier.ofStatus(attempt.context(), method.idempotent(), e);
        } finally {
            if (answer != null && !handedOut) {
                answer.close();
            }
        }
    }

    private Object read(RpcMethod method, RpcAnswer answer, Attempt attempt) throws IOException {
        ErrorContext context = attempt.context();
        if (answer instanceof RpcAnswer.Failure failure) {
            SdkException meaning = ErrorClassifier.ofFailure(context, method.idempotent(), failure);
            if (meaning instanceof UnavailableException) {
                attempt.postpone(ELECTION);
            }
            throw meaning;
        } else if (answer instanceof RpcAnswer.Fault fault) {
            throw ErrorClassifier.ofFault(context, method, fault);
        } else if (answer instanceof RpcAnswer.Numeric number) {
            return AnswerReader.number(method, number.value(), context);
        } else if (answer instanceof RpcAnswer.Text text) {
            return new AnswerReader(method, context, settings).text(text, attempt.remaining());
        }
        throw new IllegalStateException("An answer of an unknown kind: " + answer.getClass());
    }

    @Override
    public String toString() {
        return credentials.toString();
    }
}
