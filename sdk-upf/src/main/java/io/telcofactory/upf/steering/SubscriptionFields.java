package io.telcofactory.upf.steering;

import io.telcofactory.upf.flow.FlowDescription;
import io.telcofactory.upf.nef.RouteToLocation;
import io.telcofactory.upf.nef.SubscribedEvent;
import io.telcofactory.upf.nef.TrafficInfluSub;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parts of a subscription that the SDK sets, in a normal form in which equal means equal to the network: flow
 * descriptions in one spelling and order, names without regard to case.
 */
final class SubscriptionFields {
    /** What a PATCH may change; all else, the transaction too, needs a PUT. */
    static final Set<String> PATCHABLE = Set.of("trafficFilters", "trafficRoutes");

    private SubscriptionFields() {}

    /** Where path changes are told; without a receiver of ours it is the business of others. */
    private static final String NOTIFICATIONS = "notifications";

    static Map<String, String> of(TrafficInfluSub sub) {
        Map<String, String> fields = new LinkedHashMap<>();
        sub.afAppId().ifPresent(id -> fields.put("afAppId", id));
        sub.dnn().ifPresent(dnn -> fields.put("dnn", dnn.toLowerCase(Locale.ROOT)));
        sub.snssai().ifPresent(slice -> fields.put("snssai", slice.toString()));
        ues(sub).ifPresent(ues -> fields.put("ues", ues));
        if (!sub.trafficFilters().isEmpty()) {
            fields.put("trafficFilters", flows(sub));
        }
        if (!sub.trafficRoutes().isEmpty()) {
            fields.put(
                    "trafficRoutes",
                    sub.trafficRoutes().stream().map(SubscriptionFields::route).collect(Collectors.joining("; ")));
        }
        if (!sub.subscribedEvents().isEmpty()) {
            fields.put(NOTIFICATIONS, notifications(sub));
        }
        return fields;
    }

    /** The address ends in a secret, so that only its host is shown, and a digest by which a change is seen. */
    private static String notifications(TrafficInfluSub sub) {
        String events = sub.subscribedEvents().stream()
                .map(SubscribedEvent::value)
                .sorted()
                .collect(Collectors.joining(", "));
        return events
                + sub.dnaiChgType().map(type -> " " + type.value()).orElse("")
                + sub.notificationDestination()
                        .map(address -> " to " + address.getHost() + " (" + Digest.of(address.toString()) + ")")
                        .orElse("")
                + (sub.afAckInd().orElse(false) ? ", acknowledged" : "");
    }

    /** Returns the fields in which two subscriptions differ. */
    static Set<String> different(TrafficInfluSub live, TrafficInfluSub wanted) {
        Map<String, String> a = of(live);
        Map<String, String> b = of(wanted);
        Set<String> paths = new HashSet<>(a.keySet());
        paths.addAll(b.keySet());
        paths.removeIf(path -> Objects.equals(a.get(path), b.get(path)));
        if (!b.containsKey(NOTIFICATIONS)) {
            paths.remove(NOTIFICATIONS);
        }
        return paths;
    }

    /** Sets what is ours in what is there, so that attributes which others added survive a PUT. */
    static TrafficInfluSub overlay(TrafficInfluSub live, TrafficInfluSub wanted) {
        TrafficInfluSub.Builder overlay = live.toBuilder();
        if (wanted.notificationDestination().isPresent()) {
            overlay.subscribedEvents(wanted.subscribedEvents())
                    .dnaiChgType(wanted.dnaiChgType())
                    .notificationDestination(wanted.notificationDestination())
                    .afAckInd(wanted.afAckInd());
        }
        return overlay.self(Optional.empty())
                .eventReports(List.of())
                .afTransId(wanted.afTransId())
                .afAppId(wanted.afAppId())
                .dnn(wanted.dnn())
                .snssai(wanted.snssai())
                .anyUeInd(wanted.anyUeInd())
                .externalGroupId(Optional.empty())
                .gpsi(Optional.empty())
                .ipv4Addr(Optional.empty())
                .ipDomain(Optional.empty())
                .ipv6Addr(Optional.empty())
                .macAddr(Optional.empty())
                .trafficFilters(wanted.trafficFilters())
                .ethTrafficFilters(List.of())
                .trafficRoutes(wanted.trafficRoutes())
                .build();
    }

    private static Optional<String> ues(TrafficInfluSub sub) {
        return Stream.of(
                        sub.anyUeInd().filter(any -> any).map(any -> "any"),
                        sub.externalGroupId().map(id -> "group " + id),
                        sub.gpsi(),
                        sub.ipv4Addr(),
                        sub.ipv6Addr(),
                        sub.macAddr())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static String flows(TrafficInfluSub sub) {
        return sub.trafficFilters().stream()
                .flatMap(flow -> flow.flowDescriptions().stream())
                .flatMap(SubscriptionFields::spelling)
                .distinct()
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private static Stream<String> spelling(String text) {
        try {
            return FlowDescription.split(text).stream().map(FlowDescription::toString);
        } catch (IllegalArgumentException e) {
            // Somebody else wrote it; as it differs from what is wanted in any spelling, it will be replaced.
            return Stream.of(text);
        }
    }

    private static String route(RouteToLocation route) {
        return "DNAI " + route.dnai()
                + route.routeProfId().map(id -> " profile " + id).orElse("")
                + route.routeInfo().map(info -> " tunnel " + info).orElse("");
    }
}
