package io.telcofactory.upf.steering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.N6Mode;
import io.telcofactory.api.network.PortRange;
import io.telcofactory.api.network.Protocol;
import io.telcofactory.api.network.Snssai;
import io.telcofactory.api.network.TrafficMatch;
import io.telcofactory.upf.internal.camara.CamaraRules;
import io.telcofactory.upf.internal.camara.TrafficIntentJson;
import io.telcofactory.upf.internal.json.JsonType;
import io.telcofactory.upf.internal.mec.MecJson;
import io.telcofactory.upf.internal.nef.SubscriptionRules;
import io.telcofactory.upf.internal.nef.TrafficInfluenceJson;
import io.telcofactory.upf.mec.DestinationInterface;
import io.telcofactory.upf.mec.InterfaceType;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What breakouts are in the words of each target, and what the targets can't say. */
class BreakoutCompilerTest {
    private static final UUID APP = UUID.fromString("6b29fc40-ca47-1067-b31d-00dd010662da");
    private static final UUID ZONE = UUID.fromString("00000000-0000-4000-8000-0000000000a1");
    private static final NefCompiler NEF = new NefCompiler(RouteProfiles.namedAsDnai());
    private static final MecCompiler MEC = new MecCompiler(
            10,
            DestinationInterface.builder()
                    .interfaceType(InterfaceType.IP)
                    .dstIpAddress("10.60.0.1")
                    .build());
    private static final CamaraCompiler CAMARA = new CamaraCompiler("acme", APP, Map.of("edge-lisbon", ZONE));

    @ParameterizedTest
    @MethodSource("breakouts")
    void compile_breakout_isAsTheGoldenFileSays(N6Breakout breakout) {
        String text =
                section("NEF: TrafficInfluence subscription", NEF.compile(breakout), TrafficInfluenceJson.SUBSCRIPTION)
                        + section("MEC: traffic rule", MEC.compile(breakout), MecJson.TRAFFIC_RULE_2_2)
                        + section("CAMARA: traffic intents", CAMARA.compile(breakout), TrafficIntentJson.INTENT.list());

        Golden.check("breakout-" + breakout.name() + ".txt", text);
    }

    @ParameterizedTest
    @MethodSource("breakouts")
    void compile_breakout_breaksNoRuleOfItsTarget(N6Breakout breakout) {
        assertThat(SubscriptionRules.broken(NEF.compile(breakout).request(), Set.of())
                        .broken())
                .isEmpty();
        assertThat(CAMARA.compile(breakout).request())
                .allSatisfy(intent ->
                        assertThat(CamaraRules.broken(intent).broken()).isEmpty());
    }

    static Stream<N6Breakout> breakouts() {
        return Stream.of(
                base("range")
                        .match(TrafficMatch.destination("10.60.0.0/24").tcp(8554))
                        .build(),
                base("dnn")
                        .dnn("factory.acme")
                        .snssai(Snssai.of(1, "0a0b0c"))
                        .match(TrafficMatch.destination("0.0.0.0/0"))
                        .build(),
                base("application")
                        .application("vision.acme")
                        .dnn("internet")
                        .match(TrafficMatch.destination("10.60.0.0/24").udp(5004))
                        .build(),
                base("application-of-all")
                        .application("vision.acme")
                        .match(TrafficMatch.destination("10.60.0.0/24").udp(5004))
                        .build(),
                base("dual-stack")
                        .uePool("2001:db8:45::/48")
                        .nextHop("2001:db8:60::1")
                        .match(TrafficMatch.destination("10.60.0.0/24").tcp(8554))
                        .match(TrafficMatch.destination("2001:db8:60::/64").tcp(8554))
                        .build(),
                base("several")
                        .uePool("10.46.0.0/16")
                        .match(TrafficMatch.destination("10.60.0.0/24").tcp(8554))
                        .match(TrafficMatch.destination("10.60.1.0/24").tcp(8554))
                        .match(TrafficMatch.builder()
                                .destination(
                                        TrafficMatch.destination("10.61.0.0/16").destination())
                                .protocol(Protocol.UDP)
                                .ports(new PortRange(5004, 5010))
                                .build())
                        .match(TrafficMatch.builder()
                                .destination(
                                        TrafficMatch.destination("10.62.0.7/32").destination())
                                .protocol(Protocol.ICMP)
                                .build())
                        .build(),
                base("dnn-alone").dnn("factory.acme").build(),
                base("application-known")
                        .application("vision.acme")
                        .dnn("internet")
                        .build(),
                base("other-family")
                        .match(TrafficMatch.destination("10.60.0.0/24").tcp(8554))
                        .match(TrafficMatch.destination("2001:db8:60::/64"))
                        .build(),
                bare("nat")
                        .mode(N6Mode.NAT)
                        .dnn("factory.acme")
                        .match(TrafficMatch.destination("10.60.0.0/24").tcp(8554))
                        .build(),
                bare("ethernet").mode(N6Mode.ETHERNET).dnn("factory.acme").build());
    }

    private static N6Breakout.Builder bare(String name) {
        return N6Breakout.builder(name).tenant("acme").network("n6").dnai("edge-lisbon");
    }

    private static N6Breakout.Builder base(String name) {
        return bare(name).uePool("10.45.0.0/16").nextHop("10.60.0.1");
    }

    @Test
    void compile_unknownZone_isSaidToBeWider() {
        N6Breakout porto = base("porto")
                .dnai("edge-porto")
                .match(TrafficMatch.destination("10.60.0.0/24"))
                .build();

        assertThat(CAMARA.compile(porto).notes())
                .extracting(Note::toString)
                .contains("wider than asked: no zone is known for DNAI edge-porto: the operator takes the nearest"
                        + " instance, wherever it is");
    }

    @Test
    void isWider_rangeOfUes_isSoForCamaraOnly() {
        N6Breakout breakout = breakouts().findFirst().orElseThrow();

        assertThat(NEF.compile(breakout).isWider()).isFalse();
        assertThat(MEC.compile(breakout).isWider()).isFalse();
        assertThat(CAMARA.compile(breakout).isWider()).isTrue();
    }

    private static <T> String section(String title, Compiled<T> compiled, JsonType<T> type) {
        StringBuilder text = new StringBuilder(title).append('\n');
        text.append(pretty(type.write(compiled.request()))).append('\n');
        compiled.notes().forEach(note -> text.append("- ").append(note).append('\n'));
        return text.append('\n').toString();
    }

    private static String pretty(JsonNode node) {
        try {
            return new ObjectMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(node)
                    .replace("\r\n", "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
