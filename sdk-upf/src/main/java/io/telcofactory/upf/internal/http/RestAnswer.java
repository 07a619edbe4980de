package io.telcofactory.upf.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.ProtocolException;
import io.telcofactory.upf.internal.json.JsonMismatchException;
import io.telcofactory.upf.internal.json.JsonType;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An answer that says yes, read to its end.
 *
 * @param status 200 to 299
 * @param uri where it came from, after redirects
 * @param headers lower-case names and their values
 * @param body its bytes, none if empty
 * @param context for exceptions about it
 */
public record RestAnswer(int status, URI uri, Map<String, List<String>> headers, byte[] body, ErrorContext context) {

    /**
     * Returns the first value of a header.
     *
     * @param name in lower case
     * @return the value, or empty
     */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /**
     * Tells whether there is anything to read.
     *
     * @return false for 204 and all other empty answers
     */
    public boolean hasBody() {
        return body.length > 0;
    }

    /**
     * Reads the body.
     *
     * @param <T> type of the value
     * @param type its form
     * @return the value
     * @throws ProtocolException if the body is no JSON or has another form
     */
    public <T> T read(JsonType<T> type) {
        try {
            JsonNode node = Json.parse(body);
            return type.read(node);
        } catch (JsonMismatchException e) {
            throw new ProtocolException(
                    context,
                    "The answer is not what the specification says: " + e.getMessage() + ". Body: "
                            + Json.excerpt(body),
                    e);
        }
    }

    /**
     * Returns where the resource that was made can be found.
     *
     * @return the Location header, resolved
     * @throws ProtocolException if there is none or it is no address
     */
    public URI location() {
        String location = header("location")
                .orElseThrow(() -> new ProtocolException(
                        context,
                        "The answer " + status + " lacks the mandatory Location header, so that what was made can't be"
                                + " addressed. Look for it in the collection."));
        try {
            return uri.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new ProtocolException(context, "The Location header '" + location + "' is no address.", e);
        }
    }
}
