package io.telcofactory.upf;

import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.upf.internal.http.RestCall;
import io.telcofactory.upf.internal.http.RestClient;
import io.telcofactory.upf.internal.nef.QosJson;
import io.telcofactory.upf.nef.AsSessionWithQos;
import io.telcofactory.upf.nef.AsSessionWithQosPatch;
import java.net.URI;
import java.util.List;

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
     * Makes a session. The interface gives no means to find it again after a lost answer.
     *
     * @param session what is asked for
     * @return what the network stored
     * @throws io.telcofactory.api.error.OutcomeUnknownException if the answer was lost
     */
    public Stored<AsSessionWithQos> create(AsSessionWithQos session) {
        return sessions.post(session, "session");
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
