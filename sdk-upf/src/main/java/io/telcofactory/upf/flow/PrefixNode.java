package io.telcofactory.upf.flow;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The rules of one range of server addresses, by the UEs and protocols they are about. */
final class PrefixNode {
    /** So few rules are looked through one by one, which spares most nodes all indexes. */
    private static final int FEW = 8;

    private final @Nullable IpPrefix servers;
    private final @Nullable PrefixNode wider;
    private final List<Packets> all;
    private final int[] few;
    private final List<FlowIndex> indexes;
    private final Map<UeScope, List<FlowIndex>> byUes;
    private final Map<Optional<?>, List<FlowIndex>> byDnn;
    private final Map<Optional<?>, List<FlowIndex>> bySlice;

    /** Takes some of all rules, by their numbers; without servers and a wider node it is about all servers. */
    PrefixNode(@Nullable IpPrefix servers, @Nullable PrefixNode wider, int[] numbers, List<Packets> all) {
        this.servers = servers;
        this.wider = wider;
        this.all = all;
        boolean many = numbers.length > FEW;
        few = many ? new int[0] : numbers;
        indexes = many ? indexes(numbers, all) : List.of();
        byUes = many ? indexes.stream().collect(groupingBy(FlowIndex::ues)) : Map.of();
        byDnn = many ? indexes.stream().collect(groupingBy(index -> index.ues().dnn())) : Map.of();
        bySlice =
                many ? indexes.stream().collect(groupingBy(index -> index.ues().snssai())) : Map.of();
    }

    private static List<FlowIndex> indexes(int[] numbers, List<Packets> all) {
        Map<Kind, List<Integer>> byKind = new LinkedHashMap<>();
        for (int number : numbers) {
            Packets packets = all.get(number);
            byKind.computeIfAbsent(new Kind(packets.ues(), packets.protocol()), kind -> new ArrayList<>())
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

    /** Tells whether it holds one rule, and no other node is around it. */
    boolean isAlone() {
        return wider == null && few.length == 1;
    }

    boolean beginsAfter(IpPrefix address) {
        return servers != null && servers.compareTo(address) > 0;
    }

    boolean holds(IpPrefix others) {
        return servers == null || servers.contains(others);
    }

    /** Tells of each rule to which some packets to these servers belong. */
    void overlapping(Packets packets, IntConsumer found) {
        for (int number : few) {
            if (packets.meet(all.get(number))) {
                found.accept(number);
            }
        }
        search(packets, index -> index.overlapping(packets, found));
    }

    /** Returns how many rules that are. */
    long count(Packets packets) {
        long[] count = {0};
        for (int number : few) {
            count[0] += packets.meet(all.get(number)) ? 1 : 0;
        }
        search(packets, index -> count[0] += index.count(packets));
        return count[0];
    }

    /** Finds the indexes whose rules may share UEs and protocol. */
    private void search(Packets packets, Consumer<FlowIndex> found) {
        UeScope ues = packets.ues();
        if (indexes.isEmpty()) {
            return;
        }
        if (ues.dnn().isPresent() && ues.snssai().isPresent()) {
            accept(byUes.get(ues), packets, found);
            accept(byUes.get(new UeScope(ues.dnn(), Optional.empty())), packets, found);
            accept(byUes.get(new UeScope(Optional.empty(), ues.snssai())), packets, found);
            accept(byUes.get(UeScope.ALL), packets, found);
        } else if (ues.dnn().isPresent()) {
            accept(byDnn.get(ues.dnn()), packets, found);
            accept(byDnn.get(Optional.empty()), packets, found);
        } else if (ues.snssai().isPresent()) {
            accept(bySlice.get(ues.snssai()), packets, found);
            accept(bySlice.get(Optional.empty()), packets, found);
        } else {
            accept(indexes, packets, found);
        }
    }

    private static void accept(@Nullable List<FlowIndex> some, Packets packets, Consumer<FlowIndex> found) {
        if (some != null) {
            for (FlowIndex index : some) {
                if (index.isLike(packets)) {
                    found.accept(index);
                }
            }
        }
    }

    /** What the rules of one index have in common. */
    private record Kind(UeScope ues, int protocol) {}
}
