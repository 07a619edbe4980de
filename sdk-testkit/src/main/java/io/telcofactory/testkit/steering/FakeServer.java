package io.telcofactory.testkit.steering;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.api.spi.Time;
import io.telcofactory.testkit.Calls;
import io.telcofactory.testkit.Fault;
import io.telcofactory.testkit.Faults;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries requests to the core of a fake, in memory or over HTTP on the loopback interface, breaks calls on request and
 * remembers what it saw. The core runs for one request at a time.
 */
final class FakeServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Function<FakeRequest, FakeReply> core;
    private final ErrorForm errors;
    private final ReentrantLock lock = new ReentrantLock();
    private final Faults faults;
    private final HttpTransport transport;
    private final List<Exchange> exchanges = new ArrayList<>();
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;

    FakeServer(Function<FakeRequest, FakeReply> core, ErrorForm errors, Time time) {
        this.core = core;
        this.errors = errors;
        this.faults = Faults.create(time);
        this.transport = faults.on(this::inMemory);
    }

    HttpTransport transport() {
        return transport;
    }

    URI startHttp() {
        lock.lock();
        try {
            if (server == null) {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                threads = Executors.newCachedThreadPool(FakeServer::daemon);
                server.setExecutor(threads);
                server.createContext("/", this::overHttp);
                server.start();
            }
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "fake-steering");
        thread.setDaemon(true);
        return thread;
    }

    void fault(int call, Fault fault) {
        faults.strike(fault, Calls.number(call));
    }

    int calls() {
        return faults.calls();
    }

    List<Exchange> exchanges() {
        return locked(() -> List.copyOf(exchanges));
    }

    <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private HttpAnswer inMemory(HttpCall call) {
        FakeRequest request = FakeRequest.of(call.method(), call.uri(), call.headers(), call.body(), errors);
        FakeReply reply = handle(request);
        return new HttpAnswer(reply.status(), reply.headers(), new ByteArrayInputStream(reply.body()));
    }

    /** Passes a request on; what breaks the exchange breaks the connection. */
    private void overHttp(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI base = URI.create("http://" + exchange.getRequestHeaders().getFirst("Host"));
            HttpCall call = new HttpCall(
                    exchange.getRequestMethod(),
                    base.resolve(exchange.getRequestURI()),
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody().readAllBytes(),
                    PATIENCE);
            try (HttpAnswer answer = transport.exchange(call)) {
                byte[] body = answer.body().readAllBytes();
                answer.headers()
                        .forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
                exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    /** Runs the core once. */
    private FakeReply handle(FakeRequest request) {
        lock.lock();
        try {
            FakeReply reply = answer(request);
            remember(request, reply);
            return reply;
        } finally {
            lock.unlock();
        }
    }

    private FakeReply answer(FakeRequest request) {
        try {
            return core.apply(request);
        } catch (Refused refused) {
            return refused.reply();
        }
    }

    private void remember(FakeRequest request, FakeReply reply) {
        String query = request.uri().getRawQuery();
        exchanges.add(new Exchange(
                request.method(),
                request.uri().getRawPath() + (query == null ? "" : "?" + query),
                request.headers(),
                request.text(),
                reply.status(),
                reply.headers(),
                new String(reply.body(), UTF_8)));
    }

    @Override
    public void close() {
        HttpServer running = locked(() -> server);
        ExecutorService workers = locked(() -> threads);
        if (running != null && workers != null) {
            running.stop(0);
            workers.shutdownNow();
        }
    }
}
