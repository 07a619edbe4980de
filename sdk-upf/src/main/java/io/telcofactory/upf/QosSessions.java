package io.telcofactory.upf;

import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.error.OutcomeUnknownException;
import io.telcofactory.upf.internal.http.RestCall;
import io.telcofactory.upf.internal.http.RestClient;
import io.telcofactory.upf.internal.nef.QosJson;
import io.telcofactory.upf.nef.AsSessionWithQos;
import io.telcofactory.upf.nef.AsSessionWithQosPatch;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Gives the traffic of a UE a quality of service that was agreed on with the operator.
 *
 * <p><b>Threads:</b> safe for concurrent use.
 *
 * <p><b>Source:</b> 3GPP TS 29.122 (AsSessionWithQoS, Release 17).
 *
 * @since 0.1
 */
public final class QosSessions {
    private final RestCollection<AsSessionWithQos> sessions;

    QosSessions(RestClient rest, URI collection) {
        this.sessions = new RestCollection<>(rest, collection, "session", QosJson.SESSION, AsSessionWithQos::self);
    }

    /**
     * Reads all sessions.
     *
     * @return the sessions in the order of the answer
     */
    public List<Stored<AsSessionWithQos>> list() {
        return sessions.list("");
    }

    /**
     * Reads one session.
     *
     * @param id its id
     * @return the session
     * @throws NotFoundException if there is none
     */
    public Stored<AsSessionWithQos> get(String id) {
        return sessions.get(id);
    }

    /**
     * Makes a session. When the answer is lost, the collection is searched for a session that says the same, and only if there
     * is none the request is repeated once.
     *
     * @param session what is asked for
     * @return what the network stored
     * @throws OutcomeUnknownException if the answer was lost again
     */
    public Stored<AsSessionWithQos> create(AsSessionWithQos session) {
        try {
            return sessions.post(session, "session");
        } catch (OutcomeUnknownException lost) {
            return list().stream()
                    .filter(stored -> bare(stored.value()).equals(bare(session)))
                    .findFirst()
                    .orElseGet(() -> sessions.post(session, "session"));
        }
    }

    /** Leaves out what the network adds or negotiates. */
    private static AsSessionWithQos bare(AsSessionWithQos session) {
        return session.toBuilder()
                .self(Optional.empty())
                .supportedFeatures(Optional.empty())
                .build();
    }

    /**
     * Replaces a session.
     *
     * @param id its id
     * @param session what is asked for instead
     * @return what the network stored
     * @throws NotFoundException if there is none
     */
    public Stored<AsSessionWithQos> replace(String id, AsSessionWithQos session) {
        return sessions.put(id, session);
    }

    /**
     * Changes some attributes of a session.
     *
     * @param id its id
     * @param patch the changes
     * @return what the network stored
     * @throws NotFoundException if there is none
     */
    public Stored<AsSessionWithQos> patch(String id, AsSessionWithQosPatch patch) {
        return sessions.patch(id, QosJson.PATCH.write(patch), RestCall.MERGE_PATCH);
    }

    /**
     * Ends a session.
     *
     * @param id its id
     * @throws NotFoundException if there was none
     */
    public void delete(String id) {
        sessions.delete(id);
    }
}
