package io.telcofactory.api.spi;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One HTTP request. The body's length is always known, since some servers refuse chunked requests.
 *
 * @param method the verb in capitals, for example {@code POST}
 * @param uri absolute address
 * @param headers names and their values; without {@code Content-Length}
 * @param body the bytes to send, empty for none; not copied, treat as read-only
 * @param timeout the longest time for the whole exchange up to the answer's headers, and for each pause in the body
 * @since 0.1
 */
public record HttpCall(String method, URI uri, Map<String, List<String>> headers, byte[] body, Duration timeout) {

    /** Keeps headers unmodifiable. */
    public HttpCall {
        headers = Map.copyOf(headers);
    }

    /** Returns verb and address only: headers and body may hold secrets. */
    @Override
    public String toString() {
        return method + " " + uri;
    }
}
