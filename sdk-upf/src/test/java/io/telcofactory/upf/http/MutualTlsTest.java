package io.telcofactory.upf.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.telcofactory.api.error.SdkException;
import io.telcofactory.testkit.steering.FakeNef;
import io.telcofactory.upf.NefClient;
import io.telcofactory.upf.connection.ClientCredentials;
import io.telcofactory.upf.connection.ConnectionSettings;
import io.telcofactory.upf.connection.TlsSettings;
import io.telcofactory.upf.notify.JdkHttpHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A NEF behind TLS that wants certificates, over a socket, with an authority made for the test. */
class MutualTlsTest {
    @TempDir
    static Path folder;

    private static TestAuthority ours;
    private static HttpsServer server;
    private static ExecutorService threads;
    private static final FakeNef NEF = FakeNef.start().requireToken("af", "secret", Duration.ofMinutes(10));

    @BeforeAll
    static void start() throws IOException, InterruptedException, GeneralSecurityException {
        ours = TestAuthority.of(folder, "ip:127.0.0.1", "nef", "af");
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new Demanding(serverContext()));
        server.createContext("/", JdkHttpHandler.of(call -> {
            try {
                return NEF.transport().exchange(call);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
        threads.shutdownNow();
        NEF.close();
    }

    @Test
    void call_certificateOfTheAuthority_isLetIn() throws GeneralSecurityException, IOException {
        TlsSettings mutual = TlsSettings.mutual(ours.authorities(), ours.identity("af"), TestAuthority.PASSWORD);

        try (NefClient client = client("127.0.0.1", mutual)) {
            assertThat(client.trafficInfluence().list()).isEmpty();
        }
    }

    @Test
    void call_withoutCertificate_isTurnedAway() throws GeneralSecurityException, IOException {
        refused("127.0.0.1", TlsSettings.trusting(ours.authorities()));
    }

    @Test
    void call_serverOfAnUnknownAuthority_isNotTrusted() {
        refused("127.0.0.1", TlsSettings.system());
    }

    @Test
    void call_certificateForAnotherHost_isNotTrusted() throws GeneralSecurityException, IOException {
        refused("localhost", TlsSettings.mutual(ours.authorities(), ours.identity("af"), TestAuthority.PASSWORD));
    }

    private static void refused(String host, TlsSettings tls) {
        int before = NEF.calls();
        try (NefClient client = client(host, tls)) {
            assertThatThrownBy(() -> client.trafficInfluence().list()).isInstanceOf(SdkException.class);
        }
        assertThat(NEF.calls()).isEqualTo(before);
    }

    private static NefClient client(String host, TlsSettings tls) {
        URI root = URI.create("https://" + host + ":" + server.getAddress().getPort());
        ConnectionSettings settings = ConnectionSettings.builder()
                .tls(tls)
                .maxAttempts(1)
                .authorization(ClientCredentials.builder()
                        .tokenUri(root.resolve("/oauth2/token"))
                        .clientId("af")
                        .secret(() -> "secret")
                        .build())
                .build();
        return NefClient.of(root, "af", settings);
    }

    private static SSLContext serverContext() throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(ours.identity("nef"), TestAuthority.PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(ours.authorities());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    /** Asks clients for a certificate and turns away those without. */
    private static final class Demanding extends HttpsConfigurator {
        Demanding(SSLContext context) {
            super(context);
        }

        @Override
        public void configure(HttpsParameters parameters) {
            SSLParameters demanding = getSSLContext().getDefaultSSLParameters();
            demanding.setNeedClientAuth(true);
            parameters.setSSLParameters(demanding);
        }
    }
}
