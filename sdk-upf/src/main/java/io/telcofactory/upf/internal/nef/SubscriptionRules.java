package io.telcofactory.upf.internal.nef;

import io.telcofactory.api.network.Dnn;
import io.telcofactory.upf.flow.FlowDescription;
import io.telcofactory.upf.flow.IpPrefix;
import io.telcofactory.upf.internal.json.Violations;
import io.telcofactory.upf.nef.EthFlowDescription;
import io.telcofactory.upf.nef.FlowInfo;
import io.telcofactory.upf.nef.Leniency;
import io.telcofactory.upf.nef.RouteToLocation;
import io.telcofactory.upf.nef.TemporalValidity;
import io.telcofactory.upf.nef.TrafficInfluSub;
import io.telcofactory.upf.nef.TrafficInfluSubPatch;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rules of TrafficInfluence that can be seen in the message itself: those of the schema, and those that a core would
 * answer with silence or a crash. Values are not refused when they are built, since subscriptions of others must be
 * readable too; they are refused before they are sent.
 */
public final class SubscriptionRules {
    private static final Pattern MAC = Pattern.compile("[0-9a-fA-F]{2}(-[0-9a-fA-F]{2}){5}");
    private static final Pattern GPSI = Pattern.compile("msisdn-[0-9]{5,15}|extid-[^@]+@[^@]+|.+");
    private static final Pattern GROUP = Pattern.compile("[^@]+@[^@]+");
    private static final Pattern FEATURES = Pattern.compile("[A-Fa-f0-9]*");

    private final Set<Leniency> leniencies;
    private final Violations found = new Violations("TS 29.522");

    private SubscriptionRules(Set<Leniency> leniencies) {
        this.leniencies = leniencies;
    }

    /**
     * Returns what is wrong with a subscription.
     *
     * @param sub what is to be sent
     * @param leniencies rules not to insist on
     * @return the broken rules
     */
    public static Violations broken(TrafficInfluSub sub, Set<Leniency> leniencies) {
        SubscriptionRules rules = new SubscriptionRules(leniencies);
        rules.selector(sub);
        rules.target(sub);
        rules.formats(sub);
        rules.flows(sub.trafficFilters());
        rules.ethernet(sub.ethTrafficFilters());
        rules.routes(sub.trafficRoutes());
        rules.validities(sub.tempValidities());
        rules.found.require(
                sub.subscribedEvents().isEmpty()
                        || sub.notificationDestination().isPresent(),
                "/notificationDestination is missing: subscribedEvents needs it");
        return rules.found;
    }

    /**
     * Returns what is wrong with a change.
     *
     * @param patch what is to be sent
     * @param leniencies rules not to insist on
     * @return the broken rules
     */
    public static Violations broken(TrafficInfluSubPatch patch, Set<Leniency> leniencies) {
        SubscriptionRules rules = new SubscriptionRules(leniencies);
        rules.flows(patch.trafficFilters());
        rules.ethernet(patch.ethTrafficFilters());
        rules.routes(patch.trafficRoutes());
        rules.validities(patch.tempValidities().value().orElse(List.of()));
        rules.found.require(
                patch.trafficFilters().isEmpty() || patch.ethTrafficFilters().isEmpty(),
                "/trafficFilters and /ethTrafficFilters are both set: one of them selects the traffic");
        return rules.found;
    }

    private void selector(TrafficInfluSub sub) {
        long selectors = Stream.of(
                        sub.afAppId().isPresent(),
                        !sub.trafficFilters().isEmpty(),
                        !sub.ethTrafficFilters().isEmpty())
                .filter(present -> present)
                .count();
        found.require(
                selectors == 1,
                "has " + selectors
                        + " of afAppId, trafficFilters and ethTrafficFilters: exactly one selects the traffic");
    }

    private void target(TrafficInfluSub sub) {
        long targets = Stream.of(
                        sub.ipv4Addr(),
                        sub.ipv6Addr(),
                        sub.macAddr(),
                        sub.gpsi(),
                        sub.externalGroupId(),
                        sub.anyUeInd())
                .filter(Optional::isPresent)
                .count();
        found.require(
                targets == 1,
                "has " + targets
                        + " of ipv4Addr, ipv6Addr, macAddr, gpsi, externalGroupId and anyUeInd: exactly one names"
                        + " the UEs, and anyUeInd counts even when it is false");
        found.require(
                sub.ipDomain().isEmpty() || sub.ipv4Addr().isPresent(),
                "/ipDomain is given without ipv4Addr, which it belongs to");
    }

    private void formats(TrafficInfluSub sub) {
        sub.dnn().ifPresent(dnn -> found.attempt("/dnn", () -> new Dnn(dnn)));
        sub.ipv4Addr().ifPresent(a -> found.attempt("/ipv4Addr", () -> IpPrefix.oneV4(a)));
        sub.ipv6Addr().ifPresent(a -> found.attempt("/ipv6Addr", () -> IpPrefix.oneV6(a)));
        found.match("/macAddr", sub.macAddr(), MAC, "six hexadecimal octets with hyphens");
        found.match("/gpsi", sub.gpsi(), GPSI, "msisdn-DIGITS or extid-LOCAL@DOMAIN");
        found.match("/externalGroupId", sub.externalGroupId(), GROUP, "LOCAL@DOMAIN");
        found.match("/suppFeat", sub.suppFeat(), FEATURES, "hexadecimal digits");
        found.between("/maxAllowedUpLat", sub.maxAllowedUpLat(), 0, Integer.MAX_VALUE);
        found.between("/eventReq/sampRatio", sub.eventReq().flatMap(r -> r.sampRatio()), 1, 100);
    }

    private void flows(List<FlowInfo> flows) {
        Set<Integer> ids = new HashSet<>();
        for (int i = 0; i < flows.size(); i++) {
            FlowInfo flow = flows.get(i);
            String place = "/trafficFilters/" + i;
            found.require(ids.add(flow.flowId()), place + "/flowId = " + flow.flowId() + " is used twice");
            int texts = flow.flowDescriptions().size();
            found.require(
                    texts == 1 || texts == 2,
                    place + "/flowDescriptions has " + texts
                            + " entries: one flow has one or two, uplink and downlink; further ranges are flows of their own");
            if (!leniencies.contains(Leniency.ANY_FLOW_DESCRIPTION)) {
                flow.flowDescriptions()
                        .forEach(text -> found.attempt(place + "/flowDescriptions", () -> FlowDescription.split(text)));
            }
        }
    }

    private void ethernet(List<EthFlowDescription> flows) {
        for (int i = 0; i < flows.size(); i++) {
            EthFlowDescription flow = flows.get(i);
            String place = "/ethTrafficFilters/" + i;
            found.require(flow.vlanTags().size() <= 2, place + "/vlanTags has more than two tags");
            found.match(place + "/destMacAddr", flow.destMacAddr(), MAC, "six hexadecimal octets with hyphens");
            found.match(place + "/sourceMacAddr", flow.sourceMacAddr(), MAC, "six hexadecimal octets with hyphens");
        }
    }

    private void routes(List<RouteToLocation> routes) {
        if (leniencies.contains(Leniency.ROUTE_WITHOUT_PROFILE)) {
            return;
        }
        for (int i = 0; i < routes.size(); i++) {
            RouteToLocation route = routes.get(i);
            found.require(
                    route.routeInfo().isPresent() || route.routeProfId().isPresent(),
                    "/trafficRoutes/" + i + " names DNAI '" + route.dnai()
                            + "' without routeInfo and routeProfId: the standard wants one of them");
        }
    }

    private void validities(List<TemporalValidity> validities) {
        for (int i = 0; i < validities.size(); i++) {
            TemporalValidity span = validities.get(i);
            boolean ordered = span.startTime().isEmpty()
                    || span.stopTime().isEmpty()
                    || span.startTime().get().isBefore(span.stopTime().get());
            found.require(ordered, "/tempValidities/" + i + " ends at " + span.stopTime() + ", before it begins");
        }
    }
}
