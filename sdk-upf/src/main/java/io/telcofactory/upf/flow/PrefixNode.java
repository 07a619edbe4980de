package io.telcofactory.upf.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules of one range of server addresses, by the UEs and protocols they are about. */
final class PrefixNode {
    /** So few kinds of rules are looked through one by one, which spares most nodes all maps. */
    private static final int FEW = 8;

    private final @Nullable IpPrefix servers;
    private final @Nullable PrefixNode wider;
    private final List<FlowIndex> indexes;
    private final Map<UeScope, List<FlowIndex>> byUes;
    private final Map<Optional<?>, List<FlowIndex>> byDnn;
    private final Map<Optional<?>, List<FlowIndex>> bySlice;

    /** Takes some of all rules, by their numbers; without servers and a wider node it is about all servers. */
    PrefixNode(@Nullable IpPrefix servers, @Nullable PrefixNode wider, int[] numbers, List<FlowRule> all) {
        this.servers = servers;
        this.wider = wider;
        indexes = numbers.length == 1 ? List.of(new FlowIndex(numbers, all)) : indexes(numbers, all);
        boolean many = indexes.size() > FEW;
        byUes = many ? indexes.stream().collect(Collectors.groupingBy(FlowIndex::ues)) : Map.of();
        byDnn = many
                ? indexes.stream()
                        .collect(Collectors.groupingBy(index -> index.ues().dnn()))
                : Map.of();
        bySlice = many
                ? indexes.stream()
                        .collect(Collectors.groupingBy(index -> index.ues().snssai()))
                : Map.of();
    }

    private static List<FlowIndex> indexes(int[] numbers, List<FlowRule> all) {
        Map<Kind, List<Integer>> byKind = new LinkedHashMap<>();
        for (int number : numbers) {
            FlowRule rule = all.get(number);
            byKind.computeIfAbsent(new Kind(rule.ues(), rule.flow().protocol().number()), kind -> new ArrayList<>())
                    .add(number);
        }
        return byKind.values().stream()
                .map(alike ->
                        new FlowIndex(alike.stream().mapToInt(Integer::intValue).toArray(), all))
                .toList();
    }

    /** Returns the narrowest node around this one. */
    @Nullable PrefixNode wider() {
        return wider;
    }

    boolean beginsAfter(IpPrefix address) {
        return servers != null && servers.compareTo(address) > 0;
    }

    boolean holds(IpPrefix others) {
        return servers == null || servers.contains(others);
    }

    /** Tells of rules here among which are all that share packets with a rule. */
    void candidates(FlowRule rule, IntConsumer found) {
        search(rule.ues(), rule.flow().protocol().number(), index -> index.candidates(rule.flow(), found));
    }

    /** Returns how many rules here share packets with a rule, itself among them if it is here. */
    long count(FlowRule rule, List<FlowRule> all) {
        FlowDescription flow = rule.flow();
        long[] count = {0};
        search(rule.ues(), flow.protocol().number(), index -> {
            if (index.isByPorts(flow.to())) {
                count[0] += index.count(flow);
            } else {
                index.candidates(
                        flow, other -> count[0] += all.get(other).flow().overlaps(flow) ? 1 : 0);
            }
        });
        return count[0];
    }

    /** Tells of rules here among which are all that a packet to a server belongs to. */
    void matching(UeScope ues, int protocol, int port, IpPrefix ue, IntConsumer found) {
        search(ues, protocol, index -> index.candidates(port, port, ue, found));
    }

    /** Finds the indexes whose rules may share UEs and protocol. */
    private void search(UeScope ues, int protocol, Consumer<FlowIndex> found) {
        if (indexes.size() > FEW && ues.dnn().isPresent() && ues.snssai().isPresent()) {
            accept(byUes.get(ues), ues, protocol, found);
            accept(byUes.get(new UeScope(ues.dnn(), Optional.empty())), ues, protocol, found);
            accept(byUes.get(new UeScope(Optional.empty(), ues.snssai())), ues, protocol, found);
            accept(byUes.get(UeScope.ALL), ues, protocol, found);
        } else if (indexes.size() > FEW && ues.dnn().isPresent()) {
            accept(byDnn.get(ues.dnn()), ues, protocol, found);
            accept(byDnn.get(Optional.empty()), ues, protocol, found);
        } else if (indexes.size() > FEW && ues.snssai().isPresent()) {
            accept(bySlice.get(ues.snssai()), ues, protocol, found);
            accept(bySlice.get(Optional.empty()), ues, protocol, found);
        } else {
            accept(indexes, ues, protocol, found);
        }
    }

    private static void accept(@Nullable List<FlowIndex> some, UeScope ues, int protocol, Consumer<FlowIndex> found) {
        if (some != null) {
            for (FlowIndex index : some) {
                if (index.isAbout(ues, protocol)) {
                    found.accept(index);
                }
            }
        }
    }

    /** What the rules of one index have in common. */
    private record Kind(UeScope ues, int protocol) {}
}
