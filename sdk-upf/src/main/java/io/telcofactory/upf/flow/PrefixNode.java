package io.telcofactory.upf.flow;

import io.telcofactory.api.network.PortRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** The rules of one range of server addresses, by the UEs, protocols and ports they are about. */
final class PrefixNode {
    private static final int ALL_PORTS = 65_535;

    private final Map<UeScope, Map<Integer, List<int[]>>> intervals = new HashMap<>();
    private final Map<UeScope, Map<Integer, PortIndex>> ports = new HashMap<>();
    private final Map<Optional<?>, List<UeScope>> byDnn = new HashMap<>();
    private final Map<Optional<?>, List<UeScope>> bySlice = new HashMap<>();

    void add(int number, FlowRule rule) {
        FlowDescription flow = rule.flow();
        intervals
                .computeIfAbsent(rule.ues(), this::newScope)
                .computeIfAbsent(flow.protocol().number(), p -> new ArrayList<>())
                .add(new int[] {low(flow), high(flow), number});
    }

    private Map<Integer, List<int[]>> newScope(UeScope ues) {
        byDnn.computeIfAbsent(ues.dnn(), d -> new ArrayList<>()).add(ues);
        bySlice.computeIfAbsent(ues.snssai(), s -> new ArrayList<>()).add(ues);
        return new HashMap<>();
    }

    void seal() {
        intervals.forEach((ues, protocols) -> {
            Map<Integer, PortIndex> indexes = new HashMap<>();
            protocols.forEach((protocol, list) -> indexes.put(protocol, new PortIndex(list)));
            ports.put(ues, indexes);
        });
        intervals.clear();
    }

    /** Tells of each rule here that shares server ports, protocol and UEs with a rule. */
    void overlapping(FlowRule rule, IntConsumer found) {
        FlowDescription flow = rule.flow();
        scopes(rule.ues()).forEach(ues -> {
            Map<Integer, PortIndex> protocols = ports.get(ues);
            if (protocols == null) {
                return;
            }
            if (flow.protocol().number() == 0) {
                protocols.values().forEach(index -> index.overlapping(low(flow), high(flow), found));
            } else {
                search(protocols, flow.protocol().number(), low(flow), high(flow), found);
            }
        });
    }

    /** Tells of each rule here that a packet to a server belongs to. */
    void matching(UeScope ues, int protocol, int port, IntConsumer found) {
        scopes(ues).forEach(scope -> {
            Map<Integer, PortIndex> protocols = ports.get(scope);
            if (protocols != null) {
                search(protocols, protocol, port, port, found);
            }
        });
    }

    private static void search(Map<Integer, PortIndex> protocols, int protocol, int low, int high, IntConsumer found) {
        PortIndex exact = protocols.get(protocol);
        if (exact != null) {
            exact.overlapping(low, high, found);
        }
        PortIndex every = protocols.get(0);
        if (every != null) {
            every.overlapping(low, high, found);
        }
    }

    private Stream<UeScope> scopes(UeScope ues) {
        if (ues.dnn().isPresent() && ues.snssai().isPresent()) {
            return Stream.of(
                    ues,
                    new UeScope(ues.dnn(), Optional.empty()),
                    new UeScope(Optional.empty(), ues.snssai()),
                    UeScope.ALL);
        }
        if (ues.dnn().isPresent()) {
            return Stream.of(ues.dnn(), Optional.empty()).flatMap(dnn -> byDnn.getOrDefault(dnn, List.of()).stream());
        }
        if (ues.snssai().isPresent()) {
            return Stream.of(ues.snssai(), Optional.empty())
                    .flatMap(slice -> bySlice.getOrDefault(slice, List.of()).stream());
        }
        return ports.keySet().stream();
    }

    private static int low(FlowDescription flow) {
        return flow.from().ports().map(PortRange::first).orElse(0);
    }

    private static int high(FlowDescription flow) {
        return flow.from().ports().map(PortRange::last).orElse(ALL_PORTS);
    }
}
