package io.telcofactory.upf.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Many rules, searched by what packets they share. Two prefixes share an address only if one contains the other, so the
 * rules that overlap one rule stand at its own prefix and at the few around it, which form a tree; there they are found by
 * data network, slice and protocol, and then by UE addresses and ports. The work grows as n log n and with the listed findings:
 * the others are counted without being visited, unless both rules of a pair name ports of UEs.
 *
 * <p><b>Threads:</b> immutable.
 *
 * @since 0.1
 */
public final class FlowRuleTable {
    private static final int MOST_LISTED = 1000;

    private final List<FlowRule> rules;

    /** What each rule is about; comparing reads these many times, so that they lie together. */
    private final List<Packets> packets;

    /** The node of each rule. */
    private final PrefixNode[] own;

    /** The node of the rules that are about all servers, if there are any. */
    private final @Nullable PrefixNode anywhere;

    /** The nodes of prefixes, in the order of these. */
    private final List<PrefixNode> nodes = new ArrayList<>();

    private FlowRuleTable(List<FlowRule> rules) {
        this.rules = List.copyOf(rules);
        this.packets = this.rules.stream().map(Packets::of).toList();
        this.own = new PrefixNode[rules.size()];
        @Nullable IpPrefix[] servers = new IpPrefix[own.length];
        for (int i = 0; i < own.length; i++) {
            servers[i] = this.rules.get(i).flow().from().address() instanceof IpPrefix prefix ? prefix : null;
        }
        int[] unbound = numbers(i -> servers[i] == null).toArray();
        this.anywhere = unbound.length == 0 ? null : node(null, null, unbound);
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
        PrefixNode node = new PrefixNode(servers, wider, numbers, packets);
        for (int number : numbers) {
            own[number] = node;
        }
        return node;
    }

    private IntStream numbers(IntPredicate wanted) {
        return IntStream.range(0, own.length).filter(wanted);
    }

    /** Returns the narrowest node that holds a prefix, among one that does not begin after it and those around that one. */
    private static @Nullable PrefixNode closest(@Nullable PrefixNode from, IpPrefix prefix) {
        PrefixNode node = from;
        while (node != null && !node.holds(prefix)) {
            node = node.wider();
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
        Tally tally = new Tally();
        for (int i = 0; i < own.length; i++) {
            tally.add(i);
        }
        return tally.conflicts();
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
        Packets packet = new Packets(ues, protocol.number(), port, port, FlowEnd.of(ue));
        Best best = new Best();
        for (PrefixNode node = closest(lastBefore(destination), destination);
                node != null && best.number < 0;
                node = node.wider()) {
            node.overlapping(packet, best);
        }
        return best.number < 0 ? Optional.empty() : Optional.of(rules.get(best.number));
    }

    /** Returns the last node that does not begin after an address: what holds the address holds that node too, or is it. */
    private @Nullable PrefixNode lastBefore(IpPrefix address) {
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

    /** Counts the pairs, and lists the first of them. */
    private final class Tally {
        private final List<FlowConflict> first = new ArrayList<>();
        private long beside;
        private long wider;

        /** Adds the pairs of a rule with those of its own range and of the ranges around it. */
        void add(int number) {
            if (own[number].isAlone()) {
                return;
            }
            long here = own[number].count(packets.get(number)) - 1;
            beside += here;
            if (here > 0) {
                list(own[number], number, other -> other < number);
            }
            for (PrefixNode node = own[number].wider(); node != null; node = node.wider()) {
                long there = node.count(packets.get(number));
                wider += there;
                if (there > 0) {
                    list(node, number, other -> true);
                }
            }
        }

        private void list(PrefixNode node, int number, IntPredicate wanted) {
            if (first.size() < MOST_LISTED) {
                node.overlapping(packets.get(number), other -> {
                    if (first.size() < MOST_LISTED && wanted.test(other)) {
                        first.add(FlowConflict.of(rules.get(other), rules.get(number)));
                    }
                });
            }
        }

        /** Rules of one range find each other from both sides. */
        FlowConflicts conflicts() {
            return new FlowConflicts(first, wider + beside / 2);
        }
    }

    /** Keeps the rule with the narrowest ports. */
    private final class Best implements IntConsumer {
        private int number = -1;
        private int width = Integer.MAX_VALUE;

        @Override
        public void accept(int candidate) {
            int span = packets.get(candidate).high() - packets.get(candidate).low();
            if (span < width || (span == width && candidate < number)) {
                width = span;
                number = candidate;
            }
        }
    }
}
