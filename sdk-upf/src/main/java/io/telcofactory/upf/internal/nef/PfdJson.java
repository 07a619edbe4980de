package io.telcofactory.upf.internal.nef;

import static io.telcofactory.upf.internal.json.JsonType.BOOLEAN;
import static io.telcofactory.upf.internal.json.JsonType.INTEGER;
import static io.telcofactory.upf.internal.json.JsonType.LINK;
import static io.telcofactory.upf.internal.json.JsonType.TEXT;
import static io.telcofactory.upf.internal.nef.CommonJson.WEBSOCKET;

import io.telcofactory.upf.internal.json.JsonObject;
import io.telcofactory.upf.internal.json.JsonType;
import io.telcofactory.upf.nef.DomainNameProtocol;
import io.telcofactory.upf.nef.Pfd;
import io.telcofactory.upf.nef.PfdData;
import io.telcofactory.upf.nef.PfdFailureCode;
import io.telcofactory.upf.nef.PfdManagement;
import io.telcofactory.upf.nef.PfdReport;

/** Forms of TS 29.122 PFD management, Release 17. */
public final class PfdJson {
    private static final JsonType<Pfd> PFD = JsonObject.of(Pfd.class, Pfd::builder, Pfd.Builder::build)
            .required("pfdId", TEXT, Pfd::pfdId, Pfd.Builder::pfdId)
            .list("flowDescriptions", TEXT, Pfd::flowDescriptions, Pfd.Builder::flowDescriptions)
            .list("urls", TEXT, Pfd::urls, Pfd.Builder::urls)
            .list("domainNames", TEXT, Pfd::domainNames, Pfd.Builder::domainNames)
            .optional(
                    "dnProtocol",
                    TEXT.as(DomainNameProtocol::new, DomainNameProtocol::value),
                    Pfd::dnProtocol,
                    Pfd.Builder::dnProtocol);

    /** The descriptions of one application. */
    public static final JsonType<PfdData> DATA = JsonObject.of(PfdData.class, PfdData::builder, PfdData.Builder::build)
            .required("externalAppId", TEXT, PfdData::externalAppId, PfdData.Builder::externalAppId)
            .optional("self", LINK, PfdData::self, PfdData.Builder::self)
            .map("pfds", PFD, PfdData::pfds, PfdData.Builder::pfds)
            .optional("allowedDelay", INTEGER, PfdData::allowedDelay, PfdData.Builder::allowedDelay)
            .optional("cachingTime", INTEGER, PfdData::cachingTime, PfdData.Builder::cachingTime);

    private static final JsonObject<PfdReport, PfdReport.Builder> WHERE = JsonObject.of(
                    PfdReport.class, PfdReport::builder, PfdReport.Builder::build)
            .list("dnais", TEXT, PfdReport::dnais, PfdReport.Builder::dnais);

    static final JsonType<PfdReport> REPORT = JsonObject.of(
                    PfdReport.class, PfdReport::builder, PfdReport.Builder::build)
            .list("externalAppIds", TEXT, PfdReport::externalAppIds, PfdReport.Builder::externalAppIds)
            .required(
                    "failureCode",
                    TEXT.as(PfdFailureCode::new, PfdFailureCode::value),
                    PfdReport::failureCode,
                    PfdReport.Builder::failureCode)
            .optional("cachingTime", INTEGER, PfdReport::cachingTime, PfdReport.Builder::cachingTime)
            .nested("locationArea", WHERE);

    /** A transaction. */
    public static final JsonType<PfdManagement> TRANSACTION = JsonObject.of(
                    PfdManagement.class, PfdManagement::builder, PfdManagement.Builder::build)
            .optional("self", LINK, PfdManagement::self, PfdManagement.Builder::self)
            .optional(
                    "supportedFeatures",
                    TEXT,
                    PfdManagement::supportedFeatures,
                    PfdManagement.Builder::supportedFeatures)
            .map("pfdDatas", DATA, PfdManagement::pfdDatas, PfdManagement.Builder::pfdDatas)
            .map("pfdReports", REPORT, PfdManagement::pfdReports, PfdManagement.Builder::pfdReports)
            .optional(
                    "notificationDestination",
                    LINK,
                    PfdManagement::notificationDestination,
                    PfdManagement.Builder::notificationDestination)
            .optional(
                    "requestTestNotification",
                    BOOLEAN,
                    PfdManagement::requestTestNotification,
                    PfdManagement.Builder::requestTestNotification)
            .optional(
                    "websockNotifConfig",
                    WEBSOCKET,
                    PfdManagement::websockNotifConfig,
                    PfdManagement.Builder::websockNotifConfig);

    private PfdJson() {}
}
