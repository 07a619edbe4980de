package io.telcofactory.upf.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.upf.connection.TlsSettings;
import io.telcofactory.upf.internal.http.OkHttpTransport;
import io.telcofactory.upf.nef.EventNotification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A receiver in the HTTP server of the JDK, over a socket. */
class JdkHttpHandlerTest {
    private static final String SECRET = "0123456789abcdef";
    private static final String EVENT =
            "{\"afTransId\":\"t1\",\"dnaiChgType\":\"LATE\",\"subscribedEvent\":\"UP_PATH_CHANGE\"}";
    private final List<EventNotification> heard = new ArrayList<>();
    private final PathChangeReceiver receiver = new PathChangeReceiver(SECRET, heard::add);
    private final HttpTransport transport = new OkHttpTransport(TlsSettings.system());
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/notify", JdkHttpHandler.of(receiver::handle));
        server.createContext("/broken", JdkHttpHandler.of(call -> {
            throw new IllegalStateException("broken on purpose");
        }));
        server.start();
    }

    @AfterEach
    void stop() {
        transport.close();
        server.stop(0);
    }

    @Test
    void handle_notification_reachesTheReceiver() throws IOException {
        try (HttpAnswer answer = post("/notify/" + SECRET, EVENT)) {
            assertThat(answer.status()).isEqualTo(204);
        }
        assertThat(heard).extracting(event -> event.afTransId().orElse("")).containsExactly("t1");
    }

    @Test
    void handle_badForm_isAnsweredWithItsProblem() throws IOException {
        try (HttpAnswer answer = post("/notify/" + SECRET, "{}")) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.header("content-type")).contains("application/problem+json");
            assertThat(new String(answer.body().readAllBytes(), UTF_8)).contains("lacks 'dnaiChgType'");
        }
    }

    @Test
    void handle_hugeBody_isNotReadToItsEnd() throws IOException {
        try (HttpAnswer answer = post("/notify/" + SECRET, "x".repeat((1 << 20) + 1))) {
            assertThat(answer.status()).isEqualTo(413);
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void handle_failingReceiver_isAnsweredWith500() throws IOException {
        try (HttpAnswer answer = post("/broken", EVENT)) {
            assertThat(answer.status()).isEqualTo(500);
        }
    }

    private HttpAnswer post(String path, String body) throws IOException {
        InetSocketAddress address = server.getAddress();
        return transport.exchange(new HttpCall(
                "POST",
                URI.create("http://127.0.0.1:" + address.getPort() + path),
                Map.of("Content-Type", List.of("application/json")),
                body.getBytes(UTF_8),
                Duration.ofSeconds(10)));
    }
}
