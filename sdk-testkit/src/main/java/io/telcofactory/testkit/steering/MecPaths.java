package io.telcofactory.testkit.steering;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Decides what a MEC platform does with a packet of a UE. Of the active rules one of whose filters fits, the one with the
 * lowest priority number decides (V2.2.1: 0 is the highest), then the first application and rule. Addresses are single ones
 * or prefixes; the ranges {@code A-B} that the specification also allows are not read.
 */
final class MecPaths {
    private static final List<String> UNSEEN = List.of(
            "token", "srcTunnelAddress", "tgtTunnelAddress", "srcTunnelPort", "dstTunnelPort", "qCI", "dSCP", "tC");

    private MecPaths() {}

    /** Routes a packet by the rules given, each under {@code APPLICATION/RULE}. */
    static MecVerdict route(Map<String, JsonNode> rules, Packet packet) {
        List<Map.Entry<String, JsonNode>> fitting = new ArrayList<>();
        List<String> misses = new ArrayList<>();
        for (Map.Entry<String, JsonNode> rule : rules.entrySet()) {
            Optional<String> reason = whyNot(rule.getValue(), packet);
            if (reason.isEmpty()) {
                fitting.add(rule);
            } else {
                misses.add("rule " + rule.getKey() + " " + reason.get());
            }
        }
        return fitting.stream()
                .min(Comparator.comparingInt(rule -> priority(rule.getValue())))
                .map(rule -> decided(rule.getKey(), rule.getValue(), fitting.size() - 1))
                .orElseGet(() -> new MecVerdict(
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        misses.isEmpty() ? "there is no rule" : String.join("; ", misses)));
    }

    private static int priority(JsonNode rule) {
        return rule.path("priority").asInt();
    }

    private static MecVerdict decided(String name, JsonNode rule, int others) {
        String why = "rule " + name + " fits"
                + (others == 0 ? "" : " and goes before " + others + " others by its priority " + priority(rule));
        return new MecVerdict(
                Optional.of(rule.path("action").asText()),
                interfaces(rule.path("dstInterface")).map(MecPaths::words).toList(),
                Optional.of(name),
                why);
    }

    /** V2.1.1 has one interface, V2.2.1 a list. */
    private static Stream<JsonNode> interfaces(JsonNode destination) {
        return destination.isObject() ? Stream.of(destination) : StreamSupport.stream(destination.spliterator(), false);
    }

    private static String words(JsonNode destination) {
        String address = Stream.of("dstIpAddress", "dstMacAddress")
                .map(name -> destination.path(name).asText())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseGet(() -> destination.at("/tunnelInfo/tunnelDstAddress").asText());
        return (destination.path("interfaceType").asText() + " " + address).strip();
    }

    private static Optional<String> whyNot(JsonNode rule, Packet packet) {
        if (!rule.path("state").asText().equals("ACTIVE")) {
            return Optional.of("is " + rule.path("state").asText());
        }
        List<String> reasons = new ArrayList<>();
        for (JsonNode filter : rule.path("trafficFilter")) {
            Optional<String> reason = filterMiss(filter, packet);
            if (reason.isEmpty()) {
                return reason;
            }
            reasons.add(reason.get());
        }
        return Optional.of(reasons.isEmpty() ? "has no filter" : String.join(", ", reasons));
    }

    private static Optional<String> filterMiss(JsonNode filter, Packet packet) {
        Optional<String> unseen = UNSEEN.stream().filter(filter::has).findFirst();
        if (unseen.isPresent()) {
            return Optional.of("looks at " + unseen.get() + ", which is below this packet");
        }
        if (!any(filter.path("srcAddress"), range -> holds(range, packet.ue()))) {
            return Optional.of("is for other UEs");
        }
        if (!any(filter.path("dstAddress"), range -> holds(range, packet.destination()))) {
            return Optional.of("is for other servers");
        }
        if (!any(filter.path("protocol"), text -> text.equals(Integer.toString(packet.protocol())))) {
            return Optional.of("is for other protocols");
        }
        return any(filter.path("srcPort"), range -> holdsPort(range, packet.sourcePort()))
                        && any(filter.path("dstPort"), range -> holdsPort(range, packet.destinationPort()))
                ? Optional.empty()
                : Optional.of("is for other ports");
    }

    /** An attribute that is absent fits everything. */
    private static boolean any(JsonNode values, Predicate<String> fits) {
        return values.isEmpty()
                || StreamSupport.stream(values.spliterator(), false)
                        .map(JsonNode::asText)
                        .anyMatch(fits);
    }

    private static boolean holds(String range, String address) {
        return PacketFilter.Side.of(range).holds(address, 0);
    }

    private static boolean holdsPort(String range, int port) {
        int dash = range.indexOf('-');
        int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
        int last = Integer.parseInt(range.substring(dash + 1));
        return first <= port && port <= last;
    }
}
