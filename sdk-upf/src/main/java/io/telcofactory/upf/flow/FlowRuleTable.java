package io.telcofactory.upf.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/**
 * Many rules, searched by what packets they share. Two prefixes share an address only if one contains the other, so the
 * rules that may overlap one rule stand at the few prefixes around its own; there they are found by UEs, protocol and ports. The
 * work grows as n log n and with the number of findings.
 *
 * <p><b>Threads:</b> immutable.
 *
 * @since 0.1
 */
public final class FlowRuleTable {
    private static final int MOST_LISTED = 1000;

    private final List<FlowRule> rules;
    private final Map<IpPrefix, PrefixNode> nodes = new HashMap<>();
    private final PrefixNode anywhere = new PrefixNode();
    private final int[] v4Lengths;
    private final int[] v6Lengths;

    private FlowRuleTable(List<FlowRule> rules) {
        this.rules = List.copyOf(rules);
        TreeSet<Integer> v4 = new TreeSet<>(Comparator.reverseOrder());
        TreeSet<Integer> v6 = new TreeSet<>(Comparator.reverseOrder());
        for (int i = 0; i < this.rules.size(); i++) {
            FlowRule rule = this.rules.get(i);
            if (rule.flow().from().address() instanceof IpPrefix prefix) {
                (prefix.isV6() ? v6 : v4).add(prefix.length());
                nodes.computeIfAbsent(prefix, p -> new PrefixNode()).add(i, rule);
            } else {
                anywhere.add(i, rule);
            }
        }
        nodes.values().forEach(PrefixNode::seal);
        anywhere.seal();
        this.v4Lengths = v4.stream().mapToInt(Integer::intValue).toArray();
        this.v6Lengths = v6.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Makes a table.
     *
     * @param rules the rules
     * @return the table
     */
    public static FlowRuleTable of(List<FlowRule> rules) {
        return new FlowRuleTable(rules);
    }

    /**
     * Finds all pairs of rules that share packets.
     *
     * @return the first of them, and how many there are
     */
    public FlowConflicts conflicts() {
        List<FlowConflict> first = new ArrayList<>();
        long[] total = {0};
        for (int i = 0; i < rules.size(); i++) {
            FlowRule rule = rules.get(i);
            int number = i;
            FlowAddress server = rule.flow().from().address();
            IntConsumer wider = other -> count(rules.get(other), rule, first, total);
            IntConsumer earlier = other -> {
                if (other < number) {
                    count(rules.get(other), rule, first, total);
                }
            };
            if (server instanceof IpPrefix prefix) {
                for (int length : lengths(prefix)) {
                    if (length <= prefix.length()) {
                        PrefixNode node = nodes.get(prefix.truncated(length));
                        if (node != null) {
                            node.overlapping(rule, length == prefix.length() ? earlier : wider);
                        }
                    }
                }
                anywhere.overlapping(rule, wider);
            } else {
                anywhere.overlapping(rule, earlier);
            }
        }
        return new FlowConflicts(first, total[0]);
    }

    private static void count(FlowRule a, FlowRule b, List<FlowConflict> first, long[] total) {
        if (!a.flow().overlaps(b.flow())) {
            return; // they differ on the UE's side, by which nothing is searched
        }
        total[0]++;
        if (first.size() < MOST_LISTED) {
            first.add(FlowConflict.of(a, b));
        }
    }

    /**
     * Finds the rule that a packet of a UE follows: the one with the narrowest range of servers; among those the narrowest
     * ports; then the earliest.
     *
     * @param ues data network and slice of the UE's session
     * @param destination the packet's destination, a single address
     * @param protocol the packet's protocol
     * @param port the packet's destination port, 0 if the protocol has none
     * @return the rule, or empty if no rule applies
     */
    public Optional<FlowRule> find(UeScope ues, IpPrefix destination, IpProtocol protocol, int port) {
        Best best = new Best();
        for (int length : lengths(destination)) {
            PrefixNode node = nodes.get(destination.truncated(length));
            if (node != null) {
                node.matching(ues, protocol.number(), port, best);
                if (best.number >= 0) {
                    return Optional.of(rules.get(best.number));
                }
            }
        }
        anywhere.matching(ues, protocol.number(), port, best);
        return best.number < 0 ? Optional.empty() : Optional.of(rules.get(best.number));
    }

    private int[] lengths(IpPrefix prefix) {
        return prefix.isV6() ? v6Lengths : v4Lengths;
    }

    /** Keeps the narrowest of the rules it hears of. */
    private final class Best implements IntConsumer {
        private int number = -1;
        private int width = Integer.MAX_VALUE;

        @Override
        public void accept(int candidate) {
            int span = rules.get(candidate)
                    .flow()
                    .from()
                    .ports()
                    .map(ports -> ports.last() - ports.first())
                    .orElse(Integer.MAX_VALUE - 1);
            if (span < width || (span == width && candidate < number)) {
                width = span;
                number = candidate;
            }
        }
    }
}
