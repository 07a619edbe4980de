package io.telcofactory.upf.internal.camara;

import static io.telcofactory.upf.internal.camara.CamaraJson.CREDENTIAL;
import static io.telcofactory.upf.internal.camara.CamaraJson.DEVICE;
import static io.telcofactory.upf.internal.json.JsonType.ID;
import static io.telcofactory.upf.internal.json.JsonType.INTEGER;
import static io.telcofactory.upf.internal.json.JsonType.LINK;
import static io.telcofactory.upf.internal.json.JsonType.SECONDS;
import static io.telcofactory.upf.internal.json.JsonType.TEXT;
import static io.telcofactory.upf.internal.json.JsonType.TIME;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telcofactory.upf.camara.ApplicationServer;
import io.telcofactory.upf.camara.Device;
import io.telcofactory.upf.camara.PortInterval;
import io.telcofactory.upf.camara.PortsSpec;
import io.telcofactory.upf.camara.QodSession;
import io.telcofactory.upf.camara.QosStatus;
import io.telcofactory.upf.camara.QosStatusChange;
import io.telcofactory.upf.camara.StatusInfo;
import io.telcofactory.upf.internal.json.JsonObject;
import io.telcofactory.upf.internal.json.JsonType;
import java.time.Duration;
import java.util.Optional;

/** Forms of CAMARA Quality On Demand 1.1. */
public final class QodJson {
    private static final JsonType<QosStatus> STATUS = TEXT.as(QosStatus::new, QosStatus::value);
    private static final JsonType<StatusInfo> INFO = TEXT.as(StatusInfo::new, StatusInfo::value);

    private static final JsonType<ApplicationServer> SERVER = JsonObject.of(
                    ApplicationServer.class, ApplicationServer::builder, ApplicationServer.Builder::build)
            .optional("ipv4Address", TEXT, ApplicationServer::ipv4Address, ApplicationServer.Builder::ipv4Address)
            .optional("ipv6Address", TEXT, ApplicationServer::ipv6Address, ApplicationServer.Builder::ipv6Address);

    private static final JsonType<PortInterval> INTERVAL = JsonObject.of(
                    PortInterval.class, IntervalParts::new, IntervalParts::build)
            .required("from", INTEGER, PortInterval::from, (parts, from) -> parts.from = from)
            .required("to", INTEGER, PortInterval::to, (parts, to) -> parts.to = to);

    private static final JsonType<PortsSpec> PORTS = JsonObject.of(
                    PortsSpec.class, PortsSpec::builder, PortsSpec.Builder::build)
            .list("ranges", INTERVAL, PortsSpec::ranges, PortsSpec.Builder::ranges)
            .list("ports", INTEGER, PortsSpec::ports, PortsSpec.Builder::ports);

    /** A session. */
    public static final JsonType<QodSession> SESSION = JsonObject.of(
                    QodSession.class, QodSession::builder, QodSession.Builder::build)
            .optional("sessionId", ID, QodSession::sessionId, QodSession.Builder::sessionId)
            .optional("device", DEVICE, QodSession::device, QodSession.Builder::device)
            .required("applicationServer", SERVER, QodSession::applicationServer, QodSession.Builder::applicationServer)
            .optional("devicePorts", PORTS, QodSession::devicePorts, QodSession.Builder::devicePorts)
            .optional(
                    "applicationServerPorts",
                    PORTS,
                    QodSession::applicationServerPorts,
                    QodSession.Builder::applicationServerPorts)
            .required("qosProfile", TEXT, QodSession::qosProfile, QodSession.Builder::qosProfile)
            .optional("sink", LINK, QodSession::sink, QodSession.Builder::sink)
            .optional("sinkCredential", CREDENTIAL, QodSession::sinkCredential, QodSession.Builder::sinkCredential)
            .required("duration", SECONDS, QodSession::duration, QodSession.Builder::duration)
            .optional("startedAt", TIME, QodSession::startedAt, QodSession.Builder::startedAt)
            .optional("expiresAt", TIME, QodSession::expiresAt, QodSession.Builder::expiresAt)
            .optional("qosStatus", STATUS, QodSession::qosStatus, QodSession.Builder::qosStatus)
            .optional("statusInfo", INFO, QodSession::statusInfo, QodSession.Builder::statusInfo);

    /** What an event says of a session. */
    static final JsonType<QosStatusChange> CHANGE = JsonObject.of(
                    QosStatusChange.class, QosStatusChange::builder, QosStatusChange.Builder::build)
            .required("sessionId", ID, QosStatusChange::sessionId, QosStatusChange.Builder::sessionId)
            .required("qosStatus", STATUS, QosStatusChange::qosStatus, QosStatusChange.Builder::qosStatus)
            .optional("statusInfo", INFO, QosStatusChange::statusInfo, QosStatusChange.Builder::statusInfo);

    private QodJson() {}

    /**
     * Returns the request for more time.
     *
     * @param more whole seconds
     * @return the body
     */
    public static ObjectNode extension(Duration more) {
        return JsonNodeFactory.instance.objectNode().set("requestedAdditionalDuration", SECONDS.write(more));
    }

    /**
     * Returns the request for the sessions of a device.
     *
     * @param device the device, empty where the token names it
     * @return the body
     */
    public static ObjectNode search(Optional<Device> device) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        device.ifPresent(named -> body.set("device", DEVICE.write(named)));
        return body;
    }

    /** A record has no builder of its own. */
    private static final class IntervalParts {
        private int from;
        private int to;

        PortInterval build() {
            return new PortInterval(from, to);
        }
    }
}
