package io.telcofactory.opennebula.flow;

import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.opennebula.ClientSettings;
import io.telcofactory.opennebula.Credentials;
import io.telcofactory.opennebula.Wait;
import io.telcofactory.opennebula.internal.Endpoints;
import io.telcofactory.opennebula.transport.OkHttpTransport;
import java.net.URI;
import java.util.List;

/**
 * A client of OneFlow, OpenNebula's service for services of several roles.
 *
 * <p>Errors: all calls throw {@link io.telcofactory.api.error.SdkException}, named by what they mean. Threads: safe. Source:
 * OneFlow of OpenNebula 7.0 to 7.4.
 *
 * @since 0.1
 */
public final class OneFlow implements AutoCloseable {
    private final FlowCaller caller;
    private final Runnable onClose;

    private OneFlow(FlowCaller caller, Runnable onClose) {
        this.caller = caller;
        this.onClose = onClose;
    }

    /**
     * Makes a client with the defaults. Nothing is sent yet.
     *
     * @param endpoint for example {@code http://frontend:2474}
     * @param credentials user and password, or user and token
     * @return a client, to be closed
     */
    public static OneFlow connect(String endpoint, Credentials credentials) {
        return connect(URI.create(endpoint), credentials, ClientSettings.defaults());
    }

    /**
     * Makes a client. Nothing is sent yet.
     *
     * @param endpoint for example {@code http://frontend:2474}
     * @param credentials user and password, or user and token
     * @param settings how calls are made
     * @return a client, to be closed
     */
    public static OneFlow connect(URI endpoint, Credentials credentials, ClientSettings settings) {
        return connect(List.of(endpoint), credentials, settings);
    }

    /**
     * Makes a client of a highly available front-end, of which one server runs OneFlow. It asks one until that is out of
     * reach, then the next one. Nothing is sent yet.
     *
     * @param endpoints of the servers of one zone, the preferred one first; at least one
     * @param credentials user and password, or user and token
     * @param settings how calls are made
     * @return a client, to be closed
     */
    public static OneFlow connect(List<URI> endpoints, Credentials credentials, ClientSettings settings) {
        HttpTransport http = settings.transport().orElseGet(OkHttpTransport::create);
        Runnable onClose = settings.transport().isPresent() ? () -> {} : http::close;
        return new OneFlow(new FlowCaller(new Endpoints(endpoints), http, credentials, settings), onClose);
    }

    /**
     * Returns the same client for another user, or for a token.
     *
     * @param credentials who calls
     * @return a view that needs no closing
     */
    public OneFlow as(Credentials credentials) {
        return new OneFlow(caller.as(credentials), () -> {});
    }

    /**
     * Returns the calls on service templates.
     *
     * @return calls of this client's user
     */
    public ServiceTemplates templates() {
        return new ServiceTemplates(caller);
    }

    /**
     * Returns the calls on services.
     *
     * @return calls of this client's user
     */
    public Services services() {
        return new Services(caller);
    }

    /**
     * Waits for a service. Use {@link Wait#untilGone()} after a deletion: a deleted service is not seen as done, it is gone.
     *
     * @param id the service
     * @return to be told until when
     */
    public Wait<Service> await(int id) {
        ClientSettings settings = caller.settings();
        return Wait.on("service " + id, () -> services().get(id), settings.time(), settings.random());
    }

    /** Closes what the client opened itself; does nothing on a view made by {@link #as}. */
    @Override
    public void close() {
        onClose.run();
    }

    /** Returns the user, never the secret. */
    @Override
    public String toString() {
        return "OneFlow " + caller;
    }
}
