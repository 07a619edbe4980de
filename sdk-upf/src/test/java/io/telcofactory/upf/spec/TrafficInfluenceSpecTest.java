package io.telcofactory.upf.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.telcofactory.api.error.SdkException;
import io.telcofactory.api.network.Snssai;
import io.telcofactory.testkit.steering.Exchange;
import io.telcofactory.testkit.steering.FakeNef;
import io.telcofactory.testkit.steering.Notification;
import io.telcofactory.testkit.steering.UeSession;
import io.telcofactory.upf.NefClient;
import io.telcofactory.upf.TrafficInfluence;
import io.telcofactory.upf.connection.ConnectionSettings;
import io.telcofactory.upf.internal.http.Json;
import io.telcofactory.upf.internal.nef.SubscriptionRules;
import io.telcofactory.upf.internal.nef.TrafficInfluenceJson;
import io.telcofactory.upf.nef.AfAckInfo;
import io.telcofactory.upf.nef.AfResultInfo;
import io.telcofactory.upf.nef.AfResultStatus;
import io.telcofactory.upf.nef.CivicAddress;
import io.telcofactory.upf.nef.DnaiChangeType;
import io.telcofactory.upf.nef.EasIpReplacementInfo;
import io.telcofactory.upf.nef.EasServerAddress;
import io.telcofactory.upf.nef.EthFlowDescription;
import io.telcofactory.upf.nef.EventNotification;
import io.telcofactory.upf.nef.FlowDirection;
import io.telcofactory.upf.nef.FlowInfo;
import io.telcofactory.upf.nef.GeographicArea;
import io.telcofactory.upf.nef.GeographicArea.Coordinates;
import io.telcofactory.upf.nef.GeographicArea.Ellipse;
import io.telcofactory.upf.nef.GeographicalArea;
import io.telcofactory.upf.nef.IpAddr;
import io.telcofactory.upf.nef.Leniency;
import io.telcofactory.upf.nef.Merge;
import io.telcofactory.upf.nef.NotificationFlag;
import io.telcofactory.upf.nef.NotificationMethod;
import io.telcofactory.upf.nef.PartitioningCriteria;
import io.telcofactory.upf.nef.ReportingInformation;
import io.telcofactory.upf.nef.RouteInformation;
import io.telcofactory.upf.nef.RouteToLocation;
import io.telcofactory.upf.nef.SubscribedEvent;
import io.telcofactory.upf.nef.TemporalValidity;
import io.telcofactory.upf.nef.TrafficInfluSub;
import io.telcofactory.upf.nef.TrafficInfluSubPatch;
import io.telcofactory.upf.nef.WebsockNotifConfig;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds what client and fake say against the official schema of TS 29.522. */
@ExtendWith(HeldAgainstSpecs.class)
class TrafficInfluenceSpecTest {
    private static final String BASE = "/3gpp-traffic-influence/v1";
    private final FakeNef nef = FakeNef.start().attach(UeSession.of("10.45.0.9", "factory", "1-0a0b0c"));
    private final OpenApi spec = Specs.TRAFFIC_INFLUENCE.open();

    @ParameterizedTest
    @MethodSource("subscriptions")
    void subscription_everyForm_isValidAndReadsBackEqual(TrafficInfluSub sub) {
        byte[] text = Json.write(TrafficInfluenceJson.SUBSCRIPTION.write(sub));

        assertThat(spec.violations("TrafficInfluSub", new String(text, StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(TrafficInfluenceJson.SUBSCRIPTION.read(Json.parse(text))).isEqualTo(sub);
        assertThat(SubscriptionRules.broken(sub, Set.of()).broken()).isEmpty();
    }

    static Stream<TrafficInfluSub> subscriptions() {
        return Stream.concat(
                Stream.concat(Stream.of(full(), ethernet(), application()), otherUes()),
                shapes().map(shape -> application().toBuilder()
                        .addGeoAreas(GeographicalArea.builder().shapes(shape).build())
                        .build()));
    }

    @Test
    void subscription_everyAttributeOfTheRelease_canBeSaid() {
        JsonNode[] said =
                subscriptions().map(TrafficInfluenceJson.SUBSCRIPTION::write).toArray(JsonNode[]::new);

        assertThat(spec.unsaid("TrafficInfluSub", said))
                .filteredOn(path -> !path.startsWith("/geoAreas/civicAddress/")) // a map, which says them all
                .filteredOn(path -> !path.endsWith("TrafficRoute/routeInfo/ipv6Addr")) // said in trafficRoutes
                .isEmpty();
    }

    /** What {@link #full} leaves out, since one subscription can't say all. */
    private static Stream<TrafficInfluSub> otherUes() {
        TrafficInfluSub.Builder forNobody = application().toBuilder()
                .anyUeInd(Optional.empty())
                .trafficRoutes(List.of(RouteToLocation.builder()
                        .dnai("edge")
                        .routeInfo(RouteInformation.builder()
                                .ipv6Addr("2001:db8::1")
                                .portNumber(6081)
                                .build())
                        .build()))
                .addEasIpReplaceInfos(EasIpReplacementInfo.builder()
                        .source(server(IpAddr.builder().ipv6Addr("2001:db8::7").build()))
                        .target(server(IpAddr.builder().ipv4Addr("10.60.0.7").build()))
                        .build())
                .addEasIpReplaceInfos(EasIpReplacementInfo.builder()
                        .source(server(
                                IpAddr.builder().ipv6Prefix("2001:db8::/64").build()))
                        .target(server(
                                IpAddr.builder().ipv6Prefix("2001:db8:1::/64").build()))
                        .build());
        return Stream.of(
                forNobody.build().toBuilder().gpsi("extid-a@b").build(),
                forNobody.build().toBuilder().ipv6Addr("2001:db8:45::9").build(),
                forNobody
                        .externalGroupId("robots@acme.example")
                        .self(URI.create("https://nef/subscriptions/1"))
                        .addEventReports(event())
                        .build());
    }

    private static EventNotification event() {
        return EventNotification.builder()
                .afTransId("t")
                .dnaiChgType(DnaiChangeType.EARLY)
                .sourceTrafficRoute(route())
                .subscribedEvent(SubscribedEvent.UP_PATH_CHANGE)
                .targetTrafficRoute(route())
                .sourceDnai("a")
                .targetDnai("b")
                .gpsi("msisdn-35190000000")
                .srcUeIpv4Addr("10.45.0.9")
                .srcUeIpv6Prefix("2001:db8::/64")
                .tgtUeIpv4Addr("10.45.0.10")
                .tgtUeIpv6Prefix("2001:db8:1::/64")
                .ueMac("00-11-22-33-44-55")
                .afAckUri(URI.create("http://nef/ack"))
                .build();
    }

    private static EasServerAddress server(IpAddr ip) {
        return EasServerAddress.builder().ip(ip).port(443).build();
    }

    @Test
    void violations_brokenBodies_areFound() {
        assertThat(spec.violations(
                        "TrafficInfluSub", "{\"anyUeInd\":false,\"ipv4Addr\":\"10.45.0.9\",\"afAppId\":\"x\"}"))
                .isNotEmpty();
        assertThat(spec.violations(
                        "TrafficInfluSub",
                        "{\"anyUeInd\":true,\"afAppId\":\"x\",\"trafficRoutes\":[{\"dnai\":\"mec\"}]}"))
                .isNotEmpty();
        Exchange wrongType = new Exchange(
                "PATCH",
                BASE + "/af/subscriptions/1",
                Map.of("content-type", List.of("application/json")),
                "{}",
                418,
                Map.of(),
                "");
        assertThat(spec.violations(BASE, wrongType)).hasSize(2);
    }

    @Test
    void patch_everyAttribute_isValidAndReadsBackEqual() {
        TrafficInfluSub full = full();
        TrafficInfluSubPatch patch = TrafficInfluSubPatch.builder()
                .appReloInd(Merge.remove())
                .trafficFilters(full.trafficFilters())
                .trafficRoutes(full.trafficRoutes())
                .tfcCorrInd(Merge.set(true))
                .tempValidities(Merge.set(full.tempValidities()))
                .validGeoZoneIds(Merge.remove())
                .geoAreas(Merge.set(full.geoAreas()))
                .afAckInd(Merge.remove())
                .addrPreserInd(Merge.set(false))
                .simConnInd(true)
                .simConnTerm(5)
                .maxAllowedUpLat(Merge.remove())
                .easIpReplaceInfos(Merge.set(full.easIpReplaceInfos()))
                .easRedisInd(true)
                .notificationDestination(URI.create("http://af/notify"))
                .eventReq(full.eventReq())
                .build();
        byte[] text = Json.write(TrafficInfluenceJson.PATCH.write(patch));

        assertThat(spec.violations("TrafficInfluSubPatch", new String(text, StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(spec.unsaid("TrafficInfluSubPatch", Json.parse(text)))
                .filteredOn(path -> path.lastIndexOf('/') == 0) // what is below is that of a subscription
                .isSubsetOf("/ethTrafficFilters"); // or those of IP
        assertThat(TrafficInfluenceJson.PATCH.read(Json.parse(text))).isEqualTo(patch);
    }

    @Test
    void eventAndAcknowledgement_everyAttribute_areValidAndReadBackEqual() {
        EventNotification event = event();
        byte[] text = Json.write(TrafficInfluenceJson.EVENT.write(event));
        assertThat(spec.violations("EventNotification", new String(text, StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(spec.unsaid("EventNotification", Json.parse(text)))
                .filteredOn(path -> !path.endsWith("/routeInfo/ipv6Addr")) // or IPv4
                .isEmpty();
        assertThat(TrafficInfluenceJson.EVENT.read(Json.parse(text))).isEqualTo(event);

        AfAckInfo ack = AfAckInfo.builder()
                .afTransId("t")
                .gpsi("extid-a@b")
                .ackResult(AfResultInfo.builder()
                        .afStatus(AfResultStatus.RELOC_NO_ALLOWED)
                        .trafficRoute(route())
                        .upBuffInd(true)
                        .addAllEasIpReplaceInfos(full().easIpReplaceInfos())
                        .build())
                .build();
        byte[] acknowledgement = Json.write(TrafficInfluenceJson.ACK.write(ack));
        assertThat(spec.violations("AfAckInfo", new String(acknowledgement, StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(spec.unsaid("AfAckInfo", Json.parse(acknowledgement)))
                .filteredOn(path -> path.lastIndexOf('/') <= "/ackResult".length())
                .isEmpty();
        assertThat(TrafficInfluenceJson.ACK.read(Json.parse(acknowledgement))).isEqualTo(ack);
    }

    @Test
    void exchanges_clientWithFake_keepToTheSpecification() {
        TrafficInfluence influence = client();
        String id = influence.create(full()).id();
        influence.get(id);
        influence.list();
        influence.replace(id, application());
        influence.patch(
                id, TrafficInfluSubPatch.builder().afAckInd(Merge.remove()).build());
        nef.answerWithoutBody();
        influence.patch(
                id, TrafficInfluSubPatch.builder().afAckInd(Merge.set(true)).build());
        influence.delete(id);
        assertThatThrownBy(() -> influence.get(id)).isInstanceOf(SdkException.class);

        assertThat(nef.exchanges())
                .hasSize(9)
                .allSatisfy(
                        exchange -> assertThat(spec.violations(BASE, exchange)).isEmpty());
    }

    @Test
    void notifications_ofTheFake_keepToTheSpecification() {
        client().create(application().toBuilder()
                .addSubscribedEvents(SubscribedEvent.UP_PATH_CHANGE)
                .notificationDestination(URI.create("http://af/notify"))
                .afAckInd(true)
                .build());

        assertThat(nef.notifications())
                .extracting(Notification::body)
                .singleElement()
                .satisfies(body ->
                        assertThat(spec.violations("EventNotification", body)).isEmpty());
    }

    @Test
    void notifications_ofTheFake_areForUesThatAFilterIsAbout() {
        nef.attach(UeSession.of("10.46.0.9", "factory", "1-0a0b0c"));
        client().create(TrafficInfluSub.builder()
                .anyUeInd(true)
                .addTrafficFilters(FlowInfo.builder()
                        .flowId(1)
                        .addFlowDescriptions("permit out ip from 10.60.0.0/24 to 10.45.0.0/16")
                        .build())
                .addTrafficRoutes(route())
                .addSubscribedEvents(SubscribedEvent.UP_PATH_CHANGE)
                .notificationDestination(URI.create("http://af/notify"))
                .build());

        assertThat(nef.notifications())
                .singleElement()
                .satisfies(told -> assertThat(told.body()).contains("\"tgtUeIpv4Addr\":\"10.45.0.9\""));
    }

    @Test
    void refusals_ofTheFake_keepToTheSpecification() {
        ConnectionSettings settings =
                ConnectionSettings.builder().transport(nef.transport()).build();
        NefClient lenient = NefClient.lenient(nef.apiRoot(), "af", settings, Set.of(Leniency.values()));
        TrafficInfluSub noProfile = TrafficInfluSub.builder()
                .anyUeInd(true)
                .addTrafficFilters(FlowInfo.builder()
                        .flowId(1)
                        .addFlowDescriptions("nonsense")
                        .build())
                .addTrafficRoutes(RouteToLocation.builder().dnai("mec").build())
                .build();

        assertThatThrownBy(() -> lenient.trafficInfluence().create(noProfile))
                .isInstanceOf(SdkException.class)
                .hasMessageContaining("/trafficRoutes/0: needs routeInfo or routeProfId");
        Exchange refusal = nef.exchanges().get(0);
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(spec.violations(BASE, HeldAgainstSpecs.judged(refusal))).isEmpty();
    }

    private TrafficInfluence client() {
        return NefClient.of(
                        nef.apiRoot(),
                        "af",
                        ConnectionSettings.builder().transport(nef.transport()).build())
                .trafficInfluence();
    }

    private static TrafficInfluSub application() {
        return TrafficInfluSub.builder()
                .afAppId("vision")
                .dnn("factory")
                .snssai(Snssai.of(1, "0a0b0c"))
                .anyUeInd(true)
                .addTrafficRoutes(route())
                .build();
    }

    private static TrafficInfluSub ethernet() {
        return TrafficInfluSub.builder()
                .macAddr("00-11-22-33-44-55")
                .addEthTrafficFilters(EthFlowDescription.builder()
                        .ethType("0800")
                        .destMacAddr("00-11-22-33-44-55")
                        .fDesc("permit out ip from any to assigned")
                        .fDir(FlowDirection.BIDIRECTIONAL)
                        .sourceMacAddr("00-11-22-33-44-56")
                        .addVlanTags("0064", "00c8")
                        .srcMacAddrEnd("00-11-22-33-44-57")
                        .destMacAddrEnd("00-11-22-33-44-58")
                        .build())
                .build();
    }

    private static RouteToLocation route() {
        return RouteToLocation.builder()
                .dnai("edge")
                .routeInfo(RouteInformation.builder()
                        .ipv4Addr("10.60.0.1")
                        .portNumber(6081)
                        .build())
                .routeProfId("n6")
                .build();
    }

    private static Stream<GeographicArea> shapes() {
        Coordinates lisbon = new Coordinates(-9.14, 38.72);
        Ellipse ellipse = new Ellipse(20, 10, 90);
        return Stream.of(
                new GeographicArea.Point(lisbon),
                new GeographicArea.PointUncertaintyCircle(lisbon, 50.5),
                new GeographicArea.PointUncertaintyEllipse(lisbon, ellipse, 95),
                new GeographicArea.Polygon(List.of(lisbon, new Coordinates(-9.1, 38.7), new Coordinates(-9.2, 38.8))),
                new GeographicArea.PointAltitude(lisbon, 120),
                new GeographicArea.PointAltitudeUncertainty(lisbon, 120, ellipse, 5, 67),
                new GeographicArea.EllipsoidArc(lisbon, 1000, 500, 30, 60, 50));
    }

    private static TrafficInfluSub full() {
        IpAddr v4 = IpAddr.builder().ipv4Addr("10.60.0.7").build();
        IpAddr v6 = IpAddr.builder().ipv6Addr("2001:db8::7").build();
        return TrafficInfluSub.builder()
                .afServiceId("inspection")
                .afTransId("t1")
                .appReloInd(true)
                .dnn("factory")
                .snssai(Snssai.of(1))
                .addSubscribedEvents(SubscribedEvent.UP_PATH_CHANGE, new SubscribedEvent("LATER"))
                .ipv4Addr("10.45.0.9")
                .ipDomain("site-1")
                .dnaiChgType(DnaiChangeType.EARLY_LATE)
                .notificationDestination(URI.create("https://af.example/notify"))
                .requestTestNotification(true)
                .websockNotifConfig(WebsockNotifConfig.builder()
                        .websocketUri(URI.create("wss://nef/ws"))
                        .requestWebsocketUri(true)
                        .build())
                .addTrafficFilters(FlowInfo.builder()
                        .flowId(1)
                        .addFlowDescriptions(
                                "permit out tcp from 10.60.0.0/24 8554 to assigned",
                                "permit in tcp from any to 10.60.0.0/24 8554")
                        .build())
                .addTrafficRoutes(route())
                .tfcCorrInd(false)
                .addTempValidities(TemporalValidity.builder()
                        .startTime(Instant.parse("2026-01-01T00:00:00Z"))
                        .stopTime(Instant.parse("2026-02-01T00:00:00.250Z"))
                        .build())
                .addValidGeoZoneIds("zone-1")
                .addGeoAreas(GeographicalArea.builder()
                        .civicAddress(new CivicAddress(Map.of("country", "PT", "A1", "Lisboa", "HNO", "7")))
                        .shapes(shapes().findFirst())
                        .build())
                .afAckInd(true)
                .addrPreserInd(true)
                .simConnInd(true)
                .simConnTerm(10)
                .maxAllowedUpLat(20)
                .addEasIpReplaceInfos(EasIpReplacementInfo.builder()
                        .source(EasServerAddress.builder().ip(v4).port(80).build())
                        .target(EasServerAddress.builder().ip(v6).port(8080).build())
                        .build())
                .easRedisInd(true)
                .eventReq(ReportingInformation.builder()
                        .immRep(true)
                        .notifMethod(NotificationMethod.PERIODIC)
                        .maxReportNbr(5)
                        .monDur(Instant.parse("2026-03-01T00:00:00Z"))
                        .repPeriod(60)
                        .sampRatio(50)
                        .addPartitionCriteria(PartitioningCriteria.TAC)
                        .grpRepTime(10)
                        .notifFlag(NotificationFlag.ACTIVATE)
                        .build())
                .suppFeat("3F")
                .build();
    }
}
