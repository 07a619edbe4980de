package io.telcofactory.benchmarks.upf;

import io.telcofactory.api.network.PortRange;
import io.telcofactory.api.network.Snssai;
import io.telcofactory.benchmarks.Microbenchmark;
import io.telcofactory.upf.flow.FlowConflicts;
import io.telcofactory.upf.flow.FlowDescription;
import io.telcofactory.upf.flow.FlowEnd;
import io.telcofactory.upf.flow.FlowRule;
import io.telcofactory.upf.flow.FlowRuleTable;
import io.telcofactory.upf.flow.IpPrefix;
import io.telcofactory.upf.flow.IpProtocol;
import io.telcofactory.upf.flow.UeScope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** Rules of 8 data networks over nested ranges and ports, about one in ten of which meets another. */
public class FlowRuleBenchmark extends Microbenchmark {
    private static final IpPrefix UE = IpPrefix.parse("10.45.0.9");

    /** How many rules. */
    public static final int RULES = 10_000;

    private List<FlowRule> all = List.of();
    private FlowRuleTable table = FlowRuleTable.of(List.of());
    private List<FlowRule> meeting = List.of();
    private List<FlowRule> ofOneServer = List.of();
    private int next;

    /** Makes the same rules on every run. */
    @Setup
    public void fill() {
        all = rules();
        table = FlowRuleTable.of(all);
        meeting = Collections.nCopies(RULES, new FlowRule("one", UeScope.ALL, FlowDescription.everything(), "edge"));
        ofOneServer = Stream.iterate(0, i -> i < RULES, i -> i + 1)
                .map(FlowRuleBenchmark::ofOneServer)
                .toList();
    }

    /** Returns the same rules each time. */
    public static List<FlowRule> rules() {
        Random random = new Random(1);
        List<FlowRule> rules = new ArrayList<>();
        for (int i = 0; i < RULES; i++) {
            int length = 20 + random.nextInt(13);
            IpPrefix server = IpPrefix.around(
                    "10." + random.nextInt(16) + "." + random.nextInt(256) + "." + random.nextInt(256) + "/" + length);
            int port = 1 + random.nextInt(50_000);
            FlowEnd end = FlowEnd.of(server).withPorts(new PortRange(port, port + random.nextInt(10_000)));
            rules.add(new FlowRule(
                    "rule " + i, ues(random), FlowDescription.fromServer(IpProtocol.TCP, end), "edge-" + i % 3));
        }
        return rules;
    }

    private static FlowRule ofOneServer(int number) {
        FlowDescription flow = FlowDescription.parse(
                "permit out tcp from 10.60.0.0/24 443 to 10." + number / 256 + "." + number % 256 + ".0/24");
        return new FlowRule("rule " + number, UeScope.ALL, flow, "edge-" + number % 3);
    }

    private static UeScope ues(Random random) {
        return new UeScope(Optional.of("dnn" + random.nextInt(8)), Optional.of(Snssai.of(1)));
    }

    /** Builds the table and finds all conflicts. */
    @Benchmark
    public FlowConflicts check() {
        return FlowRuleTable.of(all).conflicts();
    }

    /** Counts the pairs of rules that are all alike, so that every pair is a finding. */
    @Benchmark
    public FlowConflicts checkAlike() {
        return FlowRuleTable.of(meeting).conflicts();
    }

    /** Checks rules about one server, which differ by their ranges of UEs only. */
    @Benchmark
    public FlowConflicts checkByUes() {
        return FlowRuleTable.of(ofOneServer).conflicts();
    }

    /** Finds the rule of one packet. */
    @Benchmark
    public Optional<FlowRule> lookup() {
        next = (next + 1) % all.size();
        FlowRule rule = all.get(next);
        IpPrefix server = (IpPrefix) rule.flow().from().address();
        IpPrefix address = IpPrefix.parse(server.address());
        return table.find(
                rule.ues(),
                UE,
                address,
                IpProtocol.TCP,
                rule.flow().from().ports().orElseThrow().first());
    }
}
