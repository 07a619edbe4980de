package io.telcofactory.upf.spec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.testkit.steering.Exchange;
import io.telcofactory.testkit.steering.FakeMec;
import io.telcofactory.upf.MecClient;
import io.telcofactory.upf.MecRules;
import io.telcofactory.upf.connection.ConnectionSettings;
import io.telcofactory.upf.internal.http.Json;
import io.telcofactory.upf.mec.DestinationInterface;
import io.telcofactory.upf.mec.DnsRule;
import io.telcofactory.upf.mec.FilterType;
import io.telcofactory.upf.mec.InterfaceType;
import io.telcofactory.upf.mec.MecVersion;
import io.telcofactory.upf.mec.RuleState;
import io.telcofactory.upf.mec.Tagged;
import io.telcofactory.upf.mec.TrafficAction;
import io.telcofactory.upf.mec.TrafficFilter;
import io.telcofactory.upf.mec.TrafficRule;
import io.telcofactory.upf.mec.TunnelInfo;
import io.telcofactory.upf.mec.TunnelType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds traffic and DNS rules against both official releases of MEC 011. */
@ExtendWith(HeldAgainstSpecs.class)
class MecSpecTest {
    private static final String APP = "app-1";
    private static final String OLD_RULE = "{\"trafficRuleId\":\"r1\",\"filterType\":\"FLOW\",\"priority\":1,"
            + "\"trafficFilter\":[],\"action\":\"DROP\",\"state\":\"INACTIVE\"}";
    private static final String OLD_NAME = "{\"dnsRuleId\":\"d1\",\"domainName\":\"vision.example\","
            + "\"ipAddressType\":\"IP_V4\",\"ipAddress\":\"10.60.0.7\",\"state\":\"INACTIVE\"}";
    private final FakeMec mec =
            FakeMec.start().rule(APP, "traffic_rules", OLD_RULE).rule(APP, "dns_rules", OLD_NAME);

    @ParameterizedTest
    @EnumSource(MecVersion.class)
    void trafficRule_everyAttribute_isValidInItsReleaseAndReadsBackEqual(MecVersion version) {
        OpenApi spec = spec(version);
        MecRules<TrafficRule> rules = client(version).trafficRules(APP);

        Tagged<TrafficRule> changed =
                rules.replace(new Tagged<>(rule(), rules.get("r1").etag()));

        assertThat(changed.value()).isEqualTo(rule());
        assertThat(rules.list()).containsExactly(rule());
        Exchange put = mec.exchanges().get(1);
        assertThat(spec.violations("TrafficRule", put.requestBody())).isEmpty();
        if (version == MecVersion.V2_1_1) {
            assertThat(Specs.MEC_2_1_OAS31.open().violations("TrafficRule", put.requestBody()))
                    .isEmpty();
        }
        assertThat(spec.unsaid("TrafficRule", Json.parse(put.requestBody().getBytes(UTF_8))))
                .isEmpty();
        String otherForm = version == MecVersion.V2_1_1 ? "\"dstInterface\":{" : "\"dstInterface\":[";
        assertThat(put.requestBody()).contains(otherForm);
    }

    @Test
    void exchanges_clientWithFake_keepToTheSpecification() {
        OpenApi spec = spec(MecVersion.V2_2_1);
        MecClient client = client(MecVersion.V2_2_1);
        client.trafficRules(APP).list();
        client.trafficRules(APP).replace(client.trafficRules(APP).get("r1"));
        Tagged<DnsRule> name = client.dnsRules(APP).get("d1");
        client.dnsRules(APP)
                .replace(new Tagged<>(
                        name.value().toBuilder().state(RuleState.ACTIVE).ttl(30).build(), name.etag()));
        assertThat(spec.unsaid(
                        "DnsRule",
                        Json.parse(mec.exchanges().get(4).requestBody().getBytes(UTF_8))))
                .isEmpty();
        assertThat(client.dnsRules(APP).list()).extracting(DnsRule::state).containsExactly(RuleState.ACTIVE);
        assertThatThrownBy(() -> client.dnsRules(APP).get("none")).isInstanceOf(NotFoundException.class);

        assertThat(mec.exchanges())
                .hasSize(7)
                .allSatisfy(exchange -> assertThat(spec.violations("/mec_app_support/v1", exchange))
                        .isEmpty());
    }

    @Test
    void replace_changedSinceItWasRead_isAConflict() {
        MecRules<TrafficRule> rules = client(MecVersion.V2_2_1).trafficRules(APP);
        Tagged<TrafficRule> read = rules.get("r1");
        rules.replace(read);

        assertThatThrownBy(() -> rules.replace(read))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("PRECONDITION_FAILED");
    }

    @Test
    void replace_interfacesThatDoNotFitTheAction_areRefusedBeforeSending() {
        MecRules<TrafficRule> rules = client(MecVersion.V2_2_1).trafficRules(APP);
        TrafficRule copy =
                rule().toBuilder().action(TrafficAction.DUPLICATE_DECAPSULATED).build();

        assertThatThrownBy(() -> rules.replace(new Tagged<>(copy, Optional.empty())))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("has 1 entries: action DUPLICATE_DECAPSULATED needs 2");
        assertThat(mec.exchanges()).isEmpty();
    }

    private static OpenApi spec(MecVersion version) {
        return (version == MecVersion.V2_1_1 ? Specs.MEC_2_1 : Specs.MEC_2_2).open();
    }

    private MecClient client(MecVersion version) {
        return MecClient.of(
                mec.apiRoot(),
                version,
                ConnectionSettings.builder().transport(mec.transport()).build());
    }

    private static TrafficRule rule() {
        return TrafficRule.builder()
                .trafficRuleId("r1")
                .filterType(FilterType.FLOW)
                .priority(7)
                .addTrafficFilter(TrafficFilter.builder()
                        .addSrcAddress("10.45.0.0/16")
                        .addDstAddress("10.60.0.0/24")
                        .addSrcPort("40000")
                        .addDstPort("8554")
                        .addProtocol("6")
                        .addToken("t")
                        .addSrcTunnelAddress("192.0.2.1")
                        .addTgtTunnelAddress("192.0.2.2")
                        .addSrcTunnelPort("2152")
                        .addDstTunnelPort("2152")
                        .qCI(9)
                        .dSCP(46)
                        .tC(1)
                        .build())
                .action(TrafficAction.FORWARD_DECAPSULATED)
                .dstInterface(List.of(DestinationInterface.builder()
                        .interfaceType(InterfaceType.TUNNEL)
                        .tunnelInfo(TunnelInfo.builder()
                                .tunnelType(TunnelType.GTP_U)
                                .tunnelDstAddress("192.0.2.3")
                                .tunnelSrcAddress("192.0.2.4")
                                .build())
                        .srcMacAddress("02:00:00:00:00:01")
                        .dstMacAddress("02:00:00:00:00:02")
                        .dstIpAddress("10.60.0.7")
                        .build()))
                .state(RuleState.ACTIVE)
                .build();
    }
}
