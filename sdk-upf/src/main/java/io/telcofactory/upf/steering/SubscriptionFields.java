package io.telcofactory.upf.steering;

import io.telcofactory.upf.flow.FlowDescription;
import io.telcofactory.upf.nef.RouteToLocation;
import io.telcofactory.upf.nef.TrafficInfluSub;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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
        return fields;
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
