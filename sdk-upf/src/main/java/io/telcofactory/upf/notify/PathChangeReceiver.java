package io.telcofactory.upf.notify;

import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.upf.TrafficInfluence;
import io.telcofactory.upf.internal.nef.TrafficInfluenceJson;
import io.telcofactory.upf.nef.AfResultInfo;
import io.telcofactory.upf.nef.AfResultStatus;
import io.telcofactory.upf.nef.DnaiChangeType;
import io.telcofactory.upf.nef.EventNotification;
import io.telcofactory.upf.nef.SubscribedEvent;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Receives UP_PATH_CHANGE notifications of a NEF: a function from request to answer, to be mounted in any HTTP server.
 *
 * <p>A notification is taken only if its path ends in the secret given, since a NEF does not sign what it sends. One that
 * says the same as the last about its UE is answered and not told again, unless telling it failed. Traffic takes the new
 * path once the change was told late, that is after it; where the network waits for the application's acknowledgement, once
 * that was given.
 *
 * <p><b>Threads:</b> safe for concurrent use; the listener runs on the calling thread.
 *
 * <p><b>Source:</b> 3GPP TS 29.522 (TrafficInfluence, Release 17), TS 23.502 clause 4.3.6.3.
 *
 * @since 0.1
 */
public final class PathChangeReceiver {
    private final String secret;
    private final NotificationEndpoint endpoint;
    private final Consumer<EventNotification> listener;
    private final Optional<Acknowledgement> acknowledgement;
    private final Recent<List<Object>, EventNotification> last = new Recent<>();
    private final Recent<String, String> activeDnai = new Recent<>();

    /**
     * Makes a receiver.
     *
     * @param secret the last segment of the notification address, hard to guess; at least 16 characters
     * @param listener hears of each new notification
     */
    public PathChangeReceiver(String secret, Consumer<EventNotification> listener) {
        this(secret, listener, Optional.empty());
    }

    private PathChangeReceiver(
            String secret, Consumer<EventNotification> listener, Optional<Acknowledgement> acknowledgement) {
        this.secret = secret;
        this.endpoint = new NotificationEndpoint(secret, "application/json", Optional::empty);
        this.listener = listener;
        this.acknowledgement = acknowledgement;
    }

    /**
     * Returns a receiver that also acknowledges the changes for which the network waits; it moves the traffic only then.
     * Ask for it when the subscription is made, see {@link io.telcofactory.upf.steering.NefSteering#withNotifications}.
     *
     * @param influence where to acknowledge
     * @param decision what the application makes of a change
     * @param executor runs decision and acknowledgement, best after the notification was answered; when they fail, their
     *     task ends with the exception, and the notification is acknowledged when it is repeated
     * @return the receiver
     */
    public PathChangeReceiver acknowledging(
            TrafficInfluence influence, Function<EventNotification, AfResultInfo> decision, Executor executor) {
        return new PathChangeReceiver(
                secret, listener, Optional.of(new Acknowledgement(influence, decision, executor)));
    }

    /**
     * Tells whether the network should wait for an acknowledgement.
     *
     * @return true if this receiver gives one
     */
    public boolean acknowledges() {
        return acknowledgement.isPresent();
    }

    /**
     * Handles a request.
     *
     * @param request what the NEF sent
     * @return 204 if it was understood, else 400, 404, 405 or 415
     */
    public HttpAnswer handle(HttpCall request) {
        return endpoint.handle(request, node -> {
            take(TrafficInfluenceJson.EVENT.read(node));
            return 204;
        });
    }

    private void take(EventNotification event) {
        if (!last.changed(about(event), event)) {
            return;
        }
        try {
            if (event.afAckUri().isEmpty()) {
                moved(event);
            }
            listener.accept(event);
            acknowledgement
                    .filter(a -> event.afAckUri().isPresent())
                    .ifPresent(a -> a.executor.execute(() -> acknowledge(a, event)));
        } catch (RuntimeException e) {
            last.forget(about(event), event);
            throw e;
        }
    }

    private void acknowledge(Acknowledgement given, EventNotification event) {
        try {
            AfResultInfo result = given.decision.apply(event);
            given.influence.acknowledge(event, result);
            if (result.afStatus().equals(AfResultStatus.SUCCESS)) {
                moved(event);
            }
        } catch (RuntimeException e) {
            last.forget(about(event), event);
            throw e;
        }
    }

    /** A path may go back and forth, so that only a repetition of the last notification about a UE is one. */
    private static List<Object> about(EventNotification event) {
        return List.of(
                event.afTransId(),
                event.dnaiChgType(),
                event.gpsi(),
                event.tgtUeIpv4Addr(),
                event.tgtUeIpv6Prefix(),
                event.ueMac());
    }

    private void moved(EventNotification event) {
        Optional<String> target =
                event.targetDnai().or(() -> event.targetTrafficRoute().map(route -> route.dnai()));
        if (event.dnaiChgType().equals(DnaiChangeType.LATE)
                && event.subscribedEvent().equals(SubscribedEvent.UP_PATH_CHANGE)
                && event.afTransId().isPresent()) {
            target.ifPresent(dnai -> activeDnai.changed(event.afTransId().get(), dnai));
        }
    }

    /**
     * Returns where the traffic of a transaction goes since its last confirmed change.
     *
     * @param afTransId the transaction
     * @return the access of the data network, or empty if no change was confirmed yet
     */
    public Optional<String> activeDnai(String afTransId) {
        return activeDnai.find(afTransId);
    }

    private record Acknowledgement(
            TrafficInfluence influence, Function<EventNotification, AfResultInfo> decision, Executor executor) {}
}
