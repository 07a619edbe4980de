package io.telcofactory.upf.internal.nef;

import static io.telcofactory.upf.internal.json.JsonType.BOOLEAN;
import static io.telcofactory.upf.internal.json.JsonType.INTEGER;
import static io.telcofactory.upf.internal.json.JsonType.LINK;
import static io.telcofactory.upf.internal.json.JsonType.TEXT;
import static io.telcofactory.upf.internal.json.JsonType.TIME;

import io.telcofactory.api.network.Snssai;
import io.telcofactory.upf.internal.json.JsonObject;
import io.telcofactory.upf.internal.json.JsonType;
import io.telcofactory.upf.nef.EasIpReplacementInfo;
import io.telcofactory.upf.nef.EasServerAddress;
import io.telcofactory.upf.nef.EthFlowDescription;
import io.telcofactory.upf.nef.FlowDirection;
import io.telcofactory.upf.nef.FlowInfo;
import io.telcofactory.upf.nef.IpAddr;
import io.telcofactory.upf.nef.NotificationFlag;
import io.telcofactory.upf.nef.NotificationMethod;
import io.telcofactory.upf.nef.PartitioningCriteria;
import io.telcofactory.upf.nef.ReportingInformation;
import io.telcofactory.upf.nef.RouteInformation;
import io.telcofactory.upf.nef.RouteToLocation;
import io.telcofactory.upf.nef.TemporalValidity;
import io.telcofactory.upf.nef.WebsockNotifConfig;
import java.util.Optional;

/** Forms that several interfaces share: TS 29.122 CommonData, TS 29.571, TS 29.514, TS 29.523. */
final class CommonJson {
    static final JsonType<Snssai> SNSSAI = JsonObject.of(Snssai.class, SnssaiParts::new, SnssaiParts::build)
            .required("sst", INTEGER, Snssai::sst, (parts, sst) -> parts.sst = sst)
            .optional("sd", TEXT, Snssai::sd, (parts, sd) -> parts.sd = Optional.of(sd));

    static final JsonType<FlowInfo> FLOW_INFO = JsonObject.of(
                    FlowInfo.class, FlowInfo::builder, FlowInfo.Builder::build)
            .required("flowId", INTEGER, FlowInfo::flowId, FlowInfo.Builder::flowId)
            .list("flowDescriptions", TEXT, FlowInfo::flowDescriptions, FlowInfo.Builder::flowDescriptions);

    static final JsonType<EthFlowDescription> ETH_FLOW = JsonObject.of(
                    EthFlowDescription.class, EthFlowDescription::builder, EthFlowDescription.Builder::build)
            .optional("destMacAddr", TEXT, EthFlowDescription::destMacAddr, EthFlowDescription.Builder::destMacAddr)
            .required("ethType", TEXT, EthFlowDescription::ethType, EthFlowDescription.Builder::ethType)
            .optional("fDesc", TEXT, EthFlowDescription::fDesc, EthFlowDescription.Builder::fDesc)
            .optional(
                    "fDir",
                    TEXT.as(FlowDirection::new, FlowDirection::value),
                    EthFlowDescription::fDir,
                    EthFlowDescription.Builder::fDir)
            .optional(
                    "sourceMacAddr", TEXT, EthFlowDescription::sourceMacAddr, EthFlowDescription.Builder::sourceMacAddr)
            .list("vlanTags", TEXT, EthFlowDescription::vlanTags, EthFlowDescription.Builder::vlanTags)
            .optional(
                    "srcMacAddrEnd", TEXT, EthFlowDescription::srcMacAddrEnd, EthFlowDescription.Builder::srcMacAddrEnd)
            .optional(
                    "destMacAddrEnd",
                    TEXT,
                    EthFlowDescription::destMacAddrEnd,
                    EthFlowDescription.Builder::destMacAddrEnd);

    static final JsonType<RouteInformation> ROUTE_INFO = JsonObject.of(
                    RouteInformation.class, RouteInformation::builder, RouteInformation.Builder::build)
            .optional("ipv4Addr", TEXT, RouteInformation::ipv4Addr, RouteInformation.Builder::ipv4Addr)
            .optional("ipv6Addr", TEXT, RouteInformation::ipv6Addr, RouteInformation.Builder::ipv6Addr)
            .required("portNumber", INTEGER, RouteInformation::portNumber, RouteInformation.Builder::portNumber);

    static final JsonType<RouteToLocation> ROUTE = JsonObject.of(
                    RouteToLocation.class, RouteToLocation::builder, RouteToLocation.Builder::build)
            .required("dnai", TEXT, RouteToLocation::dnai, RouteToLocation.Builder::dnai)
            .optional("routeInfo", ROUTE_INFO, RouteToLocation::routeInfo, RouteToLocation.Builder::routeInfo)
            .optional("routeProfId", TEXT, RouteToLocation::routeProfId, RouteToLocation.Builder::routeProfId);

    static final JsonType<TemporalValidity> VALIDITY = JsonObject.of(
                    TemporalValidity.class, TemporalValidity::builder, TemporalValidity.Builder::build)
            .optional("startTime", TIME, TemporalValidity::startTime, TemporalValidity.Builder::startTime)
            .optional("stopTime", TIME, TemporalValidity::stopTime, TemporalValidity.Builder::stopTime);

    static final JsonType<WebsockNotifConfig> WEBSOCKET = JsonObject.of(
                    WebsockNotifConfig.class, WebsockNotifConfig::builder, WebsockNotifConfig.Builder::build)
            .optional("websocketUri", LINK, WebsockNotifConfig::websocketUri, WebsockNotifConfig.Builder::websocketUri)
            .optional(
                    "requestWebsocketUri",
                    BOOLEAN,
                    WebsockNotifConfig::requestWebsocketUri,
                    WebsockNotifConfig.Builder::requestWebsocketUri);

    private static final JsonType<IpAddr> IP_ADDR = JsonObject.of(IpAddr.class, IpAddr::builder, IpAddr.Builder::build)
            .optional("ipv4Addr", TEXT, IpAddr::ipv4Addr, IpAddr.Builder::ipv4Addr)
            .optional("ipv6Addr", TEXT, IpAddr::ipv6Addr, IpAddr.Builder::ipv6Addr)
            .optional("ipv6Prefix", TEXT, IpAddr::ipv6Prefix, IpAddr.Builder::ipv6Prefix);

    private static final JsonType<EasServerAddress> EAS_ADDRESS = JsonObject.of(
                    EasServerAddress.class, EasServerAddress::builder, EasServerAddress.Builder::build)
            .required("ip", IP_ADDR, EasServerAddress::ip, EasServerAddress.Builder::ip)
            .required("port", INTEGER, EasServerAddress::port, EasServerAddress.Builder::port);

    static final JsonType<EasIpReplacementInfo> EAS_REPLACEMENT = JsonObject.of(
                    EasIpReplacementInfo.class, EasIpReplacementInfo::builder, EasIpReplacementInfo.Builder::build)
            .required("source", EAS_ADDRESS, EasIpReplacementInfo::source, EasIpReplacementInfo.Builder::source)
            .required("target", EAS_ADDRESS, EasIpReplacementInfo::target, EasIpReplacementInfo.Builder::target);

    static final JsonType<ReportingInformation> REPORTING = JsonObject.of(
                    ReportingInformation.class, ReportingInformation::builder, ReportingInformation.Builder::build)
            .optional("immRep", BOOLEAN, ReportingInformation::immRep, ReportingInformation.Builder::immRep)
            .optional(
                    "notifMethod",
                    TEXT.as(NotificationMethod::new, NotificationMethod::value),
                    ReportingInformation::notifMethod,
                    ReportingInformation.Builder::notifMethod)
            .optional(
                    "maxReportNbr",
                    INTEGER,
                    ReportingInformation::maxReportNbr,
                    ReportingInformation.Builder::maxReportNbr)
            .optional("monDur", TIME, ReportingInformation::monDur, ReportingInformation.Builder::monDur)
            .optional("repPeriod", INTEGER, ReportingInformation::repPeriod, ReportingInformation.Builder::repPeriod)
            .optional("sampRatio", INTEGER, ReportingInformation::sampRatio, ReportingInformation.Builder::sampRatio)
            .list(
                    "partitionCriteria",
                    TEXT.as(PartitioningCriteria::new, PartitioningCriteria::value),
                    ReportingInformation::partitionCriteria,
                    ReportingInformation.Builder::partitionCriteria)
            .optional("grpRepTime", INTEGER, ReportingInformation::grpRepTime, ReportingInformation.Builder::grpRepTime)
            .optional(
                    "notifFlag",
                    TEXT.as(NotificationFlag::new, NotificationFlag::value),
                    ReportingInformation::notifFlag,
                    ReportingInformation.Builder::notifFlag);

    private CommonJson() {}

    /** A slice has no builder of its own. */
    private static final class SnssaiParts {
        private int sst;
        private Optional<String> sd = Optional.empty();

        Snssai build() {
            return new Snssai(sst, sd);
        }
    }
}
