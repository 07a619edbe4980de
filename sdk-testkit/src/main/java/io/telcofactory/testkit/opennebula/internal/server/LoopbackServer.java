package io.telcofactory.testkit.opennebula.internal.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.telcofactory.api.spi.HttpCall;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A handler on a free loopback port. */
public final class LoopbackServer {

    private static final int THREADS = 16;

    private final HttpServer server;
    private final ExecutorService threads;

    private LoopbackServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    public static LoopbackServer start(Function<HttpCall, HttpReply> handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, action -> {
            Thread thread = new Thread(action, "fake-opennebula");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", exchange -> serve(exchange, handler));
        server.start();
        return new LoopbackServer(server, threads);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void serve(HttpExchange exchange, Function<HttpCall, HttpReply> handler) throws IOException {
        try (exchange) {
            HttpReply reply = handler.apply(call(exchange));
            reply.headers()
                    .forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
            boolean empty = reply.body().length == 0;
            exchange.sendResponseHeaders(reply.status(), empty ? -1 : reply.body().length);
            if (!empty) {
                exchange.getResponseBody().write(reply.body());
            }
        }
    }

    private static HttpCall call(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new HashMap<>(exchange.getRequestHeaders());
        byte[] body = exchange.getRequestBody().readAllBytes();
        return new HttpCall(
                exchange.getRequestMethod(),
                URI.create("http://127.0.0.1" + exchange.getRequestURI()),
                headers,
                body,
                Duration.ofSeconds(30));
    }

    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
