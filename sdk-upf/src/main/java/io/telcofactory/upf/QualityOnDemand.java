package io.telcofactory.upf;

import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.error.OutcomeUnknownException;
import io.telcofactory.upf.camara.Device;
import io.telcofactory.upf.camara.QodSession;
import io.telcofactory.upf.camara.QosStatus;
import io.telcofactory.upf.internal.camara.CamaraRules;
import io.telcofactory.upf.internal.camara.QodJson;
import io.telcofactory.upf.internal.http.RestAnswer;
import io.telcofactory.upf.internal.http.RestCall;
import io.telcofactory.upf.internal.http.RestClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Gives the traffic between a device and a server a quality of service for some time.
 *
 * <p><b>Errors:</b> what breaks the rules is an {@link io.telcofactory.api.error.InvalidRequestException} before anything is
 * sent; a session of the device that is in the way is a {@link io.telcofactory.api.error.ConflictException}.
 *
 * <p><b>Threads:</b> safe for concurrent use.
 *
 * <p><b>Source:</b> CAMARA Quality On Demand 1.1.0.
 *
 * @since 0.1
 */
public final class QualityOnDemand {
    private final RestClient rest;
    private final URI retrieval;
    private final RestCollection<QodSession> sessions;

    QualityOnDemand(RestClient rest, URI api) {
        URI collection = Paths.of(api, "sessions");
        this.rest = rest;
        this.retrieval = Paths.of(api, "retrieve-sessions");
        this.sessions = new RestCollection<>(
                rest,
                collection,
                "session",
                QodJson.SESSION,
                session -> session.sessionId().map(id -> Paths.of(collection, id.toString())));
    }

    /**
     * Reads one session.
     *
     * @param id its id
     * @return the session
     * @throws NotFoundException if there is none
     */
    public Stored<QodSession> get(UUID id) {
        return sessions.get(id.toString());
    }

    /**
     * Reads the sessions of a device.
     *
     * @param device the device, empty where the token names it
     * @return its sessions, none if it has none
     * @throws NotFoundException if the operator does not know the device
     */
    public List<Stored<QodSession>> list(Optional<Device> device) {
        RestCall search = RestCall.post(retrieval, QodJson.search(device), "sessions of a device");
        return sessions.all(rest.run(search.harmless()));
    }

    /**
     * Makes a session. When the answer is lost, the sessions of the device are searched for one that asks for the same,
     * and only if there is none the request is repeated once.
     *
     * @param session what is asked for, with a device unless the token names it
     * @return what the operator granted, or is about to
     * @throws OutcomeUnknownException if the answer was lost again
     */
    public Stored<QodSession> create(QodSession session) {
        QodSession request = request(session);
        CamaraRules.broken(request).refuse(where("POST", sessions.uri(), "session"), "Correct it.");
        try {
            return sessions.post(request, "session");
        } catch (OutcomeUnknownException lost) {
            return list(request.device()).stream()
                    .filter(stored -> saysTheSame(stored.value(), request))
                    .findFirst()
                    .orElseGet(() -> sessions.post(request, "session"));
        }
    }

    /**
     * Asks for more time for a session that is available.
     *
     * @param id its id
     * @param more whole seconds, at least one; the operator may grant less
     * @return the session with its new end
     * @throws io.telcofactory.api.error.ConflictException if it is not available
     * @throws NotFoundException if there is none
     * @throws OutcomeUnknownException if the answer was lost: read the session to see its end
     */
    public Stored<QodSession> extend(UUID id, Duration more) {
        URI extension = Paths.of(sessions.resource(id.toString()), "extend");
        CamaraRules.broken(more).refuse(where("POST", extension, "session " + id), "Correct it.");
        RestAnswer answer = rest.run(RestCall.post(extension, QodJson.extension(more), "session " + id));
        return new Stored<>(id.toString(), sessions.resource(id.toString()), answer.read(QodJson.SESSION));
    }

    /**
     * Ends a session.
     *
     * @param id its id
     * @throws NotFoundException if there was none
     */
    public void delete(UUID id) {
        sessions.delete(id.toString());
    }

    private static ErrorContext where(String method, URI uri, String target) {
        return ErrorContext.of("camara", method + " " + uri.getPath(), target);
    }

    private static QodSession request(QodSession session) {
        return session.toBuilder()
                .sessionId(Optional.empty())
                .startedAt(Optional.empty())
                .expiresAt(Optional.empty())
                .qosStatus(Optional.empty())
                .statusInfo(Optional.empty())
                .build();
    }

    private static boolean saysTheSame(QodSession stored, QodSession request) {
        return !stored.qosStatus().equals(Optional.of(QosStatus.UNAVAILABLE))
                && bare(stored).equals(bare(request));
    }

    /** The device was searched for, and is shown by one of its names at most; what opens the sink need not be shown. */
    private static QodSession bare(QodSession session) {
        return request(session).toBuilder()
                .device(Optional.empty())
                .sink(Optional.empty())
                .sinkCredential(Optional.empty())
                .build();
    }
}
