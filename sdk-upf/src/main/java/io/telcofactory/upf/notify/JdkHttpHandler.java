package io.telcofactory.upf.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Mounts a receiver in the HTTP server of the JDK:
 *
 * <pre>{@code server.createContext("/notify", JdkHttpHandler.of(receiver::handle));}</pre>
 *
 * <p>Bodies of more than 1 MiB are answered with 413 and not read further. When the receiver's listener fails, the answer
 * is 500, so that the sender repeats, and the exception goes on to the server.
 *
 * <p>On the module path this type needs module {@code jdk.httpserver}, which nothing else in this module does.
 *
 * @since 0.1
 */
public final class JdkHttpHandler implements HttpHandler {
    private static final int LARGEST_BODY = 1 << 20;

    private final Function<HttpCall, HttpAnswer> receiver;

    private JdkHttpHandler(Function<HttpCall, HttpAnswer> receiver) {
        this.receiver = receiver;
    }

    /**
     * Returns a handler.
     *
     * @param receiver from request to answer, for example {@code receiver::handle}
     * @return the handler
     */
    public static JdkHttpHandler of(Function<HttpCall, HttpAnswer> receiver) {
        return new JdkHttpHandler(receiver);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) {
                exchange.sendResponseHeaders(413, -1);
                return;
            }
            try (HttpAnswer answer = receiver.apply(call(exchange, body))) {
                send(exchange, answer);
            } catch (RuntimeException e) {
                exchange.sendResponseHeaders(500, -1);
                throw e;
            }
        }
    }

    private static HttpCall call(HttpExchange exchange, byte[] body) {
        Map<String, List<String>> headers = new LinkedHashMap<>(exchange.getRequestHeaders());
        return new HttpCall(
                exchange.getRequestMethod(), exchange.getRequestURI(), headers, body, Duration.ofSeconds(30));
    }

    private static void send(HttpExchange exchange, HttpAnswer answer) throws IOException {
        answer.headers().forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
        byte[] body = answer.body().readAllBytes();
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }
}
