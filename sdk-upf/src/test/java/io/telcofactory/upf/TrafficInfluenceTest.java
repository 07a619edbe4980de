package io.telcofactory.upf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.error.OutcomeUnknownException;
import io.telcofactory.api.error.ProtocolException;
import io.telcofactory.api.network.Snssai;
import io.telcofactory.testkit.Fault;
import io.telcofactory.testkit.steering.FakeNef;
import io.telcofactory.testkit.steering.Packet;
import io.telcofactory.testkit.steering.UeSession;
import io.telcofactory.upf.connection.ConnectionSettings;
import io.telcofactory.upf.nef.FlowInfo;
import io.telcofactory.upf.nef.Leniency;
import io.telcofactory.upf.nef.Merge;
import io.telcofactory.upf.nef.RouteToLocation;
import io.telcofactory.upf.nef.SubscribedEvent;
import io.telcofactory.upf.nef.TrafficInfluSub;
import io.telcofactory.upf.nef.TrafficInfluSubPatch;
import io.telcofactory.upf.spec.HeldAgainstSpecs;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(HeldAgainstSpecs.class)
class TrafficInfluenceTest {
    private final FakeNef nef = FakeNef.start();
    private NefClient client = inMemory(Set.of());

    @AfterEach
    void close() {
        client.close();
        nef.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void lifecycle_memoryAndHttp_storesChangesAndDeletes(boolean http) {
        client = http ? overHttp() : client;
        TrafficInfluence influence = client.trafficInfluence();

        Stored<TrafficInfluSub> made = influence.create(sub("t1"));
        assertThat(influence.get(made.id()).value()).isEqualTo(made.value());
        assertThat(made.value().toBuilder().self(Optional.empty()).build()).isEqualTo(sub("t1"));

        Stored<TrafficInfluSub> patched = influence.patch(
                made.id(),
                TrafficInfluSubPatch.builder()
                        .addTrafficFilters(flow(2, "permit out tcp from 10.61.0.0/24 80 to assigned"))
                        .appReloInd(Merge.set(true))
                        .build());
        assertThat(patched.value().trafficFilters()).hasSize(1);
        assertThat(patched.value().appReloInd()).contains(true);

        TrafficInfluSubPatch removal =
                TrafficInfluSubPatch.builder().appReloInd(Merge.remove()).build();
        assertThat(influence.patch(made.id(), removal).value().appReloInd()).isEmpty();

        TrafficInfluSub other = sub("t1").toBuilder().dnn("other").build();
        assertThat(influence.replace(made.id(), other).value().dnn()).contains("other");

        influence.delete(made.id());
        assertThat(influence.list()).isEmpty();
        assertThat(influence.find(made.id())).isEmpty();
        assertThatThrownBy(() -> influence.delete(made.id()))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("SUBSCRIPTION_NOT_FOUND");
    }

    @Test
    void patchAndReplace_answer204_readTheResource() {
        nef.answerWithoutBody();
        TrafficInfluence influence = client.trafficInfluence();
        String id = influence.create(sub("t1")).id();

        TrafficInfluSubPatch patch =
                TrafficInfluSubPatch.builder().addrPreserInd(Merge.set(true)).build();
        assertThat(influence.patch(id, patch).value().addrPreserInd()).contains(true);
        assertThat(influence.replace(id, sub("t2")).value().afTransId()).contains("t2");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"RESET", "LOST", "FAILED", "FAILED_AFTER", "UNAVAILABLE", "RATE_LIMITED"})
    void create_disturbed_endsWithExactlyOneSubscription(Fault fault) {
        nef.fault(1, fault);

        Stored<TrafficInfluSub> made = client.trafficInfluence().create(sub("t1"));

        assertThat(nef.subscriptions("af")).containsOnlyKeys(made.id());
    }

    @Test
    void create_lostAnswerWithoutTransaction_isUnknownAndNotRepeated() {
        nef.fault(1, Fault.LOST);
        TrafficInfluSub anonymous =
                sub("t1").toBuilder().afTransId(Optional.empty()).build();

        assertThatThrownBy(() -> client.trafficInfluence().create(anonymous))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThat(nef.calls()).isEqualTo(1);
    }

    @Test
    void create_tornAnswer_isAProtocolError() {
        nef.fault(1, Fault.TRUNCATED);

        assertThatThrownBy(() -> client.trafficInfluence().create(sub("t1")))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("is no JSON");
    }

    @Test
    void delete_lostAnswer_isRepeatedAndSucceeds() {
        String id = client.trafficInfluence().create(sub("t1")).id();
        nef.fault(2, Fault.LOST);

        client.trafficInfluence().delete(id);

        assertThat(nef.subscriptions("af")).isEmpty();
        assertThat(nef.calls()).isEqualTo(3);
    }

    @Test
    void create_brokenRules_areAllNamedAndNothingIsSent() {
        TrafficInfluSub broken = TrafficInfluSub.builder()
                .afAppId("app")
                .addTrafficFilters(flow(1, "permit out ip from any", "x", "y"))
                .addTrafficFilters(flow(1, "permit out ip from any to assigned"))
                .anyUeInd(false)
                .ipv4Addr("10.45.0.0/16")
                .macAddr("00:11:22:33:44:55")
                .dnn("-bad-")
                .addTrafficRoutes(RouteToLocation.builder().dnai("mec").build())
                .addSubscribedEvents(SubscribedEvent.UP_PATH_CHANGE)
                .build();

        assertThatThrownBy(() -> client.trafficInfluence().create(broken))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("has 2 of afAppId, trafficFilters and ethTrafficFilters")
                .hasMessageContaining("has 3 of ipv4Addr, ipv6Addr, macAddr")
                .hasMessageContaining("/trafficFilters/0/flowDescriptions has 3 entries")
                .hasMessageContaining("/trafficFilters/1/flowId = 1 is used twice")
                .hasMessageContaining("must be one IPv4 address")
                .hasMessageContaining("/macAddr = '00:11:22:33:44:55' must be six hexadecimal octets with hyphens")
                .hasMessageContaining("/dnn: dnn = '-bad-'")
                .hasMessageContaining("names DNAI 'mec' without routeInfo and routeProfId")
                .hasMessageContaining("/notificationDestination is missing");
        assertThat(nef.calls()).isZero();
    }

    @Test
    @HeldAgainstSpecs.Spared
    void create_routeWithoutProfile_passesOnlyWithTheLeniency() {
        TrafficInfluSub free5gc = sub("t1").toBuilder()
                .trafficRoutes(List.of(RouteToLocation.builder().dnai("mec").build()))
                .build();
        assertThatThrownBy(() -> client.trafficInfluence().create(free5gc)).isInstanceOf(InvalidRequestException.class);

        nef.lenient();
        client = inMemory(Set.of(Leniency.ROUTE_WITHOUT_PROFILE));
        assertThat(client.trafficInfluence().create(free5gc).value().trafficRoutes())
                .hasSize(1);
    }

    @Test
    @HeldAgainstSpecs.Spared
    void list_foreignSubscriptions_areReadWhateverTheySay() {
        nef.seed(
                "af", "{\"anyUeInd\":false,\"ipv4Addr\":\"x\",\"trafficRoutes\":[null,{\"dnai\":\"mec\"}],\"new\":{}}");

        assertThat(client.trafficInfluence().list())
                .singleElement()
                .satisfies(stored -> assertThat(stored.value().trafficRoutes())
                        .containsExactly(RouteToLocation.builder().dnai("mec").build()));
    }

    @Test
    void create_stored_steersThePacketsItSelects() {
        nef.attach(UeSession.of("10.45.0.9", "factory", "1-0a0b0c")).attach(UeSession.of("10.46.0.9", "internet", "1"));
        client.trafficInfluence().create(sub("t1"));

        assertThat(nef.send(Packet.tcp("10.45.0.9", "10.60.0.7", 8554)).exit()).contains("edge");
        assertThat(nef.send(Packet.tcp("10.45.0.9", "10.60.0.7", 80)).exit()).isEmpty();
        assertThat(nef.send(Packet.tcp("10.46.0.9", "10.60.0.7", 8554)).why())
                .isEqualTo("subscription 1: is for DNN factory");
    }

    private NefClient inMemory(Set<Leniency> leniencies) {
        ConnectionSettings settings = ConnectionSettings.builder()
                .transport(nef.transport())
                .time(new InstantTime())
                .build();
        return NefClient.lenient(nef.apiRoot(), "af", settings, leniencies);
    }

    private NefClient overHttp() {
        URI root = nef.startHttp();
        return NefClient.of(root, "af", ConnectionSettings.defaults());
    }

    private static FlowInfo flow(int id, String... texts) {
        return FlowInfo.builder().flowId(id).addFlowDescriptions(texts).build();
    }

    private static TrafficInfluSub sub(String transaction) {
        return TrafficInfluSub.builder()
                .afTransId(transaction)
                .dnn("factory")
                .snssai(Snssai.of(1, "0a0b0c"))
                .anyUeInd(true)
                .addTrafficFilters(flow(1, "permit out tcp from 10.60.0.0/24 8554 to assigned"))
                .addTrafficRoutes(RouteToLocation.builder()
                        .dnai("edge")
                        .routeProfId("n6-edge")
                        .build())
                .build();
    }
}
