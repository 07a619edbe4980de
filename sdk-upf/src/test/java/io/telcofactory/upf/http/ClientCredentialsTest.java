package io.telcofactory.upf.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.AuthenticationException;
import io.telcofactory.testkit.Fault;
import io.telcofactory.testkit.steering.FakeNef;
import io.telcofactory.upf.InstantTime;
import io.telcofactory.upf.NefClient;
import io.telcofactory.upf.TrafficInfluence;
import io.telcofactory.upf.connection.Authorization;
import io.telcofactory.upf.connection.ClientCredentials;
import io.telcofactory.upf.connection.ConnectionSettings;
import io.telcofactory.upf.spec.HeldAgainstSpecs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(HeldAgainstSpecs.class)
class ClientCredentialsTest {
    private final InstantTime time = new InstantTime();
    private final FakeNef nef = FakeNef.start(time).requireToken("af client", "s3cr:t", Duration.ofMinutes(10));

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void call_firstAndFollowing_useOneToken(boolean inBody) {
        TrafficInfluence influence = client(credentials("s3cr:t").inBody(inBody).build());

        influence.list();
        influence.list();

        assertThat(nef.issuedTokens()).isEqualTo(1);
    }

    @Test
    void call_tokenAboutToExpire_renewsItBefore() {
        TrafficInfluence influence = client(credentials("s3cr:t").build());
        influence.list();

        time.sleep(Duration.ofSeconds(571));
        influence.list();

        assertThat(nef.issuedTokens()).isEqualTo(2);
        assertThat(nef.exchanges()).noneMatch(exchange -> exchange.status() == 401);
    }

    @Test
    void call_revokedToken_isReplacedOnce() {
        TrafficInfluence influence = client(credentials("s3cr:t").build());
        influence.list();
        nef.revokeTokens();

        influence.list();

        assertThat(nef.issuedTokens()).isEqualTo(2);
    }

    @Test
    void call_wrongSecret_isRefusedWithoutShowingIt() {
        TrafficInfluence influence = client(credentials("wrong-secret").build());

        assertThatThrownBy(influence::list)
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("invalid_client")
                .hasMessageNotContaining("wrong-secret");
        assertThat(nef.calls()).isEqualTo(1);
    }

    @Test
    void call_tokenEndpointInTrouble_isRepeated() {
        nef.fault(1, Fault.UNAVAILABLE).fault(2, Fault.LOST);

        assertThat(client(credentials("s3cr:t").build()).list()).isEmpty();
    }

    @Test
    void call_manyThreads_renewInOneFlight() throws Exception {
        TrafficInfluence influence = client(credentials("s3cr:t").build());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<Integer>> results = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Callable<Integer> call = () -> {
                    start.await();
                    return influence.list().size();
                };
                results.add(threads.submit(call));
            }
            start.countDown();
            for (Future<Integer> result : results) {
                assertThat(result.get()).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(nef.issuedTokens()).isEqualTo(1);
    }

    @Test
    void bearer_fromOutside_isAskedForEachCall() {
        List<String> tokens = new ArrayList<>(List.of("unknown-1", "unknown-2"));
        TrafficInfluence influence = client(Authorization.bearer(() -> tokens.remove(0)));

        assertThatThrownBy(influence::list).isInstanceOf(AuthenticationException.class);
        assertThatThrownBy(influence::list).isInstanceOf(AuthenticationException.class);
        assertThat(tokens).isEmpty();
    }

    @Test
    void toString_credentials_hideTheSecret() {
        assertThat(credentials("s3cr:t").build().toString()).doesNotContain("s3cr:t");
    }

    private ClientCredentials.Builder credentials(String secret) {
        return ClientCredentials.builder()
                .tokenUri(nef.apiRoot().resolve("/oauth2/token"))
                .clientId("af client")
                .secret(() -> secret);
    }

    private TrafficInfluence client(Authorization authorization) {
        ConnectionSettings settings = ConnectionSettings.builder()
                .transport(nef.transport())
                .authorization(authorization)
                .time(time)
                .build();
        return NefClient.of(nef.apiRoot(), "af", settings).trafficInfluence();
    }
}
