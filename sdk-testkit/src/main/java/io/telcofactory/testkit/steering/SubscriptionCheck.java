package io.telcofactory.testkit.steering;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The rules by which the fake NEF accepts a subscription: those of the schema of TS 29.522, by presence of attributes. */
final class SubscriptionCheck {
    private static final List<String> SELECTORS = List.of("afAppId", "trafficFilters", "ethTrafficFilters");
    private static final List<String> TARGETS =
            List.of("ipv4Addr", "ipv6Addr", "macAddr", "gpsi", "externalGroupId", "anyUeInd");
    static final Set<String> PATCHABLE = Set.of(
            "appReloInd",
            "trafficFilters",
            "ethTrafficFilters",
            "trafficRoutes",
            "tfcCorrInd",
            "tempValidities",
            "validGeoZoneIds",
            "geoAreas",
            "afAckInd",
            "addrPreserInd",
            "simConnInd",
            "simConnTerm",
            "maxAllowedUpLat",
            "easIpReplaceInfos",
            "easRedisInd",
            "notificationDestination",
            "eventReq");

    private final boolean strict;
    private final List<String> broken = new ArrayList<>();

    private SubscriptionCheck(boolean strict) {
        this.strict = strict;
    }

    static void check(JsonNode sub, boolean strict) {
        SubscriptionCheck check = new SubscriptionCheck(strict);
        check.examine(sub);
        check.conclude();
    }

    static void checkPatch(JsonNode patch) {
        Set<String> fixed = new TreeSet<>();
        patch.fieldNames().forEachRemaining(fixed::add);
        fixed.removeAll(PATCHABLE);
        SubscriptionCheck check = new SubscriptionCheck(true);
        fixed.forEach(name -> check.add("/" + name, "can't be changed by PATCH"));
        check.conclude();
    }

    private void examine(JsonNode sub) {
        exactlyOne(sub, SELECTORS);
        exactlyOne(sub, TARGETS);
        if (sub.has("subscribedEvents") && !sub.has("notificationDestination")) {
            add("/notificationDestination", "is mandatory with subscribedEvents");
        }
        JsonNode flows = sub.path("trafficFilters");
        for (int i = 0; i < flows.size(); i++) {
            flow("/trafficFilters/" + i, flows.get(i));
        }
        JsonNode routes = sub.path("trafficRoutes");
        for (int i = 0; i < routes.size(); i++) {
            route("/trafficRoutes/" + i, routes.get(i));
        }
        JsonNode sst = sub.path("snssai").path("sst");
        if (sub.has("snssai") && (!sst.isInt() || sst.asInt() < 0 || sst.asInt() > 255)) {
            add("/snssai/sst", "must be 0 to 255");
        }
        if (sub.path("snssai").has("sd")
                && !sub.path("snssai").path("sd").asText().matches("[A-Fa-f0-9]{6}")) {
            add("/snssai/sd", "must be six hexadecimal digits");
        }
    }

    private void flow(String place, JsonNode flow) {
        int texts = flow.path("flowDescriptions").size();
        if (!flow.path("flowId").isInt()) {
            add(place + "/flowId", "is mandatory");
        }
        if (flow.has("flowDescriptions") && (texts < 1 || texts > 2)) {
            add(place + "/flowDescriptions", "has " + texts + " entries, 1 or 2 are allowed");
        }
        for (JsonNode text : flow.path("flowDescriptions")) {
            if (strict && PacketFilter.parse(text.asText()).isEmpty()) {
                add(place + "/flowDescriptions", "'" + text.asText() + "' is no flow description");
            }
        }
    }

    private void route(String place, JsonNode route) {
        if (!route.path("dnai").isTextual()) {
            add(place + "/dnai", "is mandatory");
        }
        if (strict && !route.has("routeInfo") && !route.has("routeProfId")) {
            add(place, "needs routeInfo or routeProfId");
        }
        if (route.hasNonNull("routeInfo")
                && !route.path("routeInfo").path("portNumber").isInt()) {
            add(place + "/routeInfo/portNumber", "is mandatory");
        }
    }

    private void exactlyOne(JsonNode sub, List<String> names) {
        long present = Stream.of(names.toArray(String[]::new)).filter(sub::has).count();
        if (present != 1) {
            add("/" + names.get(0), present + " of " + names + " are there, exactly one must be");
        }
    }

    private void add(String param, String reason) {
        broken.add(param);
        broken.add(reason);
    }

    private void conclude() {
        if (!broken.isEmpty()) {
            throw new Refused(FakeReply.problem(
                    400, "MANDATORY_IE_INCORRECT", "the request breaks the API", broken.toArray(String[]::new)));
        }
    }
}
