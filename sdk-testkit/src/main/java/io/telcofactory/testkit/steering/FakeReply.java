package io.telcofactory.testkit.steering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An answer of a fake. */
record FakeReply(int status, Map<String, List<String>> headers, byte[] body) {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] NOTHING = new byte[0];

    static FakeReply json(int status, JsonNode body) {
        return of(status, "application/json", body);
    }

    static FakeReply empty(int status) {
        return new FakeReply(status, Map.of(), NOTHING);
    }

    /** Returns problem details; {@code param} and {@code reason} pairs follow. */
    static FakeReply problem(int status, String cause, String detail, String... invalid) {
        ObjectNode body = JSON.createObjectNode();
        body.put("status", status).put("cause", cause).put("detail", detail);
        for (int i = 0; i < invalid.length; i += 2) {
            body.withArray("invalidParams").addObject().put("param", invalid[i]).put("reason", invalid[i + 1]);
        }
        return of(status, "application/problem+json", body);
    }

    static FakeReply of(int status, String mediaType, JsonNode body) {
        try {
            return new FakeReply(status, Map.of("content-type", List.of(mediaType)), JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    FakeReply with(String header, String value) {
        Map<String, List<String>> more = new TreeMap<>(headers);
        more.put(header, List.of(value));
        return new FakeReply(status, more, body);
    }

    @Override
    public String toString() {
        return "status " + status;
    }
}
