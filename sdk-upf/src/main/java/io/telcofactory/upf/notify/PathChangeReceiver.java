package io.telcofactory.upf.notify;

import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.upf.internal.http.Json;
import io.telcofactory.upf.internal.json.JsonMismatchException;
import io.telcofactory.upf.internal.nef.TrafficInfluenceJson;
import io.telcofactory.upf.nef.DnaiChangeType;
import io.telcofactory.upf.nef.EventNotification;
import io.telcofactory.upf.nef.SubscribedEvent;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Receives UP_PATH_CHANGE notifications of a NEF: a function from request to answer, to be mounted in any HTTP server.
 *
 * <p>A notification is taken only if its path ends in the secret given, since a NEF does not sign what it sends; a repeated
 * one is answered and not told again. A breakout is active once a change to its DNAI was told late, that is after the new
 * path was set up.
 *
 * <p><b>Threads:</b> safe for concurrent use; the listener runs on the calling thread.
 *
 * <p><b>Source:</b> 3GPP TS 29.522 (TrafficInfluence, Release 17).
 *
 * @since 0.1
 */
public final class PathChangeReceiver {
    private static final int REMEMBERED = 10_000;

    private final String secret;
    private final Consumer<EventNotification> listener;
    private final Set<EventNotification> seen = Collections.synchronizedSet(Collections.newSetFromMap(new Recent()));
    private final Map<String, String> activeDnai = new ConcurrentHashMap<>();

    /**
     * Makes a receiver.
     *
     * @param secret the last segment of the notification address, hard to guess; at least 16 characters
     * @param listener hears of each new notification
     */
    public PathChangeReceiver(String secret, Consumer<EventNotification> listener) {
        if (secret.length() < 16) {
            throw new IllegalArgumentException("secret has " + secret.length() + " characters, must have at least 16");
        }
        this.secret = secret;
        this.listener = listener;
    }

    /**
     * Handles a request.
     *
     * @param request what the NEF sent
     * @return 204 if it was understood, else 400, 404, 405 or 415
     */
    public HttpAnswer handle(HttpCall request) {
        String path = String.valueOf(request.uri().getPath());
        if (!path.endsWith("/" + secret)) {
            return answer(404);
        }
        if (!request.method().equals("POST")) {
            return answer(405);
        }
        if (!mediaType(request).equals("application/json")) {
            return answer(415);
        }
        try {
            EventNotification event = TrafficInfluenceJson.EVENT.read(Json.parse(request.body()));
            if (seen.add(event)) {
                remember(event);
                listener.accept(event);
            }
            return answer(204);
        } catch (JsonMismatchException e) {
            return problem(String.valueOf(e.getMessage()));
        }
    }

    private void remember(EventNotification event) {
        boolean late = event.dnaiChgType().equals(DnaiChangeType.LATE);
        Optional<String> target =
                event.targetDnai().or(() -> event.targetTrafficRoute().map(route -> route.dnai()));
        if (late
                && event.subscribedEvent().equals(SubscribedEvent.UP_PATH_CHANGE)
                && event.afTransId().isPresent()) {
            target.ifPresent(dnai -> activeDnai.put(event.afTransId().get(), dnai));
        }
    }

    /**
     * Returns where the traffic of a transaction goes since the last late notification.
     *
     * @param afTransId the transaction
     * @return the access of the data network, or empty if no change was told yet
     */
    public Optional<String> activeDnai(String afTransId) {
        return Optional.ofNullable(activeDnai.get(afTransId));
    }

    private static String mediaType(HttpCall request) {
        return request.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("content-type"))
                .flatMap(header -> header.getValue().stream())
                .findFirst()
                .map(value -> value.replaceFirst(";.*", "").strip())
                .orElse("");
    }

    private static HttpAnswer answer(int status) {
        return new HttpAnswer(status, Map.of(), new ByteArrayInputStream(new byte[0]));
    }

    private static HttpAnswer problem(String detail) {
        byte[] body = Json.problem(400, detail).getBytes(StandardCharsets.UTF_8);
        return new HttpAnswer(
                400, Map.of("content-type", List.of("application/problem+json")), new ByteArrayInputStream(body));
    }

    /** Forgets the oldest, so that memory stays bounded. */
    private static final class Recent extends LinkedHashMap<EventNotification, Boolean> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<EventNotification, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }
}
