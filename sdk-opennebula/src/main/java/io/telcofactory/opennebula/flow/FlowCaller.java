package io.telcofactory.opennebula.flow;

import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.ProtocolException;
import io.telcofactory.api.internal.call.Attempt;
import io.telcofactory.api.internal.call.Operation;
import io.telcofactory.api.internal.call.RetryLoop;
import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.opennebula.ClientSettings;
import io.telcofactory.opennebula.Credentials;
import io.telcofactory.opennebula.internal.DeadlineStream;
import io.telcofactory.opennebula.internal.Endpoints;
import io.telcofactory.opennebula.internal.Excerpt;
import io.telcofactory.opennebula.internal.Retrying;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes calls to OneFlow for one user. */
final class FlowCaller {
    private static final int LARGEST = 64 << 20;

    private final Endpoints endpoints;
    private final HttpTransport http;
    private final Credentials credentials;
    private final ClientSettings settings;
    private final RetryLoop loop;

    FlowCaller(Endpoints endpoints, HttpTransport http, Credentials credentials, ClientSettings settings) {
        this(endpoints, http, credentials, settings, Retrying.loop("oneflow", settings));
    }

    private FlowCaller(
            Endpoints endpoints, HttpTransport http, Credentials credentials, ClientSettings settings, RetryLoop loop) {
        this.endpoints = endpoints;
        this.http = http;
        this.credentials = credentials;
        this.settings = settings;
        this.loop = loop;
    }

    FlowCaller as(Credentials other) {
        return new FlowCaller(endpoints, http, other, settings, loop);
    }

    ClientSettings settings() {
        return settings;
    }

    FlowNode get(String path) {
        return call("GET", path, null, true);
    }

    FlowNode call(String method, String path, @Nullable FlowNode body, boolean idempotent) {
        Operation operation = new Operation(method + " " + path, "", idempotent);
        return loop.run(operation, attempt -> attempt(method, path, body, idempotent, attempt));
    }

    private FlowNode attempt(String method, String path, @Nullable FlowNode body, boolean idempotent, Attempt attempt)
            throws IOException {
        byte[] content = body == null ? new byte[0] : body.toJson().getBytes(StandardCharsets.UTF_8);
        URI endpoint = endpoints.current();
        HttpCall call = new HttpCall(method, uri(endpoint, path), headers(), content, attempt.remaining());
        try (HttpAnswer answer = http.exchange(call)) {
            DeadlineStream whole = new DeadlineStream(answer.body(), settings.time(), attempt.remaining());
            String text = read(whole, attempt.context());
            if (answer.status() >= 300) {
                throw FlowErrors.of(attempt.context(), idempotent, answer.status(), text);
            }
            return text.isBlank() ? FlowNode.empty() : parse(text, attempt.context());
        } catch (IOException e) {
            endpoints.leave(endpoint);
            throw e;
        }
    }

    private static URI uri(URI endpoint, String path) {
        String base = endpoint.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    private Map<String, List<String>> headers() {
        String session =
                Base64.getEncoder().encodeToString(credentials.session().getBytes(StandardCharsets.UTF_8));
        return Map.of(
                "Authorization", List.of("Basic " + session),
                "Accept", List.of("application/json"),
                "Content-Type", List.of("application/json"));
    }

    private static String read(InputStream body, ErrorContext context) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST);
        if (body.read() >= 0) {
            throw new ProtocolException(context, "The answer exceeds " + LARGEST + " bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static FlowNode parse(String text, ErrorContext context) {
        try {
            return FlowNode.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ProtocolException(
                    context,
                    "OneFlow's answer is not JSON; it begins: " + Excerpt.of(text.getBytes(StandardCharsets.UTF_8)),
                    e);
        }
    }

    @Override
    public String toString() {
        return credentials.toString();
    }
}
