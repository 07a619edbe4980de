package io.telcofactory.upf.internal.mec;

import static io.telcofactory.upf.internal.json.JsonType.INTEGER;
import static io.telcofactory.upf.internal.json.JsonType.TEXT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telcofactory.upf.internal.json.JsonObject;
import io.telcofactory.upf.internal.json.JsonType;
import io.telcofactory.upf.mec.DestinationInterface;
import io.telcofactory.upf.mec.DnsRule;
import io.telcofactory.upf.mec.FilterType;
import io.telcofactory.upf.mec.InterfaceType;
import io.telcofactory.upf.mec.IpAddressType;
import io.telcofactory.upf.mec.RuleState;
import io.telcofactory.upf.mec.TrafficAction;
import io.telcofactory.upf.mec.TrafficFilter;
import io.telcofactory.upf.mec.TrafficRule;
import io.telcofactory.upf.mec.TunnelInfo;
import io.telcofactory.upf.mec.TunnelType;

/** Forms of ETSI MEC 011, V2.1.1 and V2.2.1. */
public final class MecJson {
    private static final String INTERFACES = "dstInterface";
    private static final JsonType<RuleState> STATE = TEXT.as(RuleState::new, RuleState::value);

    private static final JsonType<TunnelInfo> TUNNEL = JsonObject.of(
                    TunnelInfo.class, TunnelInfo::builder, TunnelInfo.Builder::build)
            .required(
                    "tunnelType",
                    TEXT.as(TunnelType::new, TunnelType::value),
                    TunnelInfo::tunnelType,
                    TunnelInfo.Builder::tunnelType)
            .optional("tunnelDstAddress", TEXT, TunnelInfo::tunnelDstAddress, TunnelInfo.Builder::tunnelDstAddress)
            .optional("tunnelSrcAddress", TEXT, TunnelInfo::tunnelSrcAddress, TunnelInfo.Builder::tunnelSrcAddress);

    private static final JsonType<DestinationInterface> INTERFACE = JsonObject.of(
                    DestinationInterface.class, DestinationInterface::builder, DestinationInterface.Builder::build)
            .required(
                    "interfaceType",
                    TEXT.as(InterfaceType::new, InterfaceType::value),
                    DestinationInterface::interfaceType,
                    DestinationInterface.Builder::interfaceType)
            .optional("tunnelInfo", TUNNEL, DestinationInterface::tunnelInfo, DestinationInterface.Builder::tunnelInfo)
            .optional(
                    "srcMacAddress",
                    TEXT,
                    DestinationInterface::srcMacAddress,
                    DestinationInterface.Builder::srcMacAddress)
            .optional(
                    "dstMacAddress",
                    TEXT,
                    DestinationInterface::dstMacAddress,
                    DestinationInterface.Builder::dstMacAddress)
            .optional(
                    "dstIpAddress",
                    TEXT,
                    DestinationInterface::dstIpAddress,
                    DestinationInterface.Builder::dstIpAddress);

    private static final JsonType<TrafficFilter> FILTER = JsonObject.of(
                    TrafficFilter.class, TrafficFilter::builder, TrafficFilter.Builder::build)
            .list("srcAddress", TEXT, TrafficFilter::srcAddress, TrafficFilter.Builder::srcAddress)
            .list("dstAddress", TEXT, TrafficFilter::dstAddress, TrafficFilter.Builder::dstAddress)
            .list("srcPort", TEXT, TrafficFilter::srcPort, TrafficFilter.Builder::srcPort)
            .list("dstPort", TEXT, TrafficFilter::dstPort, TrafficFilter.Builder::dstPort)
            .list("protocol", TEXT, TrafficFilter::protocol, TrafficFilter.Builder::protocol)
            .list("token", TEXT, TrafficFilter::token, TrafficFilter.Builder::token)
            .list("srcTunnelAddress", TEXT, TrafficFilter::srcTunnelAddress, TrafficFilter.Builder::srcTunnelAddress)
            .list("tgtTunnelAddress", TEXT, TrafficFilter::tgtTunnelAddress, TrafficFilter.Builder::tgtTunnelAddress)
            .list("srcTunnelPort", TEXT, TrafficFilter::srcTunnelPort, TrafficFilter.Builder::srcTunnelPort)
            .list("dstTunnelPort", TEXT, TrafficFilter::dstTunnelPort, TrafficFilter.Builder::dstTunnelPort)
            .optional("qCI", INTEGER, TrafficFilter::qCI, TrafficFilter.Builder::qCI)
            .optional("dSCP", INTEGER, TrafficFilter::dSCP, TrafficFilter.Builder::dSCP)
            .optional("tC", INTEGER, TrafficFilter::tC, TrafficFilter.Builder::tC);

    private static final JsonType<TrafficRule> RULE = JsonObject.of(
                    TrafficRule.class, TrafficRule::builder, TrafficRule.Builder::build)
            .required("trafficRuleId", TEXT, TrafficRule::trafficRuleId, TrafficRule.Builder::trafficRuleId)
            .required(
                    "filterType",
                    TEXT.as(FilterType::new, FilterType::value),
                    TrafficRule::filterType,
                    TrafficRule.Builder::filterType)
            .required("priority", INTEGER, TrafficRule::priority, TrafficRule.Builder::priority)
            .list("trafficFilter", FILTER, TrafficRule::trafficFilter, TrafficRule.Builder::trafficFilter)
            .required(
                    "action",
                    TEXT.as(TrafficAction::new, TrafficAction::value),
                    TrafficRule::action,
                    TrafficRule.Builder::action)
            .list("dstInterface", INTERFACE, TrafficRule::dstInterface, TrafficRule.Builder::dstInterface)
            .required("state", STATE, TrafficRule::state, TrafficRule.Builder::state);

    /** A DNS rule. */
    public static final JsonType<DnsRule> DNS_RULE = JsonObject.of(
                    DnsRule.class, DnsRule::builder, DnsRule.Builder::build)
            .required("dnsRuleId", TEXT, DnsRule::dnsRuleId, DnsRule.Builder::dnsRuleId)
            .required("domainName", TEXT, DnsRule::domainName, DnsRule.Builder::domainName)
            .required(
                    "ipAddressType",
                    TEXT.as(IpAddressType::new, IpAddressType::value),
                    DnsRule::ipAddressType,
                    DnsRule.Builder::ipAddressType)
            .required("ipAddress", TEXT, DnsRule::ipAddress, DnsRule.Builder::ipAddress)
            .optional("ttl", INTEGER, DnsRule::ttl, DnsRule.Builder::ttl)
            .required("state", STATE, DnsRule::state, DnsRule.Builder::state);

    /** A traffic rule of V2.2.1: a list of interfaces. Reading takes both forms. */
    public static final JsonType<TrafficRule> TRAFFIC_RULE_2_2 = JsonType.of(MecJson::writeList, MecJson::readAny);

    /** A traffic rule of V2.1.1: a single interface. Reading takes both forms. */
    public static final JsonType<TrafficRule> TRAFFIC_RULE_2_1 = JsonType.of(MecJson::writeSingle, MecJson::readAny);

    private MecJson() {}

    private static JsonNode writeList(TrafficRule rule) {
        JsonNode node = RULE.write(rule);
        if (!node.has("trafficFilter")) {
            ((ObjectNode) node).putArray("trafficFilter");
        }
        return node;
    }

    private static JsonNode writeSingle(TrafficRule rule) {
        ObjectNode node = (ObjectNode) writeList(rule);
        if (node.has(INTERFACES)) {
            node.set(INTERFACES, node.get(INTERFACES).get(0));
        }
        return node;
    }

    private static TrafficRule readAny(JsonNode node) {
        if (!node.path(INTERFACES).isObject()) {
            return RULE.read(node);
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode().add(node.get(INTERFACES));
        return RULE.read(((ObjectNode) node.deepCopy()).set(INTERFACES, list));
    }
}
