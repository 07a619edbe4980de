package io.telcofactory.testkit.steering;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.api.spi.HttpTransport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private final Function<FakeRequest, FakeReply> core;
    private final ErrorForm errors;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Integer, Fault> faults = new TreeMap<>();
    private final List<Exchange> exchanges = new ArrayList<>();
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;
    private int calls;

    FakeServer(Function<FakeRequest, FakeReply> core, ErrorForm errors) {
        this.core = core;
        this.errors = errors;
    }

    HttpTransport transport() {
        return this::inMemory;
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
        locked(() -> faults.put(call, fault));
    }

    int calls() {
        return locked(() -> calls);
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

    private HttpAnswer inMemory(HttpCall call) throws IOException {
        FakeRequest request = FakeRequest.of(call.method(), call.uri(), call.headers(), call.body(), errors);
        FakeReply reply = handle(request);
        return new HttpAnswer(reply.status(), reply.headers(), new ByteArrayInputStream(reply.body()));
    }

    private void overHttp(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI base = URI.create("http://" + exchange.getRequestHeaders().getFirst("Host"));
            FakeRequest request = FakeRequest.of(
                    exchange.getRequestMethod(),
                    base.resolve(exchange.getRequestURI()),
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody().readAllBytes(),
                    errors);
            FakeReply reply = handle(request);
            reply.headers()
                    .forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
        }
    }

    /** Runs the core once, unless a fault comes first. */
    private FakeReply handle(FakeRequest request) throws SocketException {
        lock.lock();
        try {
            calls++;
            Fault fault = faults.get(calls);
            FakeReply reply = fault != null && fault.beforeEffect() ? disturbed(fault) : answer(request);
            if (fault == Fault.ERROR_AFTER) {
                reply = disturbed(fault);
            } else if (fault == Fault.TORN_ANSWER) {
                reply = torn(reply);
            }
            boolean broken = fault != null && fault.breaksConnection();
            remember(request, reply, broken);
            if (broken) {
                throw new SocketException("Connection reset");
            }
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

    private FakeReply disturbed(Fault fault) {
        return switch (fault) {
            case UNAVAILABLE -> errors.of(503, "try again later");
            case RATE_LIMITED -> errors.of(429, "too many requests").with("retry-after", "1");
            default -> errors.of(500, "something failed");
        };
    }

    private static FakeReply torn(FakeReply reply) {
        byte[] half = Arrays.copyOf(reply.body(), reply.body().length / 2);
        return new FakeReply(reply.status(), reply.headers(), half);
    }

    private void remember(FakeRequest request, FakeReply reply, boolean broken) {
        String query = request.uri().getRawQuery();
        exchanges.add(new Exchange(
                request.method(),
                request.uri().getRawPath() + (query == null ? "" : "?" + query),
                request.headers(),
                request.text(),
                broken ? 0 : reply.status(),
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
