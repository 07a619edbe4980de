package io.telcofactory.upf.notify;

import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.upf.camara.CloudEvent;
import io.telcofactory.upf.camara.EventType;
import io.telcofactory.upf.internal.camara.CloudEventJson;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Receives the events of a CAMARA gateway: a function from request to answer, to be mounted in any HTTP server.
 *
 * <p>An event is taken only if its path ends in the secret given, and if it shows the token given, the one that was sent as
 * {@link io.telcofactory.upf.camara.SinkCredential}. An event that was told once, by source and id, is answered and not
 * told again, unless telling it failed; the last 10,000 are remembered.
 *
 * <p><b>Threads:</b> safe for concurrent use; the listener runs on the calling thread.
 *
 * <p><b>Source:</b> CloudEvents 1.0 (HTTP binding, structured mode), CAMARA Traffic Influence 0.10 and Quality On Demand 1.1.
 *
 * @since 0.1
 */
public final class CloudEventReceiver {
    private final NotificationEndpoint endpoint;
    private final Consumer<CloudEvent> listener;
    private final Recent<Origin, Boolean> told = new Recent<>();

    private CloudEventReceiver(String secret, Supplier<Optional<String>> token, Consumer<CloudEvent> listener) {
        this.endpoint = new NotificationEndpoint(secret, "application/cloudevents+json", token);
        this.listener = listener;
    }

    /**
     * Makes a receiver for a sink without a credential.
     *
     * @param secret the last segment of the sink, hard to guess; at least 16 characters
     * @param listener hears of each new event
     * @return the receiver
     */
    public static CloudEventReceiver of(String secret, Consumer<CloudEvent> listener) {
        return new CloudEventReceiver(secret, Optional::empty, listener);
    }

    /**
     * Makes a receiver for a sink with an access token.
     *
     * @param secret the last segment of the sink, hard to guess; at least 16 characters
     * @param token gives the token that events must show, asked for each
     * @param listener hears of each new event
     * @return the receiver
     */
    public static CloudEventReceiver demanding(String secret, Supplier<String> token, Consumer<CloudEvent> listener) {
        return new CloudEventReceiver(secret, () -> Optional.of(token.get()), listener);
    }

    /**
     * Handles a request.
     *
     * @param request what the gateway sent
     * @return 202 or 204 if it was understood, as its interface wants it, else 400, 401, 404, 405 or 415
     */
    public HttpAnswer handle(HttpCall request) {
        return endpoint.handle(request, node -> {
            CloudEvent event = CloudEventJson.read(node);
            take(event);
            // In Traffic Influence 204 means that nothing more is wanted.
            return event.type().equals(EventType.QOS_STATUS_CHANGED) ? 204 : 202;
        });
    }

    private void take(CloudEvent event) {
        Origin origin = new Origin(event.source(), event.id());
        if (!told.changed(origin, true)) {
            return;
        }
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            told.forget(origin, true);
            throw e;
        }
    }

    private record Origin(URI source, String id) {}
}
