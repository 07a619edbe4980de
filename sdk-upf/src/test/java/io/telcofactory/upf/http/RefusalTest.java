package io.telcofactory.upf.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.AuthenticationException;
import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.error.OutcomeUnknownException;
import io.telcofactory.api.error.PermissionException;
import io.telcofactory.api.error.ProtocolException;
import io.telcofactory.api.error.RateLimitedException;
import io.telcofactory.api.error.SdkException;
import io.telcofactory.api.error.UnavailableException;
import io.telcofactory.api.error.UnsupportedFeatureException;
import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.upf.InstantTime;
import io.telcofactory.upf.NefClient;
import io.telcofactory.upf.TrafficInfluence;
import io.telcofactory.upf.connection.ConnectionSettings;
import io.telcofactory.upf.nef.TrafficInfluSub;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every error code that the interfaces declare, and what it means to the caller. */
class RefusalTest {
    private static final String PROBLEM = "{\"title\":\"Refused\",\"detail\":\"because\",\"cause\":\"SOME_CAUSE\","
            + "\"invalidParams\":[{\"param\":\"/dnn\",\"reason\":\"unknown\"}]}";
    private final List<HttpCall> calls = new ArrayList<>();
    private final InstantTime time = new InstantTime();

    @ParameterizedTest(name = "{0} is a {1} after {2} calls of GET, a {3} after {4} calls of POST")
    @MethodSource("codes")
    void status_declared_meansTheException(
            int status, Class<? extends SdkException> get, int gets, Class<? extends SdkException> post, int posts) {
        TrafficInfluence influence = answering(status, Map.of(), PROBLEM);

        assertThatThrownBy(() -> influence.get("1"))
                .isInstanceOf(get)
                .hasMessageContaining("Refused; because; /dnn: unknown")
                .hasMessageContaining("GET /3gpp-traffic-influence/v1/af/subscriptions/1")
                .hasMessageContaining("HTTP " + status + " SOME_CAUSE");
        assertThat(calls).hasSize(gets);
        calls.clear();
        assertThatThrownBy(() -> influence.create(
                        TrafficInfluSub.builder().afAppId("x").anyUeInd(true).build()))
                .isInstanceOf(post);
        assertThat(calls).hasSize(posts);
    }

    static Stream<Arguments> codes() {
        return Stream.of(
                once(400, InvalidRequestException.class),
                once(401, AuthenticationException.class),
                once(403, PermissionException.class),
                once(404, NotFoundException.class),
                once(405, UnsupportedFeatureException.class),
                once(406, InvalidRequestException.class),
                once(409, ConflictException.class),
                once(411, InvalidRequestException.class),
                once(412, ConflictException.class),
                once(413, InvalidRequestException.class),
                once(415, InvalidRequestException.class),
                once(418, ProtocolException.class),
                once(422, InvalidRequestException.class),
                Arguments.of(429, RateLimitedException.class, 3, RateLimitedException.class, 3),
                Arguments.of(500, UnavailableException.class, 3, OutcomeUnknownException.class, 1),
                once(501, UnsupportedFeatureException.class),
                Arguments.of(502, UnavailableException.class, 3, OutcomeUnknownException.class, 1),
                Arguments.of(503, UnavailableException.class, 3, UnavailableException.class, 3),
                Arguments.of(504, UnavailableException.class, 3, OutcomeUnknownException.class, 1));
    }

    private static Arguments once(int status, Class<? extends SdkException> meaning) {
        return Arguments.of(status, meaning, 1, meaning, 1);
    }

    @ParameterizedTest
    @CsvSource({"10, 10", "'Thu, 01 Jan 2026 00:00:10 GMT', 10", "'Wed, 31 Dec 2025 23:59:59 GMT', 0", "soon, 0"})
    void retryAfter_secondsOrADate_isWaitedFor(String header, long seconds) {
        TrafficInfluence influence = client(call -> calls.size() == 1
                ? answer(503, Map.of("retry-after", List.of(header)), "")
                : answer(200, Map.of(), "[]"));

        influence.list();

        assertThat(Duration.ofNanos(time.nanoTime()))
                .isBetween(Duration.ofSeconds(seconds), Duration.ofSeconds(Math.max(seconds, 5)));
    }

    @Test
    void status_htmlOfAGateway_isQuoted() {
        assertThatThrownBy(
                        () -> answering(404, Map.of(), "<html>no route</html>").get("1"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("<html>no route</html>");
    }

    @Test
    void redirect_sameHost_isFollowedWithMethodAndBody() {
        TrafficInfluence influence = client(call -> call.uri().getPath().startsWith("/moved")
                ? answer(200, Map.of(), "{}")
                : answer(307, Map.of("location", List.of("/moved?x=1")), ""));

        assertThat(influence
                        .replace(
                                "1",
                                TrafficInfluSub.builder()
                                        .afAppId("x")
                                        .anyUeInd(true)
                                        .build())
                        .value())
                .isEqualTo(TrafficInfluSub.builder().build());
        assertThat(calls).extracting(HttpCall::method).containsExactly("PUT", "PUT");
        assertThat(new String(calls.get(1).body(), UTF_8)).contains("\"afAppId\":\"x\"");
    }

    @Test
    void redirect_toAnotherHostWithoutLeave_isRefusedBeforeCredentialsGoThere() {
        TrafficInfluence influence =
                client(call -> answer(308, Map.of("location", List.of("http://evil.example/x")), ""));

        assertThatThrownBy(influence::list)
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("leads to another host")
                .hasMessageContaining("redirectHosts");
        assertThat(calls).hasSize(1);
    }

    @Test
    void redirect_inACircle_endsAfterAFew() {
        TrafficInfluence influence = client(call -> answer(307, Map.of("location", List.of("/again")), ""));

        assertThatThrownBy(influence::list)
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("More than 5 redirects");
    }

    @Test
    void answer_notTheSpecifiedForm_namesThePlaceAndHidesSecrets() {
        String body = "[{\"snssai\":{\"sst\":\"one\"},\"access_token\":\"geheim\"}]";

        assertThatThrownBy(() -> answering(200, Map.of(), body).list())
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("/0/snssai/sst must be a whole number")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void create_answerWithoutLocation_isAProtocolError() {
        assertThatThrownBy(() -> answering(201, Map.of(), "{}")
                        .create(TrafficInfluSub.builder()
                                .afAppId("x")
                                .anyUeInd(true)
                                .build()))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("lacks the mandatory Location header");
    }

    private TrafficInfluence answering(int status, Map<String, List<String>> headers, String body) {
        return client(call -> answer(status, headers, body));
    }

    private TrafficInfluence client(Function<HttpCall, HttpAnswer> server) {
        ConnectionSettings settings = ConnectionSettings.builder()
                .transport(call -> {
                    calls.add(call);
                    return server.apply(call);
                })
                .time(time)
                .build();
        return NefClient.of(URI.create("http://nef.example"), "af", settings).trafficInfluence();
    }

    private static HttpAnswer answer(int status, Map<String, List<String>> headers, String body) {
        return new HttpAnswer(status, headers, new ByteArrayInputStream(body.getBytes(UTF_8)));
    }
}
