package io.telcofactory.opennebula;

import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.ProtocolException;
import io.telcofactory.api.spi.Time;
import io.telcofactory.opennebula.internal.DeadlineStream;
import io.telcofactory.opennebula.transport.RpcAnswer;
import io.telcofactory.opennebula.xml.XmlLimits;
import io.telcofactory.opennebula.xml.XmlNode;
import io.telcofactory.opennebula.xml.XmlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Turns the body of an accepted call into what its method returns. */
final class AnswerReader {
    private static final Object NOTHING = new Object();

    private final RpcMethod method;
    private final ErrorContext context;
    private final Time time;
    private final XmlLimits limits;

    AnswerReader(RpcMethod method, ErrorContext context, ClientSettings settings) {
        this.method = method;
        this.context = context;
        this.time = settings.time();
        this.limits = settings.limits();
    }

    static Object number(RpcMethod method, long value, ErrorContext context) {
        return switch (method.result()) {
            case NOTHING -> NOTHING;
            case ID -> id(value, context);
            case TEXT -> Long.toString(value);
            case OBJECT, LIST, STREAM ->
                throw new ProtocolException(
                        context, "The answer is the number " + value + ", where an XML document should be");
        };
    }

    private static int id(long value, ErrorContext context) {
        if (value != (int) value) {
            throw new ProtocolException(context, "The answer " + value + " is no id");
        }
        return (int) value;
    }

    Object text(RpcAnswer.Text answer, Duration remaining) throws IOException {
        if (method.result() == RpcMethod.Result.STREAM) {
            return stream(answer);
        }
        InputStream body = new DeadlineStream(answer.utf8(), time, remaining);
        return switch (method.result()) {
            case NOTHING -> {
                body.transferTo(OutputStream.nullOutputStream());
                yield NOTHING;
            }
            case ID -> idOf(whole(body));
            case TEXT -> whole(body);
            case OBJECT -> view().apply(new XmlReader(body, limits).document());
            case LIST, STREAM -> list(new XmlReader(body, limits));
        };
    }

    private String whole(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(limits.maxObjectBytes());
        if (body.read() >= 0) {
            throw new ProtocolException(context, "The answer exceeds " + limits.maxObjectBytes() + " bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private int idOf(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new ProtocolException(context, "The answer is a text of " + text.length() + " characters, no id", e);
        }
    }

    private List<Object> list(XmlReader reader) throws IOException {
        List<Object> result = new ArrayList<>();
        Function<XmlNode, ?> view = view();
        for (XmlNode child = reader.nextChild(); child != null; child = reader.nextChild()) {
            result.add(view.apply(child));
        }
        return List.copyOf(result);
    }

    private Object stream(RpcAnswer.Text answer) throws IOException {
        return PoolCursor.open(new XmlReader(answer.utf8(), limits), answer, view(), context);
    }

    private Function<XmlNode, ?> view() {
        return method.view() == XmlNode.class ? Function.identity() : Views.of(method.view());
    }
}
