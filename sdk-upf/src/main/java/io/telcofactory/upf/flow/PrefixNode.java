package io.telcofactory.upf.flow;

import io.telcofactory.api.network.PortRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules of one range of server addresses, by the UEs and protocols they are about. */
final class PrefixNode {
    private static final int ALL_PORTS = 65_535;

    /** So few sets of UEs are looked through one by one, which spares most nodes two maps. */
    private static final int FEW = 8;

    private final Map<UeScope, Map<Integer, FlowIndex>> indexes = new HashMap<>(2);
    private Map<Optional<?>, List<UeScope>> byDnn = Map.of();
    private Map<Optional<?>, List<UeScope>> bySlice = Map.of();

    void add(int number, FlowRule rule) {
        indexes.computeIfAbsent(rule.ues(), ues -> new HashMap<>(2))
                .computeIfAbsent(rule.flow().protocol().number(), p -> new FlowIndex())
                .add(number, rule.flow());
    }

    void seal() {
        indexes.values().forEach(protocols -> protocols.values().forEach(FlowIndex::seal));
        if (indexes.size() > FEW) {
            byDnn = indexes.keySet().stream().collect(Collectors.groupingBy(UeScope::dnn));
            bySlice = indexes.keySet().stream().collect(Collectors.groupingBy(UeScope::snssai));
        }
    }

    /** Tells of rules here among which are all that share packets with a rule. */
    void candidates(FlowRule rule, List<UeScope> known, IntConsumer found) {
        FlowDescription flow = rule.flow();
        search(scopes(rule.ues(), known), flow.protocol().number(), index -> candidates(index, flow, found));
    }

    private static void candidates(FlowIndex index, FlowDescription flow, IntConsumer found) {
        index.candidates(low(flow), high(flow), flow.to().address(), found);
    }

    /** Returns how many rules here share packets with a rule, itself among them if it is here. */
    long count(FlowRule rule, List<UeScope> known, List<FlowRule> all) {
        FlowDescription flow = rule.flow();
        long[] count = {0};
        search(scopes(rule.ues(), known), flow.protocol().number(), index -> {
            if (index.isByPorts(flow.to())) {
                count[0] += index.count(low(flow), high(flow));
            } else {
                candidates(
                        index, flow, other -> count[0] += all.get(other).flow().overlaps(flow) ? 1 : 0);
            }
        });
        return count[0];
    }

    /** Tells of rules here among which are all that a packet to a server belongs to. */
    void matching(UeScope ues, List<UeScope> known, int protocol, int port, IpPrefix ue, IntConsumer found) {
        search(scopes(ues, known), protocol, index -> index.candidates(port, port, ue, found));
    }

    /** Finds the indexes whose rules may share UEs and protocol; protocol 0 is every protocol. */
    private void search(List<UeScope> ues, int protocol, Consumer<FlowIndex> found) {
        for (UeScope scope : ues) {
            Map<Integer, FlowIndex> protocols = indexes.get(scope);
            if (protocols == null) {
                continue;
            }
            if (protocol == 0) {
                protocols.values().forEach(found);
            } else {
                accept(protocols.get(protocol), found);
                accept(protocols.get(0), found);
            }
        }
    }

    private static void accept(@Nullable FlowIndex index, Consumer<FlowIndex> found) {
        if (index != null) {
            found.accept(index);
        }
    }

    /**
     * Returns the sets of UEs that may share some with these: a closed list when both data network and slice are known, which
     * {@code known} then is; else those that are here.
     */
    private List<UeScope> scopes(UeScope ues, List<UeScope> known) {
        if (!known.isEmpty()) {
            return known;
        }
        if (indexes.size() <= FEW) {
            return indexes.keySet().stream().filter(ues::overlaps).toList();
        }
        if (ues.dnn().isPresent()) {
            return joined(byDnn, ues.dnn());
        }
        if (ues.snssai().isPresent()) {
            return joined(bySlice, ues.snssai());
        }
        return List.copyOf(indexes.keySet());
    }

    private static List<UeScope> joined(Map<Optional<?>, List<UeScope>> map, Optional<?> key) {
        List<UeScope> all = new ArrayList<>(map.getOrDefault(key, List.of()));
        all.addAll(map.getOrDefault(Optional.empty(), List.of()));
        return all;
    }

    /** Returns the sets that may share UEs with one of which data network and slice are known, else none. */
    static List<UeScope> known(UeScope ues) {
        return ues.dnn().isEmpty() || ues.snssai().isEmpty()
                ? List.of()
                : List.of(
                        ues,
                        new UeScope(ues.dnn(), Optional.empty()),
                        new UeScope(Optional.empty(), ues.snssai()),
                        UeScope.ALL);
    }

    static int low(FlowDescription flow) {
        return flow.from().ports().map(PortRange::first).orElse(0);
    }

    static int high(FlowDescription flow) {
        return flow.from().ports().map(PortRange::last).orElse(ALL_PORTS);
    }
}
