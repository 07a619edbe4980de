package io.telcofactory.testkit.steering;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
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
record FakeRequest(String method, URI uri, Map<String, List<String>> headers, byte[] body) {

    static FakeRequest of(String method, URI uri, Map<String, List<String>> headers, byte[] body) {
        Map<String, List<String>> lower = new TreeMap<>();
        headers.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return new FakeRequest(method, uri, lower, body);
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

    JsonNode json() {
        try {
            JsonNode node = FakeReply.JSON.readTree(body);
            if (node == null || !node.isObject()) {
                throw new Refused(FakeReply.problem(400, "MANDATORY_IE_INCORRECT", "the body is no JSON object"));
            }
            return node;
        } catch (IOException e) {
            throw new Refused(FakeReply.problem(400, "INVALID_MSG_FORMAT", "the body is no JSON"));
        }
    }

    String text() {
        return new String(body, UTF_8);
    }
}
