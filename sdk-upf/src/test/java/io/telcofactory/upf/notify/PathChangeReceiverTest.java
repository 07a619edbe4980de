package io.telcofactory.upf.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.error.UnavailableException;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.testkit.Fault;
import io.telcofactory.testkit.steering.FakeNef;
import io.telcofactory.testkit.steering.Packet;
import io.telcofactory.testkit.steering.UeSession;
import io.telcofactory.upf.NefClient;
import io.telcofactory.upf.TrafficInfluence;
import io.telcofactory.upf.connection.ConnectionSettings;
import io.telcofactory.upf.nef.AfResultInfo;
import io.telcofactory.upf.nef.AfResultStatus;
import io.telcofactory.upf.nef.DnaiChangeType;
import io.telcofactory.upf.nef.EventNotification;
import io.telcofactory.upf.nef.FlowInfo;
import io.telcofactory.upf.nef.RouteToLocation;
import io.telcofactory.upf.nef.SubscribedEvent;
import io.telcofactory.upf.nef.TrafficInfluSub;
import io.telcofactory.upf.spec.HeldAgainstSpecs;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(HeldAgainstSpecs.class)
class PathChangeReceiverTest {
    private final FakeNef nef = FakeNef.start().attach(UeSession.of("10.45.0.9", "factory", "1"));
    private static final String SECRET = "0123456789abcdef";
    private static final String EVENT =
            "{\"afTransId\":\"t1\",\"dnaiChgType\":\"%s\",\"subscribedEvent\":\"UP_PATH_CHANGE\","
                    + "\"targetDnai\":\"edge\",\"gpsi\":\"msisdn-35190000000\"}";
    private static final AfResultInfo SUCCESS =
            AfResultInfo.builder().afStatus(AfResultStatus.SUCCESS).build();
    private static final Packet PACKET = Packet.tcp("10.45.0.9", "10.60.0.7", 8554);
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

    @Test
    void handle_devicesKnownByTheirAddressesOnly_areToldApart() {
        String one = EVENT.formatted("LATE").replaceFirst("\\{", "{\"tgtUeIpv4Addr\":\"10.45.0.9\",");
        String other = EVENT.formatted("LATE").replaceFirst("\\{", "{\"tgtUeIpv6Prefix\":\"2001:db8:45::/64\",");
        post(one);
        post(other);
        post(one);

        assertThat(heard).hasSize(2);
    }

    @Test
    void handle_pathThatGoesBackAndForth_isToldEveryTime() {
        post(EVENT.formatted("LATE"));
        post(EVENT.formatted("LATE").replace("\"edge\"", "\"central\""));
        post(EVENT.formatted("LATE"));

        assertThat(heard).hasSize(3);
        assertThat(receiver.activeDnai("t1")).contains("edge");
    }

    @Test
    void handle_listenerFails_isToldAgainWhenItIsRepeated() {
        List<String> tries = new ArrayList<>();
        PathChangeReceiver failing = new PathChangeReceiver(SECRET, event -> {
            tries.add("");
            if (tries.size() == 1) {
                throw new IllegalStateException("not now");
            }
        });
        HttpCall call = call("POST", "/notify/" + SECRET, "application/json", EVENT.formatted("LATE"));

        assertThatThrownBy(() -> failing.handle(call)).hasMessage("not now");
        assertThat(failing.handle(call).status()).isEqualTo(204);
        assertThat(tries).hasSize(2);
    }

    @Test
    void acknowledging_networkThatWaits_isActiveOnlyOnceTheAcknowledgementWasTaken() throws Exception {
        TrafficInfluence influence = NefClient.of(
                        nef.apiRoot(),
                        "af",
                        ConnectionSettings.builder().transport(nef.transport()).build())
                .trafficInfluence();
        influence.create(waiting());
        List<Runnable> later = new ArrayList<>();
        PathChangeReceiver acknowledging = receiver.acknowledging(influence, event -> SUCCESS, later::add);
        assertThat(nef.send(PACKET).why()).isEqualTo("subscription 1 waits for an acknowledgement");

        assertThat(nef.notifications().get(0).deliver(acknowledging::handle)).isEqualTo(204);
        assertThat(acknowledging.activeDnai("t1")).isEmpty();
        assertThat(nef.acknowledgements()).isEmpty();

        nef.fault(2, Fault.LOST);
        later.get(0).run();
        assertThat(acknowledging.activeDnai("t1")).contains("edge");
        assertThat(nef.acknowledgements()).contains("{\"afTransId\":\"t1\",\"ackResult\":{\"afStatus\":\"SUCCESS\"}}");
        assertThat(nef.send(PACKET).exit()).contains("edge");
    }

    @Test
    void acknowledging_networkThatCanNotBeReached_triesAgainWithTheRepeatedNotification() throws Exception {
        ConnectionSettings settings = ConnectionSettings.builder()
                .transport(nef.transport())
                .maxAttempts(1)
                .build();
        TrafficInfluence influence = NefClient.of(nef.apiRoot(), "af", settings).trafficInfluence();
        influence.create(waiting());
        List<Runnable> later = new ArrayList<>();
        PathChangeReceiver acknowledging = receiver.acknowledging(influence, event -> SUCCESS, later::add);
        nef.fault(2, Fault.UNAVAILABLE);

        nef.notifications().get(0).deliver(acknowledging::handle);
        assertThatThrownBy(() -> later.get(0).run()).isInstanceOf(UnavailableException.class);
        assertThat(acknowledging.activeDnai("t1")).isEmpty();

        nef.notifications().get(0).deliver(acknowledging::handle);
        later.get(1).run();
        assertThat(acknowledging.activeDnai("t1")).contains("edge");
    }

    @Test
    void acknowledge_addressOfAnotherHost_isRefusedBeforeCredentialsGoThere() {
        TrafficInfluence influence = NefClient.of(
                        nef.apiRoot(),
                        "af",
                        ConnectionSettings.builder().transport(nef.transport()).build())
                .trafficInfluence();
        EventNotification event = EventNotification.builder()
                .dnaiChgType(DnaiChangeType.LATE)
                .subscribedEvent(SubscribedEvent.UP_PATH_CHANGE)
                .afAckUri(URI.create("http://evil.example/ack"))
                .build();

        assertThatThrownBy(() -> influence.acknowledge(event, SUCCESS))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("leads to another host");
        EventNotification unasked = event.toBuilder().afAckUri(Optional.empty()).build();
        assertThatThrownBy(() -> influence.acknowledge(unasked, SUCCESS))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("waits for no acknowledgement");
        assertThat(nef.calls()).isZero();
    }

    private static TrafficInfluSub waiting() {
        return TrafficInfluSub.builder()
                .afTransId("t1")
                .afAckInd(true)
                .anyUeInd(true)
                .addTrafficFilters(FlowInfo.builder()
                        .flowId(1)
                        .addFlowDescriptions("permit out ip from 10.60.0.0/24 to assigned")
                        .build())
                .addTrafficRoutes(
                        RouteToLocation.builder().dnai("edge").routeProfId("n6").build())
                .addSubscribedEvents(SubscribedEvent.UP_PATH_CHANGE)
                .notificationDestination(URI.create("http://af.example/notify/" + SECRET))
                .build();
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
        return receiver.handle(call(method, path, type, body)).status();
    }

    private static HttpCall call(String method, String path, String type, String body) {
        return new HttpCall(
                method,
                URI.create("http://af.example" + path),
                Map.of("Content-Type", List.of(type)),
                body.getBytes(StandardCharsets.UTF_8),
                Duration.ofSeconds(1));
    }
}
