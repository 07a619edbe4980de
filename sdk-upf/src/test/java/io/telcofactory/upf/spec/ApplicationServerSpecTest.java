package io.telcofactory.upf.spec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.network.Snssai;
import io.telcofactory.testkit.Fault;
import io.telcofactory.testkit.steering.Exchange;
import io.telcofactory.testkit.steering.FakeNef;
import io.telcofactory.upf.InstantTime;
import io.telcofactory.upf.NefClient;
import io.telcofactory.upf.PfdProvisioning;
import io.telcofactory.upf.QosSessions;
import io.telcofactory.upf.Stored;
import io.telcofactory.upf.connection.ConnectionSettings;
import io.telcofactory.upf.internal.http.Json;
import io.telcofactory.upf.internal.nef.PfdJson;
import io.telcofactory.upf.internal.nef.QosJson;
import io.telcofactory.upf.nef.AlternativeServiceRequirements;
import io.telcofactory.upf.nef.AsSessionWithQos;
import io.telcofactory.upf.nef.AsSessionWithQosPatch;
import io.telcofactory.upf.nef.DomainNameProtocol;
import io.telcofactory.upf.nef.EthFlowDescription;
import io.telcofactory.upf.nef.EthFlowInfo;
import io.telcofactory.upf.nef.FlowInfo;
import io.telcofactory.upf.nef.Merge;
import io.telcofactory.upf.nef.Pfd;
import io.telcofactory.upf.nef.PfdData;
import io.telcofactory.upf.nef.PfdFailureCode;
import io.telcofactory.upf.nef.PfdManagement;
import io.telcofactory.upf.nef.PfdReport;
import io.telcofactory.upf.nef.PlmnIdNid;
import io.telcofactory.upf.nef.QosMonitoringInformation;
import io.telcofactory.upf.nef.QosMonitoringParameter;
import io.telcofactory.upf.nef.QosMonitoringReport;
import io.telcofactory.upf.nef.ReportingFrequency;
import io.telcofactory.upf.nef.SponsorInformation;
import io.telcofactory.upf.nef.TscQosRequirement;
import io.telcofactory.upf.nef.TscaiInputContainer;
import io.telcofactory.upf.nef.UsageThreshold;
import io.telcofactory.upf.nef.UserPlaneEvent;
import io.telcofactory.upf.nef.UserPlaneEventReport;
import io.telcofactory.upf.nef.UserPlaneNotification;
import io.telcofactory.upf.nef.WebsockNotifConfig;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Holds PFD management and AsSessionWithQoS against the official schemas of TS 29.122. */
@ExtendWith(HeldAgainstSpecs.class)
class ApplicationServerSpecTest {
    private final FakeNef nef = FakeNef.start();
    private final NefClient client = NefClient.of(
            nef.apiRoot(),
            "af",
            ConnectionSettings.builder()
                    .transport(nef.transport())
                    .time(new InstantTime())
                    .build());

    @Test
    void pfdExchanges_clientWithFake_keepToTheSpecification() {
        OpenApi spec = Specs.PFD_MANAGEMENT.open();
        nef.refuseApplication("taken", "APP_ID_DUPLICATED");
        PfdProvisioning pfds = client.pfdProvisioning();

        Stored<PfdManagement> made = pfds.create(transaction("vision", "taken"));
        assertThat(made.value().pfdDatas()).containsOnlyKeys("vision");
        assertThat(Objects.requireNonNull(made.value().pfdReports().get("APP_ID_DUPLICATED"))
                        .externalAppIds())
                .containsExactly("taken");
        assertThat(Objects.requireNonNull(made.value().pfdReports().get("APP_ID_DUPLICATED"))
                        .failureCode())
                .isEqualTo(PfdFailureCode.APP_ID_DUPLICATED);
        String id = made.id();
        assertThat(pfds.list(List.of("vision"))).hasSize(1);
        assertThat(pfds.get(id).value().pfdDatas().get("vision")).isEqualTo(data("vision"));
        pfds.replace(id, transaction("vision", "other"));
        pfds.patch(id, transaction("third"));
        assertThat(pfds.getApplication(id, "third")).isEqualTo(data("third"));
        pfds.replaceApplication(id, data("vision"));
        pfds.patchApplication(id, data("vision"));
        pfds.deleteApplication(id, "third");
        nef.answerWithoutBody();
        assertThat(pfds.replaceApplication(id, data("vision"))).isEqualTo(data("vision"));
        pfds.delete(id);
        assertThatThrownBy(() -> pfds.create(transaction("taken")))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("APP_ID_DUPLICATED");

        keepTo(spec, "/3gpp-pfd-management/v1", 13);
    }

    @Test
    void pfdCreate_lostAnswer_isFoundAgain() {
        nef.fault(1, Fault.LOST);

        Stored<PfdManagement> made = client.pfdProvisioning().create(transaction("vision"));

        assertThat(client.pfdProvisioning().list()).containsExactly(made);
    }

    @Test
    void pfdDeleteApplication_lostAnswer_isRepeatedAndSucceeds() {
        String id =
                client.pfdProvisioning().create(transaction("vision", "other")).id();
        nef.fault(2, Fault.LOST);

        client.pfdProvisioning().deleteApplication(id, "other");

        assertThat(nef.applications()).containsExactly("vision");
        assertThatThrownBy(() -> client.pfdProvisioning().deleteApplication(id, "other"))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void qosExchanges_clientWithFake_keepToTheSpecification() {
        OpenApi spec = Specs.AS_SESSION_WITH_QOS.open();
        QosSessions sessions = client.qosSessions();

        Stored<AsSessionWithQos> made = sessions.create(session());
        assertThat(sessions.get(made.id()).value()).isEqualTo(made.value());
        assertThat(made.value().toBuilder().self(Optional.empty()).build()).isEqualTo(session());
        assertThat(sessions.list()).hasSize(1);
        AsSessionWithQos changed = sessions.patch(
                        made.id(),
                        AsSessionWithQosPatch.builder()
                                .qosReference("gold")
                                .usageThreshold(Merge.remove())
                                .build())
                .value();
        assertThat(changed.qosReference()).contains("gold");
        assertThat(changed.usageThreshold()).isEmpty();
        nef.answerWithoutBody();
        sessions.replace(made.id(), session());
        sessions.delete(made.id());

        keepTo(spec, "/3gpp-as-session-with-qos/v1", 7);
    }

    @Test
    void qosCreate_lostAnswer_isFoundAgainAndMadeOnce() {
        nef.fault(1, Fault.LOST);

        Stored<AsSessionWithQos> made = client.qosSessions().create(session());

        assertThat(client.qosSessions().list()).containsExactly(made);
    }

    @Test
    void qosCreate_failedBeforeItTookEffect_isMadeBesideAnotherSession() {
        client.qosSessions().create(session());
        nef.fault(2, Fault.FAILED);

        client.qosSessions().create(session().toBuilder().qosReference("gold").build());

        assertThat(client.qosSessions().list()).hasSize(2);
    }

    @Test
    void everyAttributeOfTheRelease_canBeSaid() {
        assertThat(Specs.PFD_MANAGEMENT.open().unsaid("PfdManagement", PfdJson.TRANSACTION.write(everythingOfPfds())))
                .filteredOn(
                        path -> !path.startsWith("/pfdReports/locationArea/locationArea")) // cells, which are not read
                .isEmpty();
        assertThat(Specs.AS_SESSION_WITH_QOS
                        .open()
                        .unsaid(
                                "AsSessionWithQoSSubscription",
                                QosJson.SESSION.write(session()),
                                QosJson.SESSION.write(otherSession())))
                .filteredOn(path -> !path.startsWith("/ethFlowInfo/") && !path.startsWith("/enEthFlowInfo/"))
                .isEmpty();
    }

    @Test
    void qosSession_everyAttribute_isValidAndReadsBackEqual() {
        OpenApi spec = Specs.AS_SESSION_WITH_QOS.open();
        for (AsSessionWithQos session : List.of(session(), otherSession())) {
            byte[] text = Json.write(QosJson.SESSION.write(session));

            assertThat(spec.violations("AsSessionWithQoSSubscription", new String(text, UTF_8)))
                    .isEmpty();
            assertThat(QosJson.SESSION.read(Json.parse(text))).isEqualTo(session);
        }
    }

    /** What {@link #session} leaves out. */
    private static AsSessionWithQos otherSession() {
        EthFlowDescription frames = EthFlowDescription.builder().ethType("88B8").build();
        return AsSessionWithQos.builder()
                .self(URI.create("https://nef/1"))
                .supportedFeatures("1")
                .notificationDestination(URI.create("https://af.example/notify"))
                .requestTestNotification(true)
                .websockNotifConfig(WebsockNotifConfig.builder()
                        .websocketUri(URI.create("wss://nef/ws"))
                        .requestWebsocketUri(true)
                        .build())
                .exterAppId("vision")
                .addEthFlowInfo(frames)
                .addEnEthFlowInfo(EthFlowInfo.builder()
                        .flowId(1)
                        .addEthFlowDescriptions(frames)
                        .build())
                .ueIpv6Addr("2001:db8:45::9")
                .ipDomain("site-1")
                .macAddr("00-11-22-33-44-55")
                .usageThreshold(UsageThreshold.builder()
                        .totalVolume(3L)
                        .downlinkVolume(2L)
                        .build())
                .qosMonInfo(QosMonitoringInformation.builder()
                        .addReqQosMonParams(QosMonitoringParameter.ROUND_TRIP)
                        .addRepFreqs(ReportingFrequency.PERIODIC)
                        .repThreshDl(20)
                        .repThreshUl(20)
                        .waitTime(5)
                        .build())
                .tscQosReq(TscQosRequirement.builder()
                        .reqGbrDl("10 Mbps")
                        .reqMbrDl("20 Mbps")
                        .reqMbrUl("20 Mbps")
                        .tscaiTimeDom(1)
                        .tscaiInputUl(survival())
                        .tscaiInputDl(TscaiInputContainer.builder()
                                .periodicity(1000)
                                .burstArrivalTime(Instant.parse("2026-01-01T00:00:00Z"))
                                .surTimeInNumMsg(3)
                                .surTimeInTime(2000)
                                .build())
                        .build())
                .build();
    }

    private static TscaiInputContainer survival() {
        return TscaiInputContainer.builder()
                .surTimeInNumMsg(3)
                .surTimeInTime(2000)
                .build();
    }

    private static PfdManagement everythingOfPfds() {
        URI link = URI.create("https://nef/1");
        return PfdManagement.builder()
                .self(link)
                .supportedFeatures("3")
                .notificationDestination(URI.create("https://af.example/pfds"))
                .requestTestNotification(true)
                .websockNotifConfig(WebsockNotifConfig.builder()
                        .websocketUri(URI.create("wss://nef/ws"))
                        .requestWebsocketUri(true)
                        .build())
                .putPfdDatas(
                        "vision",
                        data("vision").toBuilder().self(link).cachingTime(60).build())
                .putPfdReports(
                        "PARTIAL_FAILURE",
                        PfdReport.builder()
                                .addExternalAppIds("vision")
                                .failureCode(PfdFailureCode.PARTIAL_FAILURE)
                                .cachingTime(60)
                                .addDnais("edge-porto")
                                .build())
                .build();
    }

    @Test
    void pfdTransaction_everyAttribute_isValidAndReadsBackEqual() {
        byte[] text = Json.write(PfdJson.TRANSACTION.write(everythingOfPfds()));

        assertThat(Specs.PFD_MANAGEMENT.open().violations("PfdManagement", new String(text, UTF_8)))
                .isEmpty();
        assertThat(PfdJson.TRANSACTION.read(Json.parse(text))).isEqualTo(everythingOfPfds());
    }

    @Test
    void qosNotification_everyAttribute_isValidAndReadsBackEqual() {
        OpenApi spec = Specs.AS_SESSION_WITH_QOS.open();
        UserPlaneNotification notification = UserPlaneNotification.builder()
                .transaction(URI.create("http://nef/1"))
                .addEventReports(UserPlaneEventReport.builder()
                        .event(UserPlaneEvent.QOS_MONITORING)
                        .accumulatedUsage(UsageThreshold.builder()
                                .totalVolume(5_000_000_000L)
                                .uplinkVolume(2_000_000_000L)
                                .downlinkVolume(3_000_000_000L)
                                .duration(3600)
                                .build())
                        .addFlowIds(1)
                        .appliedQosRef("silver")
                        .addQosMonReports(QosMonitoringReport.builder()
                                .addUlDelays(3)
                                .addDlDelays(4)
                                .addRtDelays(7)
                                .pdmf(false)
                                .build())
                        .plmnId(PlmnIdNid.builder()
                                .mcc("268")
                                .mnc("03")
                                .nid("00000000abc")
                                .build())
                        .ratType("NR")
                        .build())
                .build();
        byte[] text = Json.write(QosJson.NOTIFICATION.write(notification));

        assertThat(spec.violations("UserPlaneNotificationData", new String(text, UTF_8)))
                .isEmpty();
        assertThat(spec.unsaid("UserPlaneNotificationData", Json.parse(text))).isEmpty();
        assertThat(QosJson.NOTIFICATION.read(Json.parse(text))).isEqualTo(notification);
    }

    private void keepTo(OpenApi spec, String base, int calls) {
        List<Exchange> exchanges = nef.exchanges();
        assertThat(exchanges)
                .hasSizeGreaterThanOrEqualTo(calls)
                .allSatisfy(exchange -> assertThat(spec.violations(base, exchange))
                        .as(exchange.toString())
                        .isEmpty());
    }

    private static PfdManagement transaction(String... appIds) {
        PfdManagement.Builder transaction = PfdManagement.builder();
        for (String appId : appIds) {
            transaction.putPfdDatas(appId, data(appId));
        }
        return transaction.build();
    }

    private static PfdData data(String appId) {
        return PfdData.builder()
                .externalAppId(appId)
                .putPfds(
                        "flows",
                        Pfd.builder()
                                .pfdId("flows")
                                .addFlowDescriptions("permit out tcp from 10.60.0.0/24 443 to assigned")
                                .build())
                .putPfds(
                        "names",
                        Pfd.builder()
                                .pfdId("names")
                                .addDomainNames("vision.acme.example")
                                .dnProtocol(DomainNameProtocol.TLS_SNI)
                                .build())
                .putPfds(
                        "urls",
                        Pfd.builder().pfdId("urls").addUrls("^https://.*").build())
                .allowedDelay(60)
                .build();
    }

    private static AsSessionWithQos session() {
        return AsSessionWithQos.builder()
                .dnn("factory")
                .snssai(Snssai.of(1, "0a0b0c"))
                .notificationDestination(URI.create("https://af.example/notify"))
                .addFlowInfo(FlowInfo.builder()
                        .flowId(1)
                        .addFlowDescriptions("permit out tcp from 10.60.0.0/24 443 to assigned")
                        .build())
                .qosReference("silver")
                .addAltQoSReferences("bronze")
                .addAltQosReqs(AlternativeServiceRequirements.builder()
                        .altQosParamSetRef("low")
                        .gbrUl("1 Mbps")
                        .gbrDl("2.5 Mbps")
                        .pdb(100)
                        .build())
                .disUeNotif(true)
                .ueIpv4Addr("10.45.0.9")
                .usageThreshold(
                        UsageThreshold.builder().duration(60).uplinkVolume(1L).build())
                .sponsorInfo(
                        SponsorInformation.builder().sponsorId("s").aspId("a").build())
                .qosMonInfo(QosMonitoringInformation.builder()
                        .addReqQosMonParams(QosMonitoringParameter.ROUND_TRIP)
                        .addRepFreqs(ReportingFrequency.PERIODIC)
                        .repThreshRp(20)
                        .repPeriod(10)
                        .build())
                .directNotifInd(false)
                .tscQosReq(TscQosRequirement.builder()
                        .reqGbrUl("10 Mbps")
                        .maxTscBurstSize(4096)
                        .req5Gsdelay(5)
                        .priority(1)
                        .tscaiInputUl(TscaiInputContainer.builder()
                                .periodicity(1000)
                                .burstArrivalTime(Instant.parse("2026-01-01T00:00:00Z"))
                                .build())
                        .build())
                .addEvents(UserPlaneEvent.QOS_GUARANTEED, UserPlaneEvent.QOS_NOT_GUARANTEED)
                .build();
    }
}
