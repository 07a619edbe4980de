package io.telcofactory.upf.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.testkit.steering.FakeCamara;
import io.telcofactory.testkit.steering.Notification;
import io.telcofactory.upf.CamaraClient;
import io.telcofactory.upf.InstantTime;
import io.telcofactory.upf.camara.Camara;
import io.telcofactory.upf.camara.CloudEvent;
import io.telcofactory.upf.camara.IntentState;
import io.telcofactory.upf.camara.QosStatus;
import io.telcofactory.upf.spec.HeldAgainstSpecs;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(HeldAgainstSpecs.class)
class CloudEventReceiverTest {
    private final InstantTime time = new InstantTime();
    private final FakeCamara gateway = Camara.gateway(time);
    private static final String SECRET = "0123456789abcdef";
    private static final String EVENT =
            "{\"id\":\"1\",\"source\":\"https://operator.example/x\",\"specversion\":\"%s\","
                    + "\"type\":\"%s\",\"time\":\"2026-01-01T00:00:00Z\",\"data\":{\"new\":1}}";
    private final List<CloudEvent> heard = new ArrayList<>();
    private final CloudEventReceiver receiver = CloudEventReceiver.demanding(SECRET, () -> "sink-token", heard::add);

    @Test
    void handle_eventsOfAGateway_areVerifiedAndToldOnce() throws IOException {
        CamaraClient client = Camara.client(gateway, time);
        client.trafficIntents().create(Camara.fullIntent());
        client.qualityOnDemand().create(Camara.fullSession());

        List<Integer> answers = new ArrayList<>();
        for (Notification event : gateway.notifications()) {
            answers.add(event.deliver(receiver::handle));
            answers.add(event.deliver(receiver::handle));
        }

        assertThat(answers).containsExactly(202, 202, 202, 202, 204, 204);
        assertThat(heard).hasSize(3);
        assertThat(heard.get(1).trafficIntentChange().orElseThrow().state()).contains(IntentState.ACTIVE);
        assertThat(heard.get(2).qosStatusChange().orElseThrow().qosStatus()).isEqualTo(QosStatus.AVAILABLE);
    }

    @Test
    void handle_typeOfALaterRelease_isToldWithoutItsPayload() {
        assertThat(receive("POST", "/x/" + SECRET, "Bearer sink-token", EVENT.formatted("1.0", "org.new.v9.thing")))
                .isEqualTo(202);
        assertThat(heard).singleElement().satisfies(event -> {
            assertThat(event.type().value()).isEqualTo("org.new.v9.thing");
            assertThat(event.trafficIntentChange()).isEmpty();
        });
    }

    @Test
    void handle_schemeInAnotherCase_isTheSameScheme() {
        assertThat(receive("POST", "/x/" + SECRET, "bearer sink-token", EVENT.formatted("1.0", "org.new.v9.thing")))
                .isEqualTo(202);
    }

    @Test
    void handle_listenerFails_isToldAgainWhenItIsRepeated() {
        List<String> tries = new ArrayList<>();
        CloudEventReceiver failing = CloudEventReceiver.of(SECRET, event -> {
            tries.add(event.id());
            if (tries.size() == 1) {
                throw new IllegalStateException("not now");
            }
        });
        HttpCall call = call("POST", "/x/" + SECRET, "", EVENT.formatted("1.0", "t"));

        assertThatThrownBy(() -> failing.handle(call)).hasMessage("not now");
        assertThat(failing.handle(call).status()).isEqualTo(202);
        assertThat(failing.handle(call).status()).isEqualTo(202);
        assertThat(tries).containsExactly("1", "1");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /x/wrong-secret,     Bearer sink-token, 1.0, 404",
        "POST, /x/0123456789abcdef, Bearer other,      1.0, 401",
        "POST, /x/0123456789abcdef, '',                1.0, 401",
        "POST, /x/0123456789abcdef, Basic sink-token,  1.0, 401",
        "GET,  /x/0123456789abcdef, Bearer sink-token, 1.0, 405",
        "POST, /x/0123456789abcdef, Bearer sink-token, 0.3, 400"
    })
    void handle_anythingElse_isRefusedAndNotTold(
            String method, String path, String authorization, String version, int status) {
        assertThat(receive(method, path, authorization, EVENT.formatted(version, "t")))
                .isEqualTo(status);
        assertThat(heard).isEmpty();
    }

    private int receive(String method, String path, String authorization, String body) {
        return receiver.handle(call(method, path, authorization, body)).status();
    }

    private static HttpCall call(String method, String path, String authorization, String body) {
        Map<String, List<String>> headers = Map.of(
                "content-type", List.of("application/cloudevents+json; charset=utf-8"),
                "authorization", List.of(authorization));
        return new HttpCall(
                method, URI.create("https://af.example" + path), headers, body.getBytes(UTF_8), Duration.ofSeconds(1));
    }
}
