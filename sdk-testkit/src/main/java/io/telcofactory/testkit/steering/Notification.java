package io.telcofactory.testkit.steering;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.api.spi.HttpTransport;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A notification that a fake has to deliver.
 *
 * @param destination where the subscriber wants it
 * @param headers content type, and credentials if the subscriber gave any
 * @param body JSON text
 * @since 0.1
 */
public record Notification(URI destination, Map<String, List<String>> headers, String body) {
    private static final String CONTENT_TYPE = "Content-Type";

    /** Keeps headers unmodifiable. */
    public Notification {
        headers = Map.copyOf(headers);
    }

    /** Returns a notification without credentials. */
    static Notification of(URI destination, String mediaType, String body) {
        return new Notification(destination, Map.of(CONTENT_TYPE, List.of(mediaType)), body);
    }

    /** Returns a notification that shows a token. */
    static Notification signed(URI destination, String mediaType, String token, String body) {
        Map<String, List<String>> headers =
                Map.of(CONTENT_TYPE, List.of(mediaType), "Authorization", List.of("Bearer " + token));
        return new Notification(destination, headers, body);
    }

    /**
     * Returns the request by which it is delivered.
     *
     * @return a POST
     */
    public HttpCall call() {
        return new HttpCall("POST", destination, headers, body.getBytes(UTF_8), Duration.ofSeconds(10));
    }

    /**
     * Delivers it.
     *
     * @param transport the way to its destination
     * @return the status of the answer
     * @throws IOException if it did not get there
     */
    public int deliver(HttpTransport transport) throws IOException {
        try (HttpAnswer answer = transport.exchange(call())) {
            return answer.status();
        }
    }
}
