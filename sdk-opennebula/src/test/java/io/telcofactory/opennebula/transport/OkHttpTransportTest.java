package io.telcofactory.opennebula.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.opennebula.ManualTime;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OkHttpTransportTest {
    @RegisterExtension
    private static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().dynamicHttpsPort())
            .build();

    private final ManualTime time = new ManualTime();
    private final OkHttpTransport transport =
            OkHttpTransport.builder().maxConnections(2).time(time).build();

    @AfterEach
    void close() {
        transport.close();
        Thread.interrupted();
    }

    @Test
    void exchange_post_hasLengthAndAsksForNoConnectionAfterwards() throws IOException {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withBody("answer").withHeader("X-Some", "value")));

        try (HttpAnswer answer = transport.exchange(call(base() + "/RPC2", "body"))) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("x-some")).contains("value");
            assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("answer");
        }
        SERVER.verify(postRequestedFor(urlEqualTo("/RPC2"))
                .withHeader("Content-Length", equalTo("4"))
                .withHeader("Connection", equalTo("close"))
                .withHeader("Transfer-Encoding", absent()));
    }

    @Test
    void exchange_redirect_isNotFollowed() throws IOException {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(302).withHeader("Location", "/other")));
        try (HttpAnswer answer = transport.exchange(call(base() + "/RPC2", "body"))) {
            assertThat(answer.status()).isEqualTo(302);
        }
    }

    @Test
    void exchange_nobodyListens_isCertainlyNotSent() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThatThrownBy(() -> transport.exchange(call("http://127.0.0.1:" + port + "/RPC2", "body")))
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void exchange_connectionReset_isBrokenAndSentOnce() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThatThrownBy(() -> transport.exchange(call(base() + "/once", "body")))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(ConnectException.class);
        SERVER.verify(1, postRequestedFor(urlEqualTo("/once")));
    }

    @Test
    void exchange_noAnswer_timesOut() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(20_000)));
        HttpCall impatient =
                new HttpCall("POST", URI.create(base() + "/slow"), Map.of(), new byte[1], Duration.ofMillis(200));
        assertThatThrownBy(() -> transport.exchange(impatient)).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void exchange_headersLateOnTheGivenClock_timesOut() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Socket> accepted = CompletableFuture.supplyAsync(() -> {
                try {
                    Socket socket = silent.accept();
                    time.advance(Duration.ofSeconds(11));
                    return socket;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            String uri = "http://127.0.0.1:" + silent.getLocalPort() + "/RPC2";
            assertThatThrownBy(() -> transport.exchange(call(uri, "body")))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessageContaining("No answer within PT10S");
            accepted.join().close();
        }
    }

    @Test
    void exchange_interruptedThread_endsAtTheSocket() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(20_000)));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> transport.exchange(call(base() + "/slow", "body")))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void exchange_allConnectionsTaken_isNotSent() throws IOException {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withBody("answer")));
        HttpCall call = call(base() + "/RPC2", "body");
        HttpCall impatient =
                new HttpCall("POST", URI.create(base() + "/RPC2"), Map.of(), new byte[1], Duration.ofMillis(100));
        try (HttpAnswer first = transport.exchange(call)) {
            try (HttpAnswer second = transport.exchange(call)) {
                assertThatThrownBy(() -> transport.exchange(impatient))
                        .isInstanceOf(ConnectException.class)
                        .hasMessageContaining("all 2");
                assertThat(List.of(first.status(), second.status())).containsExactly(200, 200);
            }
            transport.exchange(call).close();
        }
    }

    @Test
    void exchange_manyCalls_keepTheRate() throws IOException {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withBody("answer")));
        for (int i = 0; i < 76; i++) {
            transport.exchange(call(base() + "/RPC2", "body")).close();
        }
        assertThat(time.now().toEpochMilli()).isBetween(1_900L, 2_100L);
    }

    @Test
    void exchange_certificateNobodyTrusts_isTlsFailure() {
        assertThatThrownBy(
                        () -> transport.exchange(call("https://localhost:" + SERVER.getHttpsPort() + "/RPC2", "body")))
                .isInstanceOf(SSLException.class);
    }

    private static String base() {
        return "http://localhost:" + SERVER.getPort();
    }

    private static HttpCall call(String uri, String body) {
        return new HttpCall(
                "POST",
                URI.create(uri),
                Map.of("Content-Type", List.of("text/xml")),
                body.getBytes(StandardCharsets.UTF_8),
                Duration.ofSeconds(10));
    }
}
