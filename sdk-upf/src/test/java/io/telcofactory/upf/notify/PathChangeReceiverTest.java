package io.telcofactory.upf.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.upf.nef.EventNotification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathChangeReceiverTest {
    private static final String SECRET = "0123456789abcdef";
    private static final String EVENT =
            "{\"afTransId\":\"t1\",\"dnaiChgType\":\"%s\",\"subscribedEvent\":\"UP_PATH_CHANGE\","
                    + "\"targetDnai\":\"edge\",\"gpsi\":\"msisdn-35190000000\"}";
    private final List<EventNotification> heard = new ArrayList<>();
    private final PathChangeReceiver receiver = new PathChangeReceiver(SECRET, heard::add);

    @Test
    void handle_earlyThenLate_activatesOnlyWithTheLate() {
        assertThat(post(EVENT.formatted("EARLY"))).isEqualTo(204);
        assertThat(receiver.activeDnai("t1")).isEmpty();

        assertThat(post(EVENT.formatted("LATE"))).isEqualTo(204);
        assertThat(receiver.activeDnai("t1")).contains("edge");
        assertThat(heard).hasSize(2);
    }

    @Test
    void handle_repeatedNotification_isAnsweredAndNotToldAgain() {
        post(EVENT.formatted("LATE"));

        assertThat(post(EVENT.formatted("LATE"))).isEqualTo(204);
        assertThat(heard).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /notify/wrong-secret,     application/json, {}, 404",
        "GET,  /notify/0123456789abcdef, application/json, {}, 405",
        "POST, /notify/0123456789abcdef, text/plain,       {}, 415",
        "POST, /notify/0123456789abcdef, application/json, {}, 400",
        "POST, /notify/0123456789abcdef, application/json, [, 400"
    })
    void handle_anythingElse_isRefusedAndNotTold(String method, String path, String type, String body, int status) {
        assertThat(receive(method, path, type, body)).isEqualTo(status);
        assertThat(heard).isEmpty();
    }

    @Test
    void receiver_shortSecret_isRefused() {
        assertThatThrownBy(() -> new PathChangeReceiver("guess", event -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private int post(String body) {
        return receive("POST", "/notify/" + SECRET, "application/json; charset=utf-8", body);
    }

    private int receive(String method, String path, String type, String body) {
        return receiver.handle(new HttpCall(
                        method,
                        URI.create("http://af.example" + path),
                        Map.of("Content-Type", List.of(type)),
                        body.getBytes(StandardCharsets.UTF_8),
                        Duration.ofSeconds(1)))
                .status();
    }
}
