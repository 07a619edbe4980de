package io.telcofactory.upf.mec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.TrafficMatch;
import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.testkit.Fault;
import io.telcofactory.testkit.steering.FakeMec;
import io.telcofactory.testkit.steering.MecVerdict;
import io.telcofactory.testkit.steering.Packet;
import io.telcofactory.upf.InstantTime;
import io.telcofactory.upf.MecClient;
import io.telcofactory.upf.MecRules;
import io.telcofactory.upf.connection.ConnectionSettings;
import io.telcofactory.upf.spec.HeldAgainstSpecs;
import io.telcofactory.upf.steering.MecCompiler;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(HeldAgainstSpecs.class)
class MecRulesTest {
    private static final String APP = "app-1";
    private static final Packet STREAM = Packet.tcp("10.45.0.9", "10.60.0.7", 8554);
    private final FakeMec mec = FakeMec.start()
            .rule(APP, "traffic_rules", declared("acme.cameras"))
            .rule(APP, "traffic_rules", declared("acme.other"));
    private final MecRules<TrafficRule> rules = client().trafficRules(APP);

    @ParameterizedTest
    @EnumSource(MecVersion.class)
    void replace_compiledBreakout_steersItsPackets(MecVersion version) {
        MecRules<TrafficRule> ofVersion = client(version).trafficRules(APP);
        assertThat(mec.send(STREAM))
                .hasToString("not touched: rule app-1/acme.cameras is INACTIVE; rule app-1/acme.other is INACTIVE");

        change(ofVersion, compiled());

        assertThat(mec.send(STREAM)).hasToString("FORWARD_DECAPSULATED to IP 10.60.0.1: rule app-1/acme.cameras fits");
        assertThat(mec.send(Packet.tcp("10.45.0.9", "10.60.0.7", 80)).why()).contains("is for other ports");
        assertThat(mec.send(Packet.udp("10.45.0.9", "10.60.0.7", 8554)).why()).contains("is for other protocols");
        assertThat(mec.send(Packet.tcp("10.46.0.9", "10.60.0.7", 8554)).why()).contains("is for other UEs");
        assertThat(mec.send(Packet.tcp("10.45.0.9", "10.61.0.7", 8554)).why()).contains("is for other servers");
    }

    @Test
    void replace_answerWithoutBody_readsTheRule() {
        HttpTransport silent = call -> {
            HttpAnswer answer = mec.transport().exchange(call);
            return call.method().equals("PUT") ? new HttpAnswer(204, Map.of(), InputStream.nullInputStream()) : answer;
        };
        MecRules<TrafficRule> quiet = MecClient.of(
                        mec.apiRoot(),
                        MecVersion.V2_2_1,
                        ConnectionSettings.builder().transport(silent).build())
                .trafficRules(APP);

        Tagged<TrafficRule> stored =
                quiet.replace(new Tagged<>(compiled(), quiet.get("acme.cameras").etag()));

        assertThat(stored).isEqualTo(rules.get("acme.cameras"));
        assertThat(stored.value()).isEqualTo(compiled());
    }

    @Test
    void send_severalRulesFit_theLowestNumberDecides() {
        change(rules, compiled());
        change(
                rules,
                TrafficRule.builder()
                        .trafficRuleId("acme.other")
                        .filterType(FilterType.PACKET)
                        .priority(0)
                        .addTrafficFilter(
                                TrafficFilter.builder().addDstPort("8000-9000").build())
                        .action(TrafficAction.DROP)
                        .state(RuleState.ACTIVE)
                        .build());

        MecVerdict verdict = mec.send(STREAM);

        assertThat(verdict.action()).contains("DROP");
        assertThat(verdict.destinations()).isEmpty();
        assertThat(verdict.why()).isEqualTo("rule app-1/acme.other fits and goes before 1 others by its priority 0");
    }

    @Test
    void send_ruleThatLooksBelowThePacket_isNotGuessed() {
        TrafficRule tunnelled = compiled().toBuilder()
                .trafficFilter(List.of(TrafficFilter.builder().qCI(5).build()))
                .build();
        change(rules, tunnelled);

        assertThat(mec.send(STREAM).why()).contains("looks at qCI, which is below this packet");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"RESET", "LOST", "FAILED_AFTER", "UNAVAILABLE", "RATE_LIMITED"})
    void replace_disturbed_isStoredOnceAndNoConflictWithItself(Fault fault) {
        Tagged<TrafficRule> read = rules.get("acme.cameras");
        mec.fault(2, fault);

        Tagged<TrafficRule> stored = rules.replace(new Tagged<>(compiled(), read.etag()));

        assertThat(stored.value()).isEqualTo(compiled());
        assertThat(stored.etag()).contains("\"2\"");
    }

    @Test
    void replace_changedByOthersMeanwhile_isAConflictAlsoAfterALostAnswer() {
        Tagged<TrafficRule> read = rules.get("acme.cameras");
        change(rules, compiled().toBuilder().priority(7).build());
        mec.fault(4, Fault.RESET);

        assertThatThrownBy(() -> rules.replace(new Tagged<>(compiled(), read.etag())))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void replace_priorityOutOfItsRange_isRefusedBeforeSending() {
        assertThatThrownBy(
                        () -> change(rules, compiled().toBuilder().priority(256).build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("/priority = 256 must be 0 to 255");
    }

    private static void change(MecRules<TrafficRule> rules, TrafficRule rule) {
        rules.replace(new Tagged<>(rule, rules.get(rule.trafficRuleId()).etag()));
    }

    private static TrafficRule compiled() {
        DestinationInterface n6 = DestinationInterface.builder()
                .interfaceType(InterfaceType.IP)
                .dstIpAddress("10.60.0.1")
                .build();
        N6Breakout cameras = N6Breakout.builder("cameras")
                .tenant("acme")
                .network("n6")
                .dnai("edge-lisbon")
                .match(TrafficMatch.destination("10.60.0.0/24").tcp(8554))
                .uePool("10.45.0.0/16")
                .nextHop("10.60.0.1")
                .build();
        return new MecCompiler(10, n6).compile(cameras).request();
    }

    private static String declared(String id) {
        return "{\"trafficRuleId\":\"" + id + "\",\"filterType\":\"FLOW\",\"priority\":255,"
                + "\"trafficFilter\":[],\"action\":\"DROP\",\"state\":\"INACTIVE\"}";
    }

    private MecClient client() {
        return client(MecVersion.V2_2_1);
    }

    private MecClient client(MecVersion version) {
        ConnectionSettings settings = ConnectionSettings.builder()
                .transport(mec.transport())
                .time(new InstantTime())
                .build();
        return MecClient.of(mec.apiRoot(), version, settings);
    }
}
