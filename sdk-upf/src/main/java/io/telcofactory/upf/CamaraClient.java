package io.telcofactory.upf;

import io.telcofactory.upf.connection.ConnectionSettings;
import io.telcofactory.upf.internal.http.RestClient;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The interfaces of an operator's CAMARA gateway that steer traffic.
 *
 * <p>With client credentials (a two-legged token) a request names its device; a token that was given by a user (three
 * legs, {@link io.telcofactory.upf.connection.Authorization#bearer}) names the device itself, and a request must not.
 *
 * <p><b>Threads:</b> safe for concurrent use.
 *
 * <p><b>Source:</b> CAMARA Traffic Influence 0.10.0 and Quality On Demand 1.1.0.
 *
 * @since 0.1
 */
public final class CamaraClient implements AutoCloseable {
    private final RestClient rest;
    private final TrafficIntents trafficIntents;
    private final QualityOnDemand qualityOnDemand;

    private CamaraClient(URI apiRoot, RestClient rest) {
        this.rest = rest;
        this.trafficIntents = new TrafficIntents(rest, Paths.of(apiRoot, "traffic-influence", "v0.10"));
        this.qualityOnDemand = new QualityOnDemand(rest, Paths.of(apiRoot, "quality-on-demand", "v1"));
    }

    /**
     * Returns a client. Nothing is sent yet.
     *
     * @param apiRoot scheme, host, port and optional prefix, for example {@code https://api.operator.example}
     * @param settings transport, credentials, deadline
     * @return the client
     */
    public static CamaraClient of(URI apiRoot, ConnectionSettings settings) {
        return new CamaraClient(apiRoot, new RestClient("camara", settings));
    }

    /**
     * Returns a client whose calls carry an {@code x-correlator}, by which the operator finds them in its logs. Refusals
     * quote it.
     *
     * @param apiRoot scheme, host, port and optional prefix
     * @param settings transport, credentials, deadline
     * @param correlator gives one for each attempt: at most 256 letters, digits and {@code -_:;./<>{}}
     * @return the client
     */
    public static CamaraClient correlated(URI apiRoot, ConnectionSettings settings, Supplier<String> correlator) {
        return new CamaraClient(apiRoot, new RestClient("camara", settings, () -> Optional.of(correlator.get())));
    }

    /**
     * Returns the interface by which traffic is brought to applications at the edge.
     *
     * @return Traffic Influence 0.10
     */
    public TrafficIntents trafficIntents() {
        return trafficIntents;
    }

    /**
     * Returns the interface by which traffic gets a quality of service.
     *
     * @return Quality On Demand 1.1
     */
    public QualityOnDemand qualityOnDemand() {
        return qualityOnDemand;
    }

    /** Closes the HTTP connections, unless the transport was given. */
    @Override
    public void close() {
        rest.close();
    }
}
