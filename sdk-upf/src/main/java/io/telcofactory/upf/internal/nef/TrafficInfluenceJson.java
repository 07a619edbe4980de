package io.telcofactory.upf.internal.nef;

import static io.telcofactory.upf.internal.json.JsonType.BOOLEAN;
import static io.telcofactory.upf.internal.json.JsonType.INTEGER;
import static io.telcofactory.upf.internal.json.JsonType.LINK;
import static io.telcofactory.upf.internal.json.JsonType.TEXT;
import static io.telcofactory.upf.internal.nef.CommonJson.EAS_REPLACEMENT;
import static io.telcofactory.upf.internal.nef.CommonJson.ETH_FLOW;
import static io.telcofactory.upf.internal.nef.CommonJson.FLOW_INFO;
import static io.telcofactory.upf.internal.nef.CommonJson.REPORTING;
import static io.telcofactory.upf.internal.nef.CommonJson.ROUTE;
import static io.telcofactory.upf.internal.nef.CommonJson.SNSSAI;
import static io.telcofactory.upf.internal.nef.CommonJson.VALIDITY;
import static io.telcofactory.upf.internal.nef.CommonJson.WEBSOCKET;
import static io.telcofactory.upf.internal.nef.GeoJson.AREA;

import io.telcofactory.upf.internal.json.JsonObject;
import io.telcofactory.upf.internal.json.JsonType;
import io.telcofactory.upf.nef.AfAckInfo;
import io.telcofactory.upf.nef.AfResultInfo;
import io.telcofactory.upf.nef.AfResultStatus;
import io.telcofactory.upf.nef.DnaiChangeType;
import io.telcofactory.upf.nef.EventNotification;
import io.telcofactory.upf.nef.SubscribedEvent;
import io.telcofactory.upf.nef.TrafficInfluSub;
import io.telcofactory.upf.nef.TrafficInfluSubPatch;

/** Forms of TS 29.522 TrafficInfluence, Release 17. */
public final class TrafficInfluenceJson {
    private static final JsonType<DnaiChangeType> CHANGE_TYPE = TEXT.as(DnaiChangeType::new, DnaiChangeType::value);
    private static final JsonType<SubscribedEvent> EVENT_NAME = TEXT.as(SubscribedEvent::new, SubscribedEvent::value);

    /** A notification. */
    public static final JsonType<EventNotification> EVENT = JsonObject.of(
                    EventNotification.class, EventNotification::builder, EventNotification.Builder::build)
            .optional("afTransId", TEXT, EventNotification::afTransId, EventNotification.Builder::afTransId)
            .required(
                    "dnaiChgType", CHANGE_TYPE, EventNotification::dnaiChgType, EventNotification.Builder::dnaiChgType)
            .optional(
                    "sourceTrafficRoute",
                    ROUTE,
                    EventNotification::sourceTrafficRoute,
                    EventNotification.Builder::sourceTrafficRoute)
            .required(
                    "subscribedEvent",
                    EVENT_NAME,
                    EventNotification::subscribedEvent,
                    EventNotification.Builder::subscribedEvent)
            .optional(
                    "targetTrafficRoute",
                    ROUTE,
                    EventNotification::targetTrafficRoute,
                    EventNotification.Builder::targetTrafficRoute)
            .optional("sourceDnai", TEXT, EventNotification::sourceDnai, EventNotification.Builder::sourceDnai)
            .optional("targetDnai", TEXT, EventNotification::targetDnai, EventNotification.Builder::targetDnai)
            .optional("gpsi", TEXT, EventNotification::gpsi, EventNotification.Builder::gpsi)
            .optional("srcUeIpv4Addr", TEXT, EventNotification::srcUeIpv4Addr, EventNotification.Builder::srcUeIpv4Addr)
            .optional(
                    "srcUeIpv6Prefix",
                    TEXT,
                    EventNotification::srcUeIpv6Prefix,
                    EventNotification.Builder::srcUeIpv6Prefix)
            .optional("tgtUeIpv4Addr", TEXT, EventNotification::tgtUeIpv4Addr, EventNotification.Builder::tgtUeIpv4Addr)
            .optional(
                    "tgtUeIpv6Prefix",
                    TEXT,
                    EventNotification::tgtUeIpv6Prefix,
                    EventNotification.Builder::tgtUeIpv6Prefix)
            .optional("ueMac", TEXT, EventNotification::ueMac, EventNotification.Builder::ueMac)
            .optional("afAckUri", LINK, EventNotification::afAckUri, EventNotification.Builder::afAckUri);

    /** A subscription. */
    public static final JsonType<TrafficInfluSub> SUBSCRIPTION = JsonObject.of(
                    TrafficInfluSub.class, TrafficInfluSub::builder, TrafficInfluSub.Builder::build)
            .optional("afServiceId", TEXT, TrafficInfluSub::afServiceId, TrafficInfluSub.Builder::afServiceId)
            .optional("afAppId", TEXT, TrafficInfluSub::afAppId, TrafficInfluSub.Builder::afAppId)
            .optional("afTransId", TEXT, TrafficInfluSub::afTransId, TrafficInfluSub.Builder::afTransId)
            .optional("appReloInd", BOOLEAN, TrafficInfluSub::appReloInd, TrafficInfluSub.Builder::appReloInd)
            .optional("dnn", TEXT, TrafficInfluSub::dnn, TrafficInfluSub.Builder::dnn)
            .optional("snssai", SNSSAI, TrafficInfluSub::snssai, TrafficInfluSub.Builder::snssai)
            .optional(
                    "externalGroupId", TEXT, TrafficInfluSub::externalGroupId, TrafficInfluSub.Builder::externalGroupId)
            .optional("anyUeInd", BOOLEAN, TrafficInfluSub::anyUeInd, TrafficInfluSub.Builder::anyUeInd)
            .list(
                    "subscribedEvents",
                    EVENT_NAME,
                    TrafficInfluSub::subscribedEvents,
                    TrafficInfluSub.Builder::subscribedEvents)
            .optional("gpsi", TEXT, TrafficInfluSub::gpsi, TrafficInfluSub.Builder::gpsi)
            .optional("ipv4Addr", TEXT, TrafficInfluSub::ipv4Addr, TrafficInfluSub.Builder::ipv4Addr)
            .optional("ipDomain", TEXT, TrafficInfluSub::ipDomain, TrafficInfluSub.Builder::ipDomain)
            .optional("ipv6Addr", TEXT, TrafficInfluSub::ipv6Addr, TrafficInfluSub.Builder::ipv6Addr)
            .optional("macAddr", TEXT, TrafficInfluSub::macAddr, TrafficInfluSub.Builder::macAddr)
            .optional("dnaiChgType", CHANGE_TYPE, TrafficInfluSub::dnaiChgType, TrafficInfluSub.Builder::dnaiChgType)
            .optional(
                    "notificationDestination",
                    LINK,
                    TrafficInfluSub::notificationDestination,
                    TrafficInfluSub.Builder::notificationDestination)
            .optional(
                    "requestTestNotification",
                    BOOLEAN,
                    TrafficInfluSub::requestTestNotification,
                    TrafficInfluSub.Builder::requestTestNotification)
            .optional(
                    "websockNotifConfig",
                    WEBSOCKET,
                    TrafficInfluSub::websockNotifConfig,
                    TrafficInfluSub.Builder::websockNotifConfig)
            .optional("self", LINK, TrafficInfluSub::self, TrafficInfluSub.Builder::self)
            .list("trafficFilters", FLOW_INFO, TrafficInfluSub::trafficFilters, TrafficInfluSub.Builder::trafficFilters)
            .list(
                    "ethTrafficFilters",
                    ETH_FLOW,
                    TrafficInfluSub::ethTrafficFilters,
                    TrafficInfluSub.Builder::ethTrafficFilters)
            .list("trafficRoutes", ROUTE, TrafficInfluSub::trafficRoutes, TrafficInfluSub.Builder::trafficRoutes)
            .optional("tfcCorrInd", BOOLEAN, TrafficInfluSub::tfcCorrInd, TrafficInfluSub.Builder::tfcCorrInd)
            .list("tempValidities", VALIDITY, TrafficInfluSub::tempValidities, TrafficInfluSub.Builder::tempValidities)
            .list("validGeoZoneIds", TEXT, TrafficInfluSub::validGeoZoneIds, TrafficInfluSub.Builder::validGeoZoneIds)
            .list("geoAreas", AREA, TrafficInfluSub::geoAreas, TrafficInfluSub.Builder::geoAreas)
            .optional("afAckInd", BOOLEAN, TrafficInfluSub::afAckInd, TrafficInfluSub.Builder::afAckInd)
            .optional("addrPreserInd", BOOLEAN, TrafficInfluSub::addrPreserInd, TrafficInfluSub.Builder::addrPreserInd)
            .optional("simConnInd", BOOLEAN, TrafficInfluSub::simConnInd, TrafficInfluSub.Builder::simConnInd)
            .optional("simConnTerm", INTEGER, TrafficInfluSub::simConnTerm, TrafficInfluSub.Builder::simConnTerm)
            .optional(
                    "maxAllowedUpLat",
                    INTEGER,
                    TrafficInfluSub::maxAllowedUpLat,
                    TrafficInfluSub.Builder::maxAllowedUpLat)
            .list(
                    "easIpReplaceInfos",
                    EAS_REPLACEMENT,
                    TrafficInfluSub::easIpReplaceInfos,
                    TrafficInfluSub.Builder::easIpReplaceInfos)
            .optional("easRedisInd", BOOLEAN, TrafficInfluSub::easRedisInd, TrafficInfluSub.Builder::easRedisInd)
            .optional("eventReq", REPORTING, TrafficInfluSub::eventReq, TrafficInfluSub.Builder::eventReq)
            .list("eventReports", EVENT, TrafficInfluSub::eventReports, TrafficInfluSub.Builder::eventReports)
            .optional("suppFeat", TEXT, TrafficInfluSub::suppFeat, TrafficInfluSub.Builder::suppFeat);

    /** A change of a subscription. */
    public static final JsonType<TrafficInfluSubPatch> PATCH = JsonObject.of(
                    TrafficInfluSubPatch.class, TrafficInfluSubPatch::builder, TrafficInfluSubPatch.Builder::build)
            .merge("appReloInd", BOOLEAN, TrafficInfluSubPatch::appReloInd, TrafficInfluSubPatch.Builder::appReloInd)
            .list(
                    "trafficFilters",
                    FLOW_INFO,
                    TrafficInfluSubPatch::trafficFilters,
                    TrafficInfluSubPatch.Builder::trafficFilters)
            .list(
                    "ethTrafficFilters",
                    ETH_FLOW,
                    TrafficInfluSubPatch::ethTrafficFilters,
                    TrafficInfluSubPatch.Builder::ethTrafficFilters)
            .list(
                    "trafficRoutes",
                    ROUTE,
                    TrafficInfluSubPatch::trafficRoutes,
                    TrafficInfluSubPatch.Builder::trafficRoutes)
            .merge("tfcCorrInd", BOOLEAN, TrafficInfluSubPatch::tfcCorrInd, TrafficInfluSubPatch.Builder::tfcCorrInd)
            .merge(
                    "tempValidities",
                    VALIDITY.list(),
                    TrafficInfluSubPatch::tempValidities,
                    TrafficInfluSubPatch.Builder::tempValidities)
            .merge(
                    "validGeoZoneIds",
                    TEXT.list(),
                    TrafficInfluSubPatch::validGeoZoneIds,
                    TrafficInfluSubPatch.Builder::validGeoZoneIds)
            .merge("geoAreas", AREA.list(), TrafficInfluSubPatch::geoAreas, TrafficInfluSubPatch.Builder::geoAreas)
            .merge("afAckInd", BOOLEAN, TrafficInfluSubPatch::afAckInd, TrafficInfluSubPatch.Builder::afAckInd)
            .merge(
                    "addrPreserInd",
                    BOOLEAN,
                    TrafficInfluSubPatch::addrPreserInd,
                    TrafficInfluSubPatch.Builder::addrPreserInd)
            .optional("simConnInd", BOOLEAN, TrafficInfluSubPatch::simConnInd, TrafficInfluSubPatch.Builder::simConnInd)
            .optional(
                    "simConnTerm",
                    INTEGER,
                    TrafficInfluSubPatch::simConnTerm,
                    TrafficInfluSubPatch.Builder::simConnTerm)
            .merge(
                    "maxAllowedUpLat",
                    INTEGER,
                    TrafficInfluSubPatch::maxAllowedUpLat,
                    TrafficInfluSubPatch.Builder::maxAllowedUpLat)
            .merge(
                    "easIpReplaceInfos",
                    EAS_REPLACEMENT.list(),
                    TrafficInfluSubPatch::easIpReplaceInfos,
                    TrafficInfluSubPatch.Builder::easIpReplaceInfos)
            .optional(
                    "easRedisInd",
                    BOOLEAN,
                    TrafficInfluSubPatch::easRedisInd,
                    TrafficInfluSubPatch.Builder::easRedisInd)
            .optional(
                    "notificationDestination",
                    LINK,
                    TrafficInfluSubPatch::notificationDestination,
                    TrafficInfluSubPatch.Builder::notificationDestination)
            .optional("eventReq", REPORTING, TrafficInfluSubPatch::eventReq, TrafficInfluSubPatch.Builder::eventReq);

    /** What the application made of a notification. */
    public static final JsonType<AfResultInfo> RESULT = JsonObject.of(
                    AfResultInfo.class, AfResultInfo::builder, AfResultInfo.Builder::build)
            .required(
                    "afStatus",
                    TEXT.as(AfResultStatus::new, AfResultStatus::value),
                    AfResultInfo::afStatus,
                    AfResultInfo.Builder::afStatus)
            .optional("trafficRoute", ROUTE, AfResultInfo::trafficRoute, AfResultInfo.Builder::trafficRoute)
            .optional("upBuffInd", BOOLEAN, AfResultInfo::upBuffInd, AfResultInfo.Builder::upBuffInd)
            .list(
                    "easIpReplaceInfos",
                    EAS_REPLACEMENT,
                    AfResultInfo::easIpReplaceInfos,
                    AfResultInfo.Builder::easIpReplaceInfos);

    /** An acknowledgement. */
    public static final JsonType<AfAckInfo> ACK = JsonObject.of(
                    AfAckInfo.class, AfAckInfo::builder, AfAckInfo.Builder::build)
            .optional("afTransId", TEXT, AfAckInfo::afTransId, AfAckInfo.Builder::afTransId)
            .required("ackResult", RESULT, AfAckInfo::ackResult, AfAckInfo.Builder::ackResult)
            .optional("gpsi", TEXT, AfAckInfo::gpsi, AfAckInfo.Builder::gpsi);

    private TrafficInfluenceJson() {}
}
