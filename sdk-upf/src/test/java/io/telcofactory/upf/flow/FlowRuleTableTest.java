package io.telcofactory.upf.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.network.PortRange;
import io.telcofactory.api.network.Snssai;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlowRuleTableTest {

    @ParameterizedTest
    @CsvSource({
        "tcp from 10.60.0.0/24 80, edge-a, tcp from 10.60.0.0/24 80,         edge-b, CONFLICTING_DNAI",
        "tcp from 10.60.0.0/24,    edge-a, tcp from 10.60.0.0/16 80,         edge-b, CONFLICTING_DNAI",
        "tcp from 10.60.0.0/24 80, edge-a, ip from 10.60.0.0/16,             edge-b, NESTED_DNAI",
        "tcp from 10.60.0.0/24 80, edge-a, ip from any,                      edge-a, SHADOWED",
        "tcp from 10.60.0.0/24 80-90, edge-a, tcp from 10.60.0.0/24 85-99,   edge-a, OVERLAPPING"
    })
    void conflicts_twoRules_areOfTheirKind(String one, String dnai, String two, String otherDnai, String kind) {
        FlowRuleTable table =
                FlowRuleTable.of(List.of(rule("a", UeScope.ALL, one, dnai), rule("b", UeScope.ALL, two, otherDnai)));

        assertThat(table.conflicts().total()).isEqualTo(1);
        assertThat(table.conflicts().first())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.kind()).hasToString(kind));
    }

    @Test
    void conflicts_shadowed_namesTheNarrowerAsTheRule() {
        FlowRuleTable table = FlowRuleTable.of(List.of(
                rule("narrow", UeScope.ALL, "tcp from 10.60.0.0/24 80", "edge"),
                rule("wide", UeScope.ALL, "ip from 10.0.0.0/8", "edge")));

        assertThat(table.conflicts().first())
                .map(FlowConflict::toString)
                .containsExactly("narrow has no effect: wide covers it, with the same DNAI");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void conflicts_randomRules_areThoseOfComparingAllPairs(long seed) {
        Random random = new Random(Long.getLong("flow.seed", seed));
        List<FlowRule> rules = rules(random, 200, seed % 2 == 0);
        Set<String> expected = new TreeSet<>();
        for (FlowRule a : rules) {
            for (FlowRule b : rules) {
                boolean before = rules.indexOf(a) < rules.indexOf(b);
                if (before && a.ues().overlaps(b.ues()) && a.flow().overlaps(b.flow())) {
                    expected.add(pair(a, b));
                }
            }
        }

        FlowConflicts conflicts = FlowRuleTable.of(rules).conflicts();

        assertThat(conflicts.total()).isEqualTo(expected.size());
        assertThat(conflicts.first()).hasSize(Math.min(1000, expected.size()));
        assertThat(conflicts.first().stream().map(c -> pair(c.rule(), c.other())))
                .doesNotHaveDuplicates()
                .allMatch(expected::contains);
    }

    @ParameterizedTest
    @ValueSource(strings = {"assigned", "10.45.0.0/16"})
    void conflicts_rulesThatAllMeet_areCountedWithoutVisitingEachPair(String ues) {
        List<FlowRule> rules = IntStream.range(0, 20_000)
                .mapToObj(i -> new FlowRule(
                        "r" + i,
                        UeScope.ALL,
                        FlowDescription.parse("permit out ip from any to " + ues),
                        "edge-" + i % 2))
                .toList();

        FlowConflicts conflicts = FlowRuleTable.of(rules).conflicts();

        assertThat(conflicts.total()).isEqualTo(20_000L * 19_999 / 2);
        assertThat(conflicts.first()).hasSize(1000);
    }

    @Test
    void conflicts_ruleForEachPairOfUesAndPort_sharesOneOfThemOnly() {
        List<FlowRule> rules = IntStream.range(0, 10_000)
                .mapToObj(i -> new FlowRule(
                        "r" + i,
                        UeScope.ALL,
                        FlowDescription.parse(
                                "permit out tcp from 10.60.0.0/24 " + (1 + i / 100) + " to 10.45." + i % 100 + ".0/24"),
                        "edge-" + i % 2))
                .toList();

        assertThat(FlowRuleTable.of(rules).conflicts().total()).isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void find_randomPackets_isTheNarrowestRuleOfAll(long seed) {
        Random random = new Random(Long.getLong("flow.seed", seed));
        List<FlowRule> rules = rules(random, 300, false);
        FlowRuleTable table = FlowRuleTable.of(rules);
        for (int i = 0; i < 500; i++) {
            IpPrefix destination = IpPrefix.parse("10." + random.nextInt(3) + "." + random.nextInt(4) + ".7");
            int port = 1 + random.nextInt(20);
            UeScope ues =
                    new UeScope(Optional.of("dnn" + random.nextInt(2)), Optional.of(Snssai.of(random.nextInt(2))));
            IpPrefix ue = IpPrefix.parse("10.45." + random.nextInt(3) + ".9");
            FlowDescription packet = new FlowDescription(
                    IpProtocol.TCP, FlowEnd.of(destination).withPorts(new PortRange(port, port)), FlowEnd.of(ue));
            List<FlowRule> matching = rules.stream()
                    .filter(rule -> rule.ues().overlaps(ues) && rule.flow().contains(packet))
                    .toList();
            int longest =
                    matching.stream().mapToInt(FlowRuleTableTest::length).max().orElse(-1);

            Optional<FlowRule> found = table.find(ues, ue, destination, IpProtocol.TCP, port);

            assertThat(found.isPresent()).isEqualTo(!matching.isEmpty());
            found.ifPresent(rule -> {
                assertThat(matching).contains(rule);
                assertThat(length(rule)).isEqualTo(longest);
            });
        }
    }

    private static int length(FlowRule rule) {
        return rule.flow().from().address() instanceof IpPrefix prefix ? prefix.length() : -1;
    }

    private static List<FlowRule> rules(Random random, int count, boolean uePorts) {
        List<FlowRule> rules = new ArrayList<>();
        String[] protocols = {"ip", "tcp", "udp"};
        for (int i = 0; i < count; i++) {
            String protocol = protocols[random.nextInt(3)];
            int length = new int[] {8, 16, 24, 32}[random.nextInt(4)];
            String server = random.nextInt(20) == 0
                    ? "any"
                    : IpPrefix.around("10." + random.nextInt(3) + "." + random.nextInt(4) + ".7/" + length)
                            .toString();
            int port = 1 + random.nextInt(20);
            String ports =
                    protocol.equals("ip") || random.nextBoolean() ? "" : " " + port + "-" + (port + random.nextInt(3));
            FlowDescription flow = FlowDescription.parse("permit out " + protocol + " from " + server + ports + " to "
                    + ues(random) + (uePorts && !ports.isEmpty() ? ports : ""));
            rules.add(new FlowRule("r" + i, scope(random), flow, "edge-" + random.nextInt(2)));
        }
        return rules;
    }

    private static String ues(Random random) {
        int length = new int[] {0, 0, 8, 16, 24, 32}[random.nextInt(6)];
        return length == 0
                ? "assigned"
                : IpPrefix.around("10.45." + random.nextInt(3) + ".9/" + length).toString();
    }

    private static UeScope scope(Random random) {
        return new UeScope(
                random.nextInt(3) == 0 ? Optional.empty() : Optional.of("dnn" + random.nextInt(2)),
                random.nextInt(3) == 0 ? Optional.empty() : Optional.of(Snssai.of(random.nextInt(2))));
    }

    private static FlowRule rule(String id, UeScope ues, String flow, String dnai) {
        return new FlowRule(id, ues, FlowDescription.parse("permit out " + flow + " to assigned"), dnai);
    }

    private static String pair(FlowRule a, FlowRule b) {
        return a.id().compareTo(b.id()) < 0 ? a.id() + " " + b.id() : b.id() + " " + a.id();
    }
}
