package io.telcofactory.upf;

import io.telcofactory.upf.connection.ConnectionSettings;
import io.telcofactory.upf.internal.http.RestClient;
import io.telcofactory.upf.nef.Leniency;
import java.net.URI;
import java.util.Set;

/**
 * The northbound interfaces of a Network Exposure Function for one application function.
 *
 * <p><b>Threads:</b> safe for concurrent use.
 *
 * <p><b>Source:</b> 3GPP TS 29.522 and TS 29.122, Release 17.
 *
 * @since 0.1
 */
public final class NefClient implements AutoCloseable {
    private final RestClient rest;
    private final TrafficInfluence trafficInfluence;
    private final PfdProvisioning pfdProvisioning;
    private final QosSessions qosSessions;

    private NefClient(URI apiRoot, String afId, ConnectionSettings settings, Set<Leniency> leniencies) {
        this.rest = new RestClient("nef", settings);
        this.trafficInfluence = new TrafficInfluence(
                rest, Paths.of(apiRoot, "3gpp-traffic-influence", "v1", afId, "subscriptions"), leniencies);
        this.pfdProvisioning =
                new PfdProvisioning(rest, Paths.of(apiRoot, "3gpp-pfd-management", "v1", afId, "transactions"));
        this.qosSessions =
                new QosSessions(rest, Paths.of(apiRoot, "3gpp-as-session-with-qos", "v1", afId, "subscriptions"));
    }

    /**
     * Returns a client that insists on the standard. Nothing is sent yet.
     *
     * @param apiRoot scheme, host, port and optional prefix, for example {@code https://nef.operator.example}
     * @param afId id of the application function, as the operator gave it
     * @param settings transport, credentials, deadline
     * @return the client
     */
    public static NefClient of(URI apiRoot, String afId, ConnectionSettings settings) {
        return new NefClient(apiRoot, afId, settings, Set.of());
    }

    /**
     * Returns a client for a network that does not keep all rules of the standard.
     *
     * @param apiRoot scheme, host, port and optional prefix
     * @param afId id of the application function, as the operator gave it
     * @param settings transport, credentials, deadline
     * @param leniencies the rules it does not keep
     * @return the client
     */
    public static NefClient lenient(URI apiRoot, String afId, ConnectionSettings settings, Set<Leniency> leniencies) {
        return new NefClient(apiRoot, afId, settings, Set.copyOf(leniencies));
    }

    /**
     * Returns the interface by which traffic is steered.
     *
     * @return TrafficInfluence of TS 29.522
     */
    public TrafficInfluence trafficInfluence() {
        return trafficInfluence;
    }

    /**
     * Returns the interface by which applications are made known to the network.
     *
     * @return PFD management of TS 29.122; the id of the application function stands for the SCS/AS
     */
    public PfdProvisioning pfdProvisioning() {
        return pfdProvisioning;
    }

    /**
     * Returns the interface by which sessions get a QoS.
     *
     * @return AsSessionWithQoS of TS 29.122; the id of the application function stands for the SCS/AS
     */
    public QosSessions qosSessions() {
        return qosSessions;
    }

    /** Closes the HTTP connections, unless the transport was given. */
    @Override
    public void close() {
        rest.close();
    }
}
