package io.telcofactory.opennebula.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.telcofactory.api.error.AuthenticationException;
import io.telcofactory.opennebula.CannedHttp;
import io.telcofactory.opennebula.ClientSettings;
import io.telcofactory.opennebula.Credentials;
import io.telcofactory.opennebula.OpenNebula;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A front-end whose name only the proxy knows. */
class ProxyTest {
    @RegisterExtension
    private static final WireMockExtension PROXY = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    @Test
    void call_throughAProxy_isSentToItWithTheFrontEndsName() {
        PROXY.stubFor(any(anyUrl()).willReturn(aResponse().withBody(CannedHttp.accepted("7.4.0"))));
        assertThat(version("http://frontend.invalid:2633/RPC2", PROXY.getPort()))
                .isEqualTo("7.4.0");
        assertThat(PROXY.getAllServeEvents())
                .singleElement()
                .satisfies(event ->
                        assertThat(event.getRequest().getAbsoluteUrl()).isEqualTo("http://frontend.invalid:2633/RPC2"));
    }

    @Test
    void call_proxyAsksForCredentials_saysThatItIsTheProxy() {
        PROXY.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(407)));
        assertThatThrownBy(() -> version("http://frontend.invalid:2633/RPC2", PROXY.getPort()))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("proxy");
    }

    @Test
    void call_tlsThroughAProxy_asksForATunnel() throws IOException {
        try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> asked = CompletableFuture.supplyAsync(() -> refuseOne(proxy));
            assertThatThrownBy(() -> version("https://frontend.invalid:2633/RPC2", proxy.getLocalPort()));
            assertThat(asked.join()).isEqualTo("CONNECT frontend.invalid:2633 HTTP/1.1");
        }
    }

    private static String refuseOne(ServerSocket proxy) {
        try (Socket client = proxy.accept();
                BufferedReader request =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            String first = request.readLine();
            client.getOutputStream()
                    .write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return first;
        } catch (IOException e) {
            return String.valueOf(e);
        }
    }

    private static String version(String endpoint, int port) {
        Proxy through = new Proxy(Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        try (OkHttpTransport transport =
                OkHttpTransport.builder().proxy(through).build()) {
            ClientSettings once =
                    ClientSettings.builder().transport(transport).maxAttempts(1).build();
            return OpenNebula.connect(URI.create(endpoint), Credentials.of("oneadmin", "secret"), once)
                    .frontEnd()
                    .version();
        }
    }
}
