package io.telcofactory.benchmarks.client;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on loopback that answers every call with the same pool and then closes the connection, as OpenNebula does. */
public final class Loopback implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    /**
     * Starts the server.
     *
     * @param pool what it answers
     * @throws IOException if there is no port
     */
    public Loopback(VmPool pool) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/RPC2", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(200, pool.length());
            try (OutputStream out = exchange.getResponseBody()) {
                pool.writeTo(out);
            }
        });
        server.setExecutor(threads);
        server.start();
    }

    /**
     * Returns where it answers.
     *
     * @return an URL
     */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/RPC2");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
