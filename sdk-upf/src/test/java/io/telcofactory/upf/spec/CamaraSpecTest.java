package io.telcofactory.upf.spec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.telcofactory.api.error.SdkException;
import io.telcofactory.testkit.steering.FakeCamara;
import io.telcofactory.testkit.steering.Notification;
import io.telcofactory.upf.CamaraClient;
import io.telcofactory.upf.InstantTime;
import io.telcofactory.upf.camara.Camara;
import io.telcofactory.upf.camara.CloudEvent;
import io.telcofactory.upf.camara.QodSession;
import io.telcofactory.upf.camara.QosStatus;
import io.telcofactory.upf.camara.TrafficIntent;
import io.telcofactory.upf.connection.ConnectionSettings;
import io.telcofactory.upf.internal.camara.CamaraRules;
import io.telcofactory.upf.internal.camara.CloudEventJson;
import io.telcofactory.upf.internal.camara.QodJson;
import io.telcofactory.upf.internal.camara.TrafficIntentJson;
import io.telcofactory.upf.internal.http.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Holds what client and fake say against the official schemas of CAMARA. */
@ExtendWith(HeldAgainstSpecs.class)
class CamaraSpecTest {
    private static final String INTENTS = "/traffic-influence/v0.10";
    private static final String QOD = "/quality-on-demand/v1";
    private final InstantTime time = new InstantTime();
    private final FakeCamara gateway = Camara.gateway(time);
    private final CamaraClient client = CamaraClient.correlated(
            gateway.apiRoot(),
            ConnectionSettings.builder()
                    .transport(gateway.transport())
                    .time(time)
                    .build(),
            () -> "c-1");

    private static OpenApi intentSpec() {
        return Specs.CAMARA_TRAFFIC_INFLUENCE.open();
    }

    private static OpenApi qodSpec() {
        return Specs.CAMARA_QUALITY_ON_DEMAND.open();
    }

    @Test
    void intent_everyAttribute_isValidAndReadsBackEqual() {
        OpenApi spec = intentSpec();
        TrafficIntent forDevice = Camara.fullIntent().toBuilder()
                .device(Camara.fullSession().device())
                .build();
        JsonNode text = TrafficIntentJson.INTENT.write(forDevice);

        assertThat(spec.violations("PostTrafficInfluenceDevice", text.toString()))
                .isEmpty();
        assertThat(spec.unsaid("PostTrafficInfluenceDevice", text))
                .isSubsetOf("/state", "/trafficInfluenceID"); // the operator says them
        assertThat(TrafficIntentJson.INTENT.read(text)).isEqualTo(forDevice);
        assertThat(CamaraRules.broken(forDevice).broken()).isEmpty();
        assertThat(spec.violations("PostTrafficInfluence", "{\"appId\":\"x\"}")).isNotEmpty();
    }

    @Test
    void session_everyAttribute_isValidAndReadsBackEqual() {
        OpenApi spec = qodSpec();
        JsonNode text = QodJson.SESSION.write(Camara.fullSession());

        assertThat(spec.violations("CreateSession", text.toString())).isEmpty();
        assertThat(spec.unsaid("CreateSession", text)).isSubsetOf("/devicePorts/ranges"); // or ports
        assertThat(QodJson.SESSION.read(text)).isEqualTo(Camara.fullSession());
        assertThat(CamaraRules.broken(Camara.fullSession()).broken()).isEmpty();
        assertThat(spec.violations("CreateSession", "{\"duration\":0}")).isNotEmpty();
    }

    @Test
    void exchanges_trafficIntents_keepToTheSpecification() {
        OpenApi spec = intentSpec();
        gateway.holdActivation();
        String id = client.trafficIntents().create(Camara.fullIntent()).id();
        assertThatThrownBy(() -> client.trafficIntents().change(id, Camara.fullIntent()))
                .isInstanceOf(SdkException.class);
        gateway.activate();
        client.trafficIntents().change(id, Camara.fullIntent());
        client.trafficIntents()
                .createForDevice(Camara.fullIntent().toBuilder()
                        .device(Camara.fullSession().device())
                        .build());
        client.trafficIntents().list();
        client.trafficIntents().list(Camara.APP);
        client.trafficIntents().get(id);
        client.trafficIntents().delete(id);
        assertThatThrownBy(() -> client.trafficIntents().get(id)).isInstanceOf(SdkException.class);
        assertThatThrownBy(() -> client.trafficIntents().createForDevice(Camara.intent()))
                .isInstanceOf(SdkException.class);

        assertThat(gateway.exchanges())
                .hasSize(10)
                .allSatisfy(exchange ->
                        assertThat(spec.violations(INTENTS, exchange)).isEmpty());
    }

    @Test
    void exchanges_sessions_keepToTheSpecification() {
        OpenApi spec = qodSpec();
        QodSession made = client.qualityOnDemand().create(Camara.fullSession()).value();
        UUID id = made.sessionId().orElseThrow();
        client.qualityOnDemand().extend(id, Duration.ofMinutes(1));
        assertThatThrownBy(() -> client.qualityOnDemand().create(Camara.fullSession()))
                .isInstanceOf(SdkException.class);
        assertThatThrownBy(() -> client.qualityOnDemand().list(Optional.empty()))
                .isInstanceOf(SdkException.class);
        client.qualityOnDemand().list(Optional.of(Camara.PHONE));
        gateway.terminate("10.45.0.9");
        assertThat(client.qualityOnDemand().get(id).value().qosStatus()).contains(QosStatus.UNAVAILABLE);
        assertThatThrownBy(() -> client.qualityOnDemand().extend(id, Duration.ofMinutes(1)))
                .isInstanceOf(SdkException.class);
        client.qualityOnDemand().delete(id);

        assertThat(gateway.exchanges())
                .hasSize(8)
                .allSatisfy(
                        exchange -> assertThat(spec.violations(QOD, exchange)).isEmpty());
    }

    @Test
    void events_ofTheFake_areValidAndCanBeRead() {
        String id = client.trafficIntents()
                .createForDevice(
                        Camara.fullIntent().toBuilder().device(Camara.PHONE).build())
                .id();
        client.trafficIntents().delete(id);
        client.qualityOnDemand().create(Camara.fullSession());
        gateway.terminate("10.45.0.9");

        List<Notification> events = gateway.notifications();
        assertThat(events).hasSize(6);
        for (Notification event : events) {
            CloudEvent read = CloudEventJson.read(Json.parse(event.body().getBytes(UTF_8)));
            JsonNode data = Json.parse(event.body().getBytes(UTF_8)).path("data");
            if (read.qosStatusChange().isPresent()) {
                assertThat(qodSpec().violations("EventQosStatusChanged", event.body()))
                        .isEmpty();
            } else {
                assertThat(intentSpec().violations("CloudEvent", event.body())).isEmpty();
                assertThat(intentSpec().violations("TrafficInfluenceNotification", data.toString()))
                        .isEmpty();
                assertThat(read.trafficIntentChange().orElseThrow().deviceResponse())
                        .contains(Camara.PHONE);
            }
        }
        assertThat(CloudEventJson.read(Json.parse(events.get(1).body().getBytes(UTF_8)))
                        .trafficIntentChange()
                        .orElseThrow()
                        .selectedAppInstanceId())
                .containsExactly(Camara.LISBON_INSTANCE);
    }
}
