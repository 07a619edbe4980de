package io.telcofactory.upf.internal.nef;

import static io.telcofactory.upf.internal.json.JsonType.BOOLEAN;
import static io.telcofactory.upf.internal.json.JsonType.INTEGER;
import static io.telcofactory.upf.internal.json.JsonType.LINK;
import static io.telcofactory.upf.internal.json.JsonType.LONG;
import static io.telcofactory.upf.internal.json.JsonType.TEXT;
import static io.telcofactory.upf.internal.json.JsonType.TIME;
import static io.telcofactory.upf.internal.nef.CommonJson.ETH_FLOW;
import static io.telcofactory.upf.internal.nef.CommonJson.FLOW_INFO;
import static io.telcofactory.upf.internal.nef.CommonJson.SNSSAI;
import static io.telcofactory.upf.internal.nef.CommonJson.WEBSOCKET;

import io.telcofactory.upf.internal.json.JsonObject;
import io.telcofactory.upf.internal.json.JsonType;
import io.telcofactory.upf.nef.AlternativeServiceRequirements;
import io.telcofactory.upf.nef.AsSessionWithQos;
import io.telcofactory.upf.nef.AsSessionWithQosPatch;
import io.telcofactory.upf.nef.EthFlowInfo;
import io.telcofactory.upf.nef.PlmnIdNid;
import io.telcofactory.upf.nef.QosMonitoringInformation;
import io.telcofactory.upf.nef.QosMonitoringParameter;
import io.telcofactory.upf.nef.QosMonitoringReport;
import io.telcofactory.upf.nef.ReportingFrequency;
import io.telcofactory.upf.nef.SponsorInformation;
import io.telcofactory.upf.nef.TscQosRequirement;
import io.telcofactory.upf.nef.TscaiInputContainer;
import io.telcofactory.upf.nef.UsageThreshold;
import io.telcofactory.upf.nef.UserPlaneEvent;
import io.telcofactory.upf.nef.UserPlaneEventReport;
import io.telcofactory.upf.nef.UserPlaneNotification;

/** Forms of TS 29.122 AsSessionWithQoS, Release 17. */
public final class QosJson {
    private static final JsonType<UserPlaneEvent> EVENT = TEXT.as(UserPlaneEvent::new, UserPlaneEvent::value);

    private static final JsonType<EthFlowInfo> ETH_INFO = JsonObject.of(
                    EthFlowInfo.class, EthFlowInfo::builder, EthFlowInfo.Builder::build)
            .required("flowId", INTEGER, EthFlowInfo::flowId, EthFlowInfo.Builder::flowId)
            .list(
                    "ethFlowDescriptions",
                    ETH_FLOW,
                    EthFlowInfo::ethFlowDescriptions,
                    EthFlowInfo.Builder::ethFlowDescriptions);

    private static final JsonType<AlternativeServiceRequirements> ALTERNATIVE = JsonObject.of(
                    AlternativeServiceRequirements.class,
                    AlternativeServiceRequirements::builder,
                    AlternativeServiceRequirements.Builder::build)
            .required(
                    "altQosParamSetRef",
                    TEXT,
                    AlternativeServiceRequirements::altQosParamSetRef,
                    AlternativeServiceRequirements.Builder::altQosParamSetRef)
            .optional(
                    "gbrUl", TEXT, AlternativeServiceRequirements::gbrUl, AlternativeServiceRequirements.Builder::gbrUl)
            .optional(
                    "gbrDl", TEXT, AlternativeServiceRequirements::gbrDl, AlternativeServiceRequirements.Builder::gbrDl)
            .optional("pdb", INTEGER, AlternativeServiceRequirements::pdb, AlternativeServiceRequirements.Builder::pdb);

    private static final JsonType<UsageThreshold> USAGE = JsonObject.of(
                    UsageThreshold.class, UsageThreshold::builder, UsageThreshold.Builder::build)
            .optional("duration", INTEGER, UsageThreshold::duration, UsageThreshold.Builder::duration)
            .optional("totalVolume", LONG, UsageThreshold::totalVolume, UsageThreshold.Builder::totalVolume)
            .optional("downlinkVolume", LONG, UsageThreshold::downlinkVolume, UsageThreshold.Builder::downlinkVolume)
            .optional("uplinkVolume", LONG, UsageThreshold::uplinkVolume, UsageThreshold.Builder::uplinkVolume);

    private static final JsonType<SponsorInformation> SPONSOR = JsonObject.of(
                    SponsorInformation.class, SponsorInformation::builder, SponsorInformation.Builder::build)
            .required("sponsorId", TEXT, SponsorInformation::sponsorId, SponsorInformation.Builder::sponsorId)
            .required("aspId", TEXT, SponsorInformation::aspId, SponsorInformation.Builder::aspId);

    private static final JsonType<QosMonitoringInformation> MONITORING = JsonObject.of(
                    QosMonitoringInformation.class,
                    QosMonitoringInformation::builder,
                    QosMonitoringInformation.Builder::build)
            .list(
                    "reqQosMonParams",
                    TEXT.as(QosMonitoringParameter::new, QosMonitoringParameter::value),
                    QosMonitoringInformation::reqQosMonParams,
                    QosMonitoringInformation.Builder::reqQosMonParams)
            .list(
                    "repFreqs",
                    TEXT.as(ReportingFrequency::new, ReportingFrequency::value),
                    QosMonitoringInformation::repFreqs,
                    QosMonitoringInformation.Builder::repFreqs)
            .optional(
                    "repThreshDl",
                    INTEGER,
                    QosMonitoringInformation::repThreshDl,
                    QosMonitoringInformation.Builder::repThreshDl)
            .optional(
                    "repThreshUl",
                    INTEGER,
                    QosMonitoringInformation::repThreshUl,
                    QosMonitoringInformation.Builder::repThreshUl)
            .optional(
                    "repThreshRp",
                    INTEGER,
                    QosMonitoringInformation::repThreshRp,
                    QosMonitoringInformation.Builder::repThreshRp)
            .optional(
                    "waitTime", INTEGER, QosMonitoringInformation::waitTime, QosMonitoringInformation.Builder::waitTime)
            .optional(
                    "repPeriod",
                    INTEGER,
                    QosMonitoringInformation::repPeriod,
                    QosMonitoringInformation.Builder::repPeriod);

    private static final JsonType<TscaiInputContainer> TSCAI = JsonObject.of(
                    TscaiInputContainer.class, TscaiInputContainer::builder, TscaiInputContainer.Builder::build)
            .optional(
                    "periodicity", INTEGER, TscaiInputContainer::periodicity, TscaiInputContainer.Builder::periodicity)
            .optional(
                    "burstArrivalTime",
                    TIME,
                    TscaiInputContainer::burstArrivalTime,
                    TscaiInputContainer.Builder::burstArrivalTime)
            .optional(
                    "surTimeInNumMsg",
                    INTEGER,
                    TscaiInputContainer::surTimeInNumMsg,
                    TscaiInputContainer.Builder::surTimeInNumMsg)
            .optional(
                    "surTimeInTime",
                    INTEGER,
                    TscaiInputContainer::surTimeInTime,
                    TscaiInputContainer.Builder::surTimeInTime);

    private static final JsonType<TscQosRequirement> TSC = JsonObject.of(
                    TscQosRequirement.class, TscQosRequirement::builder, TscQosRequirement.Builder::build)
            .optional("reqGbrDl", TEXT, TscQosRequirement::reqGbrDl, TscQosRequirement.Builder::reqGbrDl)
            .optional("reqGbrUl", TEXT, TscQosRequirement::reqGbrUl, TscQosRequirement.Builder::reqGbrUl)
            .optional("reqMbrDl", TEXT, TscQosRequirement::reqMbrDl, TscQosRequirement.Builder::reqMbrDl)
            .optional("reqMbrUl", TEXT, TscQosRequirement::reqMbrUl, TscQosRequirement.Builder::reqMbrUl)
            .optional(
                    "maxTscBurstSize",
                    INTEGER,
                    TscQosRequirement::maxTscBurstSize,
                    TscQosRequirement.Builder::maxTscBurstSize)
            .optional("req5Gsdelay", INTEGER, TscQosRequirement::req5Gsdelay, TscQosRequirement.Builder::req5Gsdelay)
            .optional("priority", INTEGER, TscQosRequirement::priority, TscQosRequirement.Builder::priority)
            .optional("tscaiTimeDom", INTEGER, TscQosRequirement::tscaiTimeDom, TscQosRequirement.Builder::tscaiTimeDom)
            .optional("tscaiInputDl", TSCAI, TscQosRequirement::tscaiInputDl, TscQosRequirement.Builder::tscaiInputDl)
            .optional("tscaiInputUl", TSCAI, TscQosRequirement::tscaiInputUl, TscQosRequirement.Builder::tscaiInputUl);

    /** A session with QoS. */
    public static final JsonType<AsSessionWithQos> SESSION = JsonObject.of(
                    AsSessionWithQos.class, AsSessionWithQos::builder, AsSessionWithQos.Builder::build)
            .optional("self", LINK, AsSessionWithQos::self, AsSessionWithQos.Builder::self)
            .optional(
                    "supportedFeatures",
                    TEXT,
                    AsSessionWithQos::supportedFeatures,
                    AsSessionWithQos.Builder::supportedFeatures)
            .optional("dnn", TEXT, AsSessionWithQos::dnn, AsSessionWithQos.Builder::dnn)
            .optional("snssai", SNSSAI, AsSessionWithQos::snssai, AsSessionWithQos.Builder::snssai)
            .required(
                    "notificationDestination",
                    LINK,
                    AsSessionWithQos::notificationDestination,
                    AsSessionWithQos.Builder::notificationDestination)
            .optional("exterAppId", TEXT, AsSessionWithQos::exterAppId, AsSessionWithQos.Builder::exterAppId)
            .list("flowInfo", FLOW_INFO, AsSessionWithQos::flowInfo, AsSessionWithQos.Builder::flowInfo)
            .list("ethFlowInfo", ETH_FLOW, AsSessionWithQos::ethFlowInfo, AsSessionWithQos.Builder::ethFlowInfo)
            .list("enEthFlowInfo", ETH_INFO, AsSessionWithQos::enEthFlowInfo, AsSessionWithQos.Builder::enEthFlowInfo)
            .optional("qosReference", TEXT, AsSessionWithQos::qosReference, AsSessionWithQos.Builder::qosReference)
            .list(
                    "altQoSReferences",
                    TEXT,
                    AsSessionWithQos::altQoSReferences,
                    AsSessionWithQos.Builder::altQoSReferences)
            .list("altQosReqs", ALTERNATIVE, AsSessionWithQos::altQosReqs, AsSessionWithQos.Builder::altQosReqs)
            .optional("disUeNotif", BOOLEAN, AsSessionWithQos::disUeNotif, AsSessionWithQos.Builder::disUeNotif)
            .optional("ueIpv4Addr", TEXT, AsSessionWithQos::ueIpv4Addr, AsSessionWithQos.Builder::ueIpv4Addr)
            .optional("ipDomain", TEXT, AsSessionWithQos::ipDomain, AsSessionWithQos.Builder::ipDomain)
            .optional("ueIpv6Addr", TEXT, AsSessionWithQos::ueIpv6Addr, AsSessionWithQos.Builder::ueIpv6Addr)
            .optional("macAddr", TEXT, AsSessionWithQos::macAddr, AsSessionWithQos.Builder::macAddr)
            .optional(
                    "usageThreshold", USAGE, AsSessionWithQos::usageThreshold, AsSessionWithQos.Builder::usageThreshold)
            .optional("sponsorInfo", SPONSOR, AsSessionWithQos::sponsorInfo, AsSessionWithQos.Builder::sponsorInfo)
            .optional("qosMonInfo", MONITORING, AsSessionWithQos::qosMonInfo, AsSessionWithQos.Builder::qosMonInfo)
            .optional(
                    "directNotifInd",
                    BOOLEAN,
                    AsSessionWithQos::directNotifInd,
                    AsSessionWithQos.Builder::directNotifInd)
            .optional("tscQosReq", TSC, AsSessionWithQos::tscQosReq, AsSessionWithQos.Builder::tscQosReq)
            .optional(
                    "requestTestNotification",
                    BOOLEAN,
                    AsSessionWithQos::requestTestNotification,
                    AsSessionWithQos.Builder::requestTestNotification)
            .optional(
                    "websockNotifConfig",
                    WEBSOCKET,
                    AsSessionWithQos::websockNotifConfig,
                    AsSessionWithQos.Builder::websockNotifConfig)
            .list("events", EVENT, AsSessionWithQos::events, AsSessionWithQos.Builder::events);

    /** A change of a session. */
    public static final JsonType<AsSessionWithQosPatch> PATCH = JsonObject.of(
                    AsSessionWithQosPatch.class, AsSessionWithQosPatch::builder, AsSessionWithQosPatch.Builder::build)
            .optional("exterAppId", TEXT, AsSessionWithQosPatch::exterAppId, AsSessionWithQosPatch.Builder::exterAppId)
            .list("flowInfo", FLOW_INFO, AsSessionWithQosPatch::flowInfo, AsSessionWithQosPatch.Builder::flowInfo)
            .list(
                    "ethFlowInfo",
                    ETH_FLOW,
                    AsSessionWithQosPatch::ethFlowInfo,
                    AsSessionWithQosPatch.Builder::ethFlowInfo)
            .list(
                    "enEthFlowInfo",
                    ETH_INFO,
                    AsSessionWithQosPatch::enEthFlowInfo,
                    AsSessionWithQosPatch.Builder::enEthFlowInfo)
            .optional(
                    "qosReference",
                    TEXT,
                    AsSessionWithQosPatch::qosReference,
                    AsSessionWithQosPatch.Builder::qosReference)
            .list(
                    "altQoSReferences",
                    TEXT,
                    AsSessionWithQosPatch::altQoSReferences,
                    AsSessionWithQosPatch.Builder::altQoSReferences)
            .list(
                    "altQosReqs",
                    ALTERNATIVE,
                    AsSessionWithQosPatch::altQosReqs,
                    AsSessionWithQosPatch.Builder::altQosReqs)
            .optional(
                    "disUeNotif", BOOLEAN, AsSessionWithQosPatch::disUeNotif, AsSessionWithQosPatch.Builder::disUeNotif)
            .merge(
                    "usageThreshold",
                    USAGE,
                    AsSessionWithQosPatch::usageThreshold,
                    AsSessionWithQosPatch.Builder::usageThreshold)
            .optional(
                    "qosMonInfo",
                    MONITORING,
                    AsSessionWithQosPatch::qosMonInfo,
                    AsSessionWithQosPatch.Builder::qosMonInfo)
            .optional(
                    "directNotifInd",
                    BOOLEAN,
                    AsSessionWithQosPatch::directNotifInd,
                    AsSessionWithQosPatch.Builder::directNotifInd)
            .optional(
                    "notificationDestination",
                    LINK,
                    AsSessionWithQosPatch::notificationDestination,
                    AsSessionWithQosPatch.Builder::notificationDestination)
            .optional("tscQosReq", TSC, AsSessionWithQosPatch::tscQosReq, AsSessionWithQosPatch.Builder::tscQosReq)
            .list("events", EVENT, AsSessionWithQosPatch::events, AsSessionWithQosPatch.Builder::events);

    private static final JsonType<QosMonitoringReport> MEASURED = JsonObject.of(
                    QosMonitoringReport.class, QosMonitoringReport::builder, QosMonitoringReport.Builder::build)
            .list("ulDelays", INTEGER, QosMonitoringReport::ulDelays, QosMonitoringReport.Builder::ulDelays)
            .list("dlDelays", INTEGER, QosMonitoringReport::dlDelays, QosMonitoringReport.Builder::dlDelays)
            .list("rtDelays", INTEGER, QosMonitoringReport::rtDelays, QosMonitoringReport.Builder::rtDelays)
            .optional("pdmf", BOOLEAN, QosMonitoringReport::pdmf, QosMonitoringReport.Builder::pdmf);

    private static final JsonType<PlmnIdNid> PLMN = JsonObject.of(
                    PlmnIdNid.class, PlmnIdNid::builder, PlmnIdNid.Builder::build)
            .required("mcc", TEXT, PlmnIdNid::mcc, PlmnIdNid.Builder::mcc)
            .required("mnc", TEXT, PlmnIdNid::mnc, PlmnIdNid.Builder::mnc)
            .optional("nid", TEXT, PlmnIdNid::nid, PlmnIdNid.Builder::nid);

    private static final JsonType<UserPlaneEventReport> REPORT = JsonObject.of(
                    UserPlaneEventReport.class, UserPlaneEventReport::builder, UserPlaneEventReport.Builder::build)
            .required("event", EVENT, UserPlaneEventReport::event, UserPlaneEventReport.Builder::event)
            .optional(
                    "accumulatedUsage",
                    USAGE,
                    UserPlaneEventReport::accumulatedUsage,
                    UserPlaneEventReport.Builder::accumulatedUsage)
            .list("flowIds", INTEGER, UserPlaneEventReport::flowIds, UserPlaneEventReport.Builder::flowIds)
            .optional(
                    "appliedQosRef",
                    TEXT,
                    UserPlaneEventReport::appliedQosRef,
                    UserPlaneEventReport.Builder::appliedQosRef)
            .list(
                    "qosMonReports",
                    MEASURED,
                    UserPlaneEventReport::qosMonReports,
                    UserPlaneEventReport.Builder::qosMonReports)
            .optional("plmnId", PLMN, UserPlaneEventReport::plmnId, UserPlaneEventReport.Builder::plmnId)
            .optional("ratType", TEXT, UserPlaneEventReport::ratType, UserPlaneEventReport.Builder::ratType);

    /** A notification. */
    public static final JsonType<UserPlaneNotification> NOTIFICATION = JsonObject.of(
                    UserPlaneNotification.class, UserPlaneNotification::builder, UserPlaneNotification.Builder::build)
            .required(
                    "transaction", LINK, UserPlaneNotification::transaction, UserPlaneNotification.Builder::transaction)
            .list(
                    "eventReports",
                    REPORT,
                    UserPlaneNotification::eventReports,
                    UserPlaneNotification.Builder::eventReports);

    private QosJson() {}
}
