package io.telcofactory.testkit.steering;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request as the core of a fake sees it. */
record FakeRequest(String method, URI uri, Map<String, List<String>> headers, byte[] body, ErrorForm errors) {

    static FakeRequest of(String method, URI uri, Map<String, List<String>> headers, byte[] body, ErrorForm errors) {
        Map<String, List<String>> lower = new TreeMap<>();
        headers.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return new FakeRequest(method, uri, lower, body, errors);
    }

    /** Returns the path below a prefix, cut at its slashes and decoded; empty if it lies elsewhere. */
    Optional<List<String>> below(String prefix) {
        String path = uri.getRawPath();
        if (!path.startsWith(prefix + "/")) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(path.substring(prefix.length() + 1).split("/"))
                .map(segment -> URLDecoder.decode(segment, UTF_8))
                .toList());
    }

    Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    String mediaType() {
        return header("content-type")
                .map(t -> t.replaceFirst(";.*", "").strip())
                .orElse("");
    }

    /** Returns the body, which must be a JSON object of this media type. */
    ObjectNode object(String mediaType) {
        if (!mediaType().equals(mediaType)) {
            throw refusal(415, "'" + mediaType() + "' instead of " + mediaType);
        }
        return json();
    }

    private ObjectNode json() {
        try {
            JsonNode node = FakeReply.JSON.readTree(body);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw refusal(400, "the body is no JSON object");
        } catch (IOException e) {
            throw refusal(400, "the body is no JSON");
        }
    }

    FakeReply notAllowed() {
        return errors.of(405, method + " is not allowed here");
    }

    private Refused refusal(int status, String detail) {
        return new Refused(errors.of(status, detail));
    }

    String text() {
        return new String(body, UTF_8);
    }
}
