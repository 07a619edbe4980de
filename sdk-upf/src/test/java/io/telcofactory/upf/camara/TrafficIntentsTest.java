package io.telcofactory.upf.camara;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.error.OutcomeUnknownException;
import io.telcofactory.testkit.Fault;
import io.telcofactory.testkit.steering.FakeCamara;
import io.telcofactory.testkit.steering.Packet;
import io.telcofactory.testkit.steering.PacketPath;
import io.telcofactory.upf.CamaraClient;
import io.telcofactory.upf.InstantTime;
import io.telcofactory.upf.Stored;
import io.telcofactory.upf.TrafficIntents;
import io.telcofactory.upf.connection.Authorization;
import io.telcofactory.upf.connection.ConnectionSettings;
import io.telcofactory.upf.spec.HeldAgainstSpecs;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(HeldAgainstSpecs.class)
class TrafficIntentsTest {
    private static final Packet TO_LISBON = Packet.tcp("10.45.0.9", "10.60.0.7", 8554);
    private final InstantTime time = new InstantTime();
    private final FakeCamara gateway = Camara.gateway(time);
    private TrafficIntents intents = Camara.client(gateway, time).trafficIntents();

    @AfterEach
    void close() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void lifecycle_memoryAndHttp_isOrderedActiveChangedAndGone(boolean http) {
        if (http) {
            intents = CamaraClient.of(gateway.startHttp(), ConnectionSettings.defaults())
                    .trafficIntents();
        }
        Stored<TrafficIntent> made = intents.create(Camara.intent());
        assertThat(made.value().state()).contains(IntentState.ORDERED);
        assertThat(intents.get(made.id()).value().state()).contains(IntentState.ACTIVE);
        assertThat(gateway.send(TO_LISBON).exit()).contains(Camara.LISBON_ZONE.toString());

        TrafficIntent porto =
                Camara.intent().toBuilder().edgeCloudRegion("porto").build();
        assertThat(intents.change(made.id(), porto).value().edgeCloudRegion()).contains("porto");
        assertThat(gateway.send(TO_LISBON).why()).contains("is for another application, zone or region");
        assertThat(intents.list(Camara.APP)).hasSize(1);
        assertThat(intents.list()).hasSize(1);

        intents.delete(made.id());
        assertThat(intents.list()).isEmpty();
        assertThatThrownBy(() -> intents.get(made.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void change_beforeItIsActive_isAConflictThatSaysSo() {
        gateway.holdActivation();
        String id = intents.create(Camara.intent()).id();

        assertThatThrownBy(() -> intents.change(id, Camara.intent()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("DENIED_WAIT")
                .hasMessageContaining("still under provisioning, its state is created");
        assertThat(gateway.send(TO_LISBON).why()).isEqualTo("intent " + id + " is created");

        gateway.activate();
        assertThat(gateway.send(TO_LISBON).exit()).isPresent();
    }

    @Test
    void create_unknownApplication_endsInError() {
        TrafficIntent unknown =
                Camara.intent().toBuilder().appId(Camara.PORTO_ZONE).build();

        assertThat(intents.get(intents.create(unknown).id()).value().state()).contains(IntentState.ERROR);
    }

    @Test
    void createForDevice_oneDevice_bringsOnlyItsTrafficToTheEdge() {
        intents.createForDevice(Camara.intent().toBuilder().device(Camara.PHONE).build());

        PacketPath path = gateway.send(TO_LISBON);
        assertThat(path.exit()).contains(Camara.LISBON_ZONE.toString());
        assertThat(path.why()).contains("for this device brings application " + Camara.APP + " to instance ");
        assertThat(gateway.send(Packet.tcp("10.45.0.10", "10.60.0.7", 8554)).why())
                .contains("is for another device");
        assertThat(gateway.send(Packet.tcp("10.45.0.9", "198.51.100.1", 443)))
                .hasToString("central anchor: 198.51.100.1 is no instance of an application at the edge");
    }

    @Test
    void createForDevice_portsAndProtocol_bringOnlyTheseFlows() {
        intents.createForDevice(
                Camara.fullIntent().toBuilder().device(Camara.PHONE).build());

        assertThat(gateway.send(TO_LISBON).exit()).isPresent();
        assertThat(gateway.send(Packet.tcp("10.45.0.9", "10.60.0.7", 80)).why()).contains("is for other ports");
        assertThat(gateway.send(Packet.udp("10.45.0.9", "10.60.0.7", 8554)).why())
                .contains("is for another protocol");
    }

    @Test
    void createForDevice_tokenOfAUser_mustNotNameTheDeviceAgain() {
        gateway.userToken("user-token", Camara.NUMBER);
        ConnectionSettings settings = ConnectionSettings.builder()
                .transport(gateway.transport())
                .authorization(Authorization.bearer(() -> "user-token"))
                .time(time)
                .build();
        TrafficIntents ofUser = CamaraClient.of(gateway.apiRoot(), settings).trafficIntents();

        assertThat(ofUser.createForDevice(Camara.intent()).id()).isNotEmpty();
        assertThatThrownBy(() -> ofUser.createForDevice(
                        Camara.intent().toBuilder().device(Camara.PHONE).build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("UNNECESSARY_IDENTIFIER");
        assertThatThrownBy(() -> intents.createForDevice(Camara.intent()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("MISSING_IDENTIFIER");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"RESET", "LOST", "FAILED", "FAILED_AFTER", "UNAVAILABLE", "RATE_LIMITED"})
    void create_disturbed_endsWithExactlyOneIntent(Fault fault) {
        gateway.fault(1, fault);

        Stored<TrafficIntent> made = intents.create(Camara.fullIntent());

        assertThat(intents.list()).extracting(Stored::id).containsExactly(made.id());
    }

    @Test
    void create_lostAnswerBesideOtherIntents_doesNotTakeTheirsForIts() {
        String other = intents.create(
                        Camara.intent().toBuilder().edgeCloudRegion("porto").build())
                .id();
        gateway.fault(2, Fault.RESET);

        assertThat(intents.create(Camara.intent()).id()).isNotEqualTo(other);
        assertThat(intents.list()).hasSize(2);
    }

    @Test
    void createForDevice_lostAnswer_isUnknownAndNotRepeated() {
        gateway.fault(1, Fault.LOST);

        assertThatThrownBy(() -> intents.createForDevice(
                        Camara.intent().toBuilder().device(Camara.PHONE).build()))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThat(gateway.calls()).isEqualTo(1);
    }

    @Test
    void create_brokenRules_areAllNamedAndNothingIsSent() {
        SubscriptionRequest request = SubscriptionRequest.builder()
                .sink(URI.create("http://af.example/events"))
                .protocol(new SubscriptionProtocol("KAFKA"))
                .subscriptionMaxEvents(0)
                .sinkCredential(SinkCredential.builder()
                        .credentialType(CredentialType.PLAIN)
                        .build())
                .build();
        TrafficIntent broken = Camara.intent().toBuilder()
                .sourcePort(70_000)
                .device(Device.builder()
                        .phoneNumber("910000001")
                        .ipv4Address(DeviceIpv4Address.builder()
                                .publicAddress("10.45.0.0/16")
                                .build())
                        .ipv6Address("10.45.0.9")
                        .build())
                .subscriptionRequest(request)
                .build();

        assertThatThrownBy(() -> intents.createForDevice(broken))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("/sourceTrafficFilters/sourcePort = 70000 must be 0 to 65535")
                .hasMessageContaining("/device/phoneNumber = '910000001' must be +")
                .hasMessageContaining("/device/ipv4Address needs privateAddress or publicPort")
                .hasMessageContaining("/device/ipv4Address/publicAddress: address = '10.45.0.0/16'")
                .hasMessageContaining("/device/ipv6Address: address = '10.45.0.9' must be one IPv6 address")
                .hasMessageContaining("/sink = 'http://af.example/events' must be an https address")
                .hasMessageContaining("/protocol = KAFKA must be HTTP")
                .hasMessageContaining("/types = [] must be")
                .hasMessageContaining("/subscriptionMaxEvents = 0 must be 1 to")
                .hasMessageContaining("/credentialType = PLAIN must be ACCESSTOKEN")
                .hasMessageContaining("needs accessToken, accessTokenExpiresUtc");
        assertThat(gateway.calls()).isZero();
    }

    @Test
    void correlated_everyCall_carriesItsNameAndRefusalsQuoteIt() {
        List<String> names = List.of("call-1");
        ConnectionSettings settings = ConnectionSettings.builder()
                .transport(gateway.transport())
                .time(time)
                .build();
        TrafficIntents named = CamaraClient.correlated(gateway.apiRoot(), settings, () -> names.get(0))
                .trafficIntents();

        assertThatThrownBy(() -> named.get("none")).hasMessageContaining("(x-correlator call-1)");
        assertThat(gateway.exchanges().get(0).requestHeaders()).containsEntry("x-correlator", names);
    }

    @Test
    void toString_credential_hidesTheToken() {
        assertThat(Optional.of(Camara.fullIntent()).toString()).doesNotContain("sink-token");
    }
}
