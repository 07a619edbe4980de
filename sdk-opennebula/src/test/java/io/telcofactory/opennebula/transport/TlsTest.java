package io.telcofactory.opennebula.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.telcofactory.api.error.UnavailableException;
import io.telcofactory.opennebula.CannedHttp;
import io.telcofactory.opennebula.ClientSettings;
import io.telcofactory.opennebula.Credentials;
import io.telcofactory.opennebula.OpenNebula;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real TLS on loopback, with a private authority: a front-end behind a reverse proxy, which may ask for certificates. */
class TlsTest {
    @TempDir
    private static Path folder;

    private static TestAuthority authority;
    private static KeyStore client;
    private static HttpsServer open;
    private static HttpsServer asking;

    @BeforeAll
    static void startServers() throws IOException, InterruptedException, GeneralSecurityException {
        authority = TestAuthority.in(Files.createDirectory(folder.resolve("authority")));
        KeyStore server = authority.sign("server", "san=dns:localhost");
        client = authority.sign("client", "eku=clientAuth");
        open = server(server, false);
        asking = server(server, true);
    }

    @AfterAll
    static void stopServers() {
        open.stop(0);
        asking.stop(0);
    }

    @Test
    void call_authorityOfAPemFile_isTrusted() throws IOException, GeneralSecurityException {
        assertThat(version(open, "localhost", TlsSettings.trusting(authority.pem())))
                .isEqualTo("7.4.0");
    }

    @Test
    void call_authorityOfAKeyStore_isTrusted() throws IOException, GeneralSecurityException {
        assertThat(version(open, "localhost", TlsSettings.trusting(authority.trust())))
                .isEqualTo("7.4.0");
    }

    @Test
    void call_unknownAuthority_isRefusedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> version(open, "localhost", TlsSettings.systemTrust()))
                .isInstanceOf(UnavailableException.class)
                .hasCauseInstanceOf(SSLException.class)
                .hasMessageContaining("TLS failed")
                .satisfies(e -> assertThat(((UnavailableException) e).context().attempts())
                        .isEqualTo(1));
    }

    @Test
    void call_certificateOfAnotherHost_isRefused() {
        assertThatThrownBy(() -> version(open, "127.0.0.1", TlsSettings.trusting(authority.pem())))
                .isInstanceOf(UnavailableException.class)
                .hasCauseInstanceOf(SSLException.class)
                .hasMessageContaining("127.0.0.1");
    }

    @Test
    void call_serverAsksForACertificate_isShownTheClients() throws IOException, GeneralSecurityException {
        TlsSettings tls = TlsSettings.trusting(authority.pem()).withClientCertificate(client, TestAuthority.PASSWORD);
        assertThat(version(asking, "localhost", tls)).isEqualTo("7.4.0");
    }

    @Test
    void call_serverAsksForACertificateThatIsMissing_fails() {
        assertThatThrownBy(() -> version(asking, "localhost", TlsSettings.trusting(authority.pem())))
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    void trusting_fileWithoutCertificate_isRefusedWithItsName() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        assertThatThrownBy(() -> TlsSettings.trusting(empty))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("empty.pem");
    }

    private static String version(HttpsServer server, String host, TlsSettings tls) {
        URI endpoint = URI.create("https://" + host + ":" + server.getAddress().getPort() + "/RPC2");
        try (OkHttpTransport transport = OkHttpTransport.builder().tls(tls).build()) {
            ClientSettings settings =
                    ClientSettings.builder().transport(transport).build();
            return OpenNebula.connect(endpoint, Credentials.of("oneadmin", "secret"), settings)
                    .frontEnd()
                    .version();
        }
    }

    private static HttpsServer server(KeyStore keys, boolean asksForCertificates)
            throws IOException, GeneralSecurityException {
        KeyManagerFactory key = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        key.init(keys, TestAuthority.PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authority.trust());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(key.getKeyManagers(), trust.getTrustManagers(), null);

        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters ssl = context.getDefaultSSLParameters();
                ssl.setNeedClientAuth(asksForCertificates);
                parameters.setSSLParameters(ssl);
            }
        });
        byte[] answer = CannedHttp.accepted("7.4.0").getBytes(StandardCharsets.UTF_8);
        server.createContext("/RPC2", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server;
    }
}
