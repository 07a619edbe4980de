package io.telcofactory.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.api.spi.HttpTransport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Sits on a loopback port between a client and a server, a fake or a real one, and lets {@link Faults} befall what passes.
 * What breaks an exchange breaks the client's connection.
 *
 * <pre>{@code
 * Faults faults = Faults.create().strike(Fault.LOST, Calls.of("one.vn.allocate"));
 * try (FaultProxy proxy = FaultProxy.start(URI.create("http://frontend:2633/RPC2"), transport, faults)) {
 *     OpenNebula one = OpenNebula.connect(proxy.address().toString(), credentials);
 * }
 * }</pre>
 *
 * <p>Faults of a process can't be played here, since it is another one that calls: they break the connection.
 *
 * <p>Threads: safe for concurrent use.
 *
 * @since 0.1
 */
public final class FaultProxy implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int THREADS = 16;

    /** What belongs to one connection and not to the message, RFC 9110 section 7.6.1; and the length, which is counted anew. */
    private static final Set<String> NOT_PASSED_ON =
            Set.of("connection", "keep-alive", "transfer-encoding", "te", "upgrade", "content-length", "host");

    private final HttpServer server;
    private final ExecutorService threads;
    private final URI upstream;
    private final HttpTransport transport;

    private FaultProxy(HttpServer server, ExecutorService threads, URI upstream, HttpTransport transport) {
        this.server = server;
        this.threads = threads;
        this.upstream = upstream;
        this.transport = transport;
    }

    /**
     * Opens a port.
     *
     * @param upstream where requests go: its scheme, host and port
     * @param transport carries them there; not closed with the proxy
     * @param faults what befalls them
     * @return the proxy
     * @throws IOException if no port can be opened
     */
    public static FaultProxy start(URI upstream, HttpTransport transport, Faults faults) throws IOException {
        Objects.requireNonNull(upstream, "upstream");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, action -> {
            Thread thread = new Thread(action, "fault-proxy");
            thread.setDaemon(true);
            return thread;
        });
        FaultProxy proxy = new FaultProxy(server, threads, upstream, faults.on(transport));
        server.setExecutor(threads);
        server.createContext("/", proxy::pass);
        server.start();
        return proxy;
    }

    /**
     * Returns the address to give to the client.
     *
     * @return the upstream's address with the proxy's host and port, and always {@code http}
     */
    public URI address() {
        String path = upstream.getRawPath() == null ? "" : upstream.getRawPath();
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange;
                HttpAnswer answer = transport.exchange(call(exchange))) {
            byte[] body = answer.body().readAllBytes();
            passable(answer.headers())
                    .forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (ProcessKilled elsewhere) {
            throw new IOException("the connection breaks; " + elsewhere.getMessage(), elsewhere);
        }
    }

    private HttpCall call(HttpExchange exchange) throws IOException {
        URI target = URI.create(upstream.getScheme() + "://" + upstream.getRawAuthority() + exchange.getRequestURI());
        byte[] body = exchange.getRequestBody().readAllBytes();
        Map<String, List<String>> headers = passable(exchange.getRequestHeaders());
        return new HttpCall(exchange.getRequestMethod(), target, headers, body, PATIENCE);
    }

    private static Map<String, List<String>> passable(Map<String, List<String>> headers) {
        Map<String, List<String>> passed = new HashMap<>();
        headers.forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!NOT_PASSED_ON.contains(lower)) {
                passed.put(lower, new ArrayList<>(values));
            }
        });
        return passed;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
