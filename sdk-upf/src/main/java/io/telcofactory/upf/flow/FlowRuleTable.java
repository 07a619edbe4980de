package io.telcofactory.upf.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Many rules, searched by what packets they share. Two prefixes share an address only if one contains the other, so the
 * rules that may overlap one rule stand at its own prefix and at the few around it, which form a tree; there they are found by
 * data network, slice and protocol, and then by ports or by UE addresses, whichever leaves fewer. The work grows as n log n and
 * with the number of findings; where no rule names UE addresses, findings beyond the listed are counted without being visited.
 *
 * <p><b>Threads:</b> immutable.
 *
 * @since 0.1
 */
public final class FlowRuleTable {
    private static final int MOST_LISTED = 1000;

    private final List<FlowRule> rules;

    /** The node of each rule. */
    private final PrefixNode[] own;

    private final PrefixNode anywhere;

    /** The nodes of prefixes, in the order of these. */
    private final List<PrefixNode> nodes = new ArrayList<>();

    private FlowRuleTable(List<FlowRule> rules) {
        this.rules = List.copyOf(rules);
        this.own = new PrefixNode[rules.size()];
        // Comparing reads each prefix many times: they lie together then, and not each within its rule.
        @Nullable IpPrefix[] servers = new IpPrefix[own.length];
        for (int i = 0; i < own.length; i++) {
            servers[i] = this.rules.get(i).flow().from().address() instanceof IpPrefix prefix ? prefix : null;
        }
        this.anywhere = node(null, null, numbers(i -> servers[i] == null).toArray());
        PrefixNode around = anywhere;
        int[] sorted = numbers(i -> servers[i] != null)
                .boxed()
                .sorted(Comparator.comparing(i -> servers[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int from = 0;
        while (from < sorted.length) {
            IpPrefix prefix = servers[sorted[from]];
            int to = from + 1;
            while (to < sorted.length && prefix.equals(servers[sorted[to]])) {
                to++;
            }
            around = node(prefix, closest(around, prefix), Arrays.copyOfRange(sorted, from, to));
            nodes.add(around);
            from = to;
        }
    }

    private PrefixNode node(@Nullable IpPrefix servers, @Nullable PrefixNode wider, int[] numbers) {
        PrefixNode node = new PrefixNode(servers, wider, numbers, rules);
        for (int number : numbers) {
            own[number] = node;
        }
        return node;
    }

    private IntStream numbers(IntPredicate wanted) {
        return IntStream.range(0, own.length).filter(wanted);
    }

    /** Returns the narrowest node that holds a prefix, among one that does not begin after it and those around that one. */
    private static PrefixNode closest(PrefixNode from, IpPrefix prefix) {
        PrefixNode node = from;
        while (!node.holds(prefix)) {
            node = Objects.requireNonNull(node.wider(), "the widest node holds everything");
        }
        return node;
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
        for (int i = 0; i < own.length && first.size() < MOST_LISTED; i++) {
            list(i, first);
        }
        long wider = 0;
        long beside = 0;
        for (int i = 0; i < own.length; i++) {
            FlowRule rule = rules.get(i);
            beside += own[i].count(rule, rules) - 1;
            for (PrefixNode node = own[i].wider(); node != null; node = node.wider()) {
                wider += node.count(rule, rules);
            }
        }
        // Rules of one range find each other from both sides.
        return new FlowConflicts(first, wider + beside / 2);
    }

    private void list(int number, List<FlowConflict> first) {
        FlowRule rule = rules.get(number);
        for (PrefixNode node = own[number]; node != null; node = node.wider()) {
            boolean beside = node == own[number];
            node.candidates(rule, other -> {
                FlowRule candidate = rules.get(other);
                boolean once = !beside || other < number;
                if (once && first.size() < MOST_LISTED && candidate.flow().overlaps(rule.flow())) {
                    first.add(FlowConflict.of(candidate, rule));
                }
            });
        }
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
        for (PrefixNode node = closest(lastBefore(destination), destination);
                node != null && best.number < 0;
                node = node.wider()) {
            node.matching(ues, protocol.number(), port, ue, best);
        }
        return best.number < 0 ? Optional.empty() : Optional.of(rules.get(best.number));
    }

    /** Returns the last node that does not begin after an address: what holds the address holds that node too, or is it. */
    private PrefixNode lastBefore(IpPrefix address) {
        int from = 0;
        int to = nodes.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (nodes.get(middle).beginsAfter(address)) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from == 0 ? anywhere : nodes.get(from - 1);
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
            int span = PortIndex.high(flow) - PortIndex.low(flow);
            if (fits(flow) && (span < width || (span == width && candidate < number))) {
                width = span;
                number = candidate;
            }
        }

        private boolean fits(FlowDescription flow) {
            boolean ues = !(flow.to().address() instanceof IpPrefix range) || range.contains(ue);
            return ues && PortIndex.low(flow) <= port && port <= PortIndex.high(flow);
        }
    }
}
