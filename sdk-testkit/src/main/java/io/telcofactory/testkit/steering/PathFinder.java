package io.telcofactory.testkit.steering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telcofactory.api.spi.Time;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Decides where a packet leaves the network. Among the subscriptions that apply to it, one for a single UE goes before one
 * for a group, and that before one for all; then the narrower filter, then the older subscription. (A real network orders
 * by the precedence that its PCF gives the rules, which no interface tells.) Guarded by the lock of its server.
 */
final class PathFinder {
    private final Map<String, UeSession> sessions = new LinkedHashMap<>();
    private final SubscriptionStore subscriptions;
    private final PfdStore pfds;
    private final Time time;

    PathFinder(SubscriptionStore subscriptions, PfdStore pfds, Time time) {
        this.subscriptions = subscriptions;
        this.pfds = pfds;
        this.time = time;
    }

    void attach(UeSession session) {
        sessions.put(IpText.canonical(session.address()), session);
    }

    PacketPath route(Packet packet) {
        UeSession session = sessions.get(IpText.canonical(packet.ue()));
        if (session == null) {
            throw new IllegalArgumentException("packet.ue = '" + packet.ue() + "' has no session; attach it first");
        }
        List<Match> matches = new ArrayList<>();
        List<String> misses = new ArrayList<>();
        for (SubscriptionStore.Entry entry : subscriptions.all()) {
            JsonNode rule = entry.active;
            if (rule == null) {
                misses.add("subscription " + entry.id
                        + (entry.unacknowledged ? " waits for an acknowledgement" : " is stored but not active"));
                continue;
            }
            Optional<String> foreign = whyNot(rule, session);
            Optional<PacketFilter> filter = foreign.isPresent()
                    ? Optional.empty()
                    : filters(rule)
                            .filter(f -> f.matches(packet))
                            .max(Comparator.comparingInt(PacketFilter::specificity));
            if (filter.isPresent()) {
                matches.add(new Match(entry.id, rule, filter.get()));
            } else {
                misses.add("subscription " + entry.id + ": " + foreign.orElse("no filter matches the packet"));
            }
        }
        return matches.stream()
                .min(Comparator.comparingInt(Match::reach).thenComparing(m -> -m.filter.specificity()))
                .map(this::local)
                .orElseGet(() ->
                        PacketPath.central(misses.isEmpty() ? "there is no subscription" : String.join("; ", misses)));
    }

    private PacketPath local(Match match) {
        String dnai = match.rule.path("trafficRoutes").path(0).path("dnai").asText("");
        if (dnai.isEmpty()) {
            return new PacketPath(
                    Optional.empty(), Optional.of(match.id), "subscription " + match.id + " names no route");
        }
        return PacketPath.local(dnai, match.id, "subscription " + match.id + " matches by " + match.filter);
    }

    private Optional<String> whyNot(JsonNode rule, UeSession session) {
        if (rule.has("dnn") && !rule.path("dnn").asText().equalsIgnoreCase(session.dnn())) {
            return Optional.of("is for DNN " + rule.path("dnn").asText());
        }
        if (rule.has("snssai") && !snssai(rule.path("snssai")).equalsIgnoreCase(session.snssai())) {
            return Optional.of("is for slice " + snssai(rule.path("snssai")));
        }
        if (!names(rule, session)) {
            return Optional.of("is for other UEs");
        }
        return valid(rule) ? Optional.empty() : Optional.of("is not valid at this time");
    }

    private static boolean names(JsonNode rule, UeSession session) {
        return rule.path("anyUeInd").asBoolean()
                || IpText.same(rule.path("ipv4Addr").asText(), session.address())
                || IpText.same(rule.path("ipv6Addr").asText(), session.address())
                || session.gpsi()
                        .filter(id -> id.equals(rule.path("gpsi").asText()))
                        .isPresent()
                || session.groups().contains(rule.path("externalGroupId").asText());
    }

    private boolean valid(JsonNode rule) {
        Instant now = time.now();
        JsonNode spans = rule.path("tempValidities");
        return spans.isEmpty()
                || StreamSupport.stream(spans.spliterator(), false)
                        .anyMatch(span -> !now.isBefore(instant(span, "startTime", Instant.MIN))
                                && now.isBefore(instant(span, "stopTime", Instant.MAX)));
    }

    private static Instant instant(JsonNode span, String name, Instant absent) {
        return span.has(name) ? OffsetDateTime.parse(span.path(name).asText()).toInstant() : absent;
    }

    private static String snssai(JsonNode snssai) {
        return snssai.path("sst").asText()
                + (snssai.has("sd") ? "-" + snssai.path("sd").asText() : "");
    }

    private Stream<PacketFilter> filters(JsonNode rule) {
        Stream<String> texts = rule.has("afAppId")
                ? pfds.flowsOf(rule.path("afAppId").asText()).stream()
                : StreamSupport.stream(rule.path("trafficFilters").spliterator(), false)
                        .flatMap(flow -> StreamSupport.stream(
                                flow.path("flowDescriptions").spliterator(), false))
                        .map(JsonNode::asText);
        return texts.flatMap(text -> PacketFilter.parse(text).stream());
    }

    /** Returns one notification for each subscription that is active, or waits, and wants them and each UE it is about. */
    List<Notification> notifications(SubscriptionStore store) {
        List<Notification> all = new ArrayList<>();
        for (SubscriptionStore.Entry entry : store.all()) {
            JsonNode rule = entry.unacknowledged ? entry.content : entry.active;
            if (rule == null || !rule.has("notificationDestination") || !rule.has("subscribedEvents")) {
                continue;
            }
            URI destination = URI.create(rule.path("notificationDestination").asText());
            sessions.values().stream()
                    .filter(session -> whyNot(rule, session).isEmpty() && mayMove(rule, session))
                    .forEach(session -> all.add(Notification.of(
                            destination,
                            "application/json",
                            event(rule, session).toString())));
        }
        return all;
    }

    /** The path of a UE changes only if some filter may take its packets; those of an application may be known elsewhere. */
    private boolean mayMove(JsonNode rule, UeSession session) {
        return rule.has("afAppId") || filters(rule).anyMatch(filter -> filter.isAbout(session.address()));
    }

    private static ObjectNode event(JsonNode rule, UeSession session) {
        ObjectNode event = FakeReply.JSON.createObjectNode();
        if (rule.has("afTransId")) {
            event.set("afTransId", rule.get("afTransId"));
        }
        event.put("dnaiChgType", "LATE").put("subscribedEvent", "UP_PATH_CHANGE");
        JsonNode route = rule.path("trafficRoutes").path(0);
        if (route.isObject()) {
            event.set("targetTrafficRoute", route);
            event.set("targetDnai", route.get("dnai"));
        }
        session.gpsi().ifPresent(gpsi -> event.put("gpsi", gpsi));
        if (session.address().indexOf(':') < 0) {
            event.put("tgtUeIpv4Addr", session.address());
        } else {
            event.put("tgtUeIpv6Prefix", IpText.sessionPrefix(session.address()));
        }
        if (rule.path("afAckInd").asBoolean()) {
            event.put("afAckUri", rule.path("self").asText() + "/ack");
        }
        return event;
    }

    private record Match(String id, JsonNode rule, PacketFilter filter) {
        int reach() {
            if (rule.path("anyUeInd").asBoolean()) {
                return 2;
            }
            return rule.has("externalGroupId") ? 1 : 0;
        }
    }
}
