package io.telcofactory.upf.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/**
 * Many rules, searched by what packets they share. Two prefixes share an address only if one contains the other, so the
 * rules that may overlap one rule stand at the few prefixes around its own; there they are found by data network, slice and
 * protocol, and then by ports or by UE addresses, whichever leaves fewer. The work grows as n log n and with the number of
 * findings; where no rule names UE addresses, findings beyond the listed are counted without being visited.
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
        for (int i = 0; i < rules.size() && first.size() < MOST_LISTED; i++) {
            list(i, first);
        }
        long wider = 0;
        long beside = 0;
        for (FlowRule rule : rules) {
            PrefixNode own = own(rule);
            List<UeScope> known = PrefixNode.known(rule.ues());
            for (PrefixNode node : around(rule)) {
                if (node == own) {
                    beside += node.count(rule, known, rules) - 1;
                } else {
                    wider += node.count(rule, known, rules);
                }
            }
        }
        // Rules of one range find each other from both sides.
        return new FlowConflicts(first, wider + beside / 2);
    }

    private void list(int number, List<FlowConflict> first) {
        FlowRule rule = rules.get(number);
        PrefixNode own = own(rule);
        List<UeScope> known = PrefixNode.known(rule.ues());
        for (PrefixNode node : around(rule)) {
            node.candidates(rule, known, other -> {
                FlowRule candidate = rules.get(other);
                boolean once = node != own || other < number;
                if (once && first.size() < MOST_LISTED && candidate.flow().overlaps(rule.flow())) {
                    first.add(FlowConflict.of(candidate, rule));
                }
            });
        }
    }

    private PrefixNode own(FlowRule rule) {
        return rule.flow().from().address() instanceof IpPrefix prefix
                ? Objects.requireNonNull(nodes.get(prefix))
                : anywhere;
    }

    /** Returns the ranges of servers that hold all servers of a rule, its own among them. */
    private List<PrefixNode> around(FlowRule rule) {
        List<PrefixNode> around = new ArrayList<>();
        if (rule.flow().from().address() instanceof IpPrefix prefix) {
            for (int length : lengths(prefix)) {
                PrefixNode node = length <= prefix.length() ? nodes.get(prefix.truncated(length)) : null;
                if (node != null) {
                    around.add(node);
                }
            }
        }
        around.add(anywhere);
        return around;
    }

    /**
     * Finds the rule that a packet of a UE follows: the one with the narrowest range of servers; among those the narrowest
     * ports; then the earliest.
     *
     * @param ues data network and slice of the UE's session
     * @param ue address of the UE
     * @param destination the packet's destination, a single address
     * @param protocol the packet's protocol
     * @param port the packet's destination port, 0 if the protocol has none
     * @return the rule, or empty if no rule applies
     */
    public Optional<FlowRule> find(UeScope ues, IpPrefix ue, IpPrefix destination, IpProtocol protocol, int port) {
        Best best = new Best(ue, port);
        List<UeScope> known = PrefixNode.known(ues);
        for (int length : lengths(destination)) {
            PrefixNode node = nodes.get(destination.truncated(length));
            if (node != null) {
                node.matching(ues, known, protocol.number(), port, ue, best);
                if (best.number >= 0) {
                    return Optional.of(rules.get(best.number));
                }
            }
        }
        anywhere.matching(ues, known, protocol.number(), port, ue, best);
        return best.number < 0 ? Optional.empty() : Optional.of(rules.get(best.number));
    }

    private int[] lengths(IpPrefix prefix) {
        return prefix.isV6() ? v6Lengths : v4Lengths;
    }

    /** Keeps the narrowest of the rules that fit a packet. */
    private final class Best implements IntConsumer {
        private final IpPrefix ue;
        private final int port;
        private int number = -1;
        private int width = Integer.MAX_VALUE;

        Best(IpPrefix ue, int port) {
            this.ue = ue;
            this.port = port;
        }

        @Override
        public void accept(int candidate) {
            FlowDescription flow = rules.get(candidate).flow();
            int span = PrefixNode.high(flow) - PrefixNode.low(flow);
            if (fits(flow) && (span < width || (span == width && candidate < number))) {
                width = span;
                number = candidate;
            }
        }

        private boolean fits(FlowDescription flow) {
            boolean ues = !(flow.to().address() instanceof IpPrefix range) || range.contains(ue);
            return ues && PrefixNode.low(flow) <= port && port <= PrefixNode.high(flow);
        }
    }
}
