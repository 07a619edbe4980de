package io.telcofactory.upf.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What to ask of an API.
 *
 * @param method verb in capitals
 * @param uri absolute address
 * @param headers besides those that every call has
 * @param body JSON to send
 * @param mediaType of the body
 * @param idempotent whether a second run after a lost answer does no harm
 * @param target what it acts on, for messages
 */
public record RestCall(
        String method,
        URI uri,
        Map<String, String> headers,
        Optional<JsonNode> body,
        String mediaType,
        boolean idempotent,
        String target) {
    /** Media type of plain JSON. */
    public static final String JSON = "application/json";
    /** Media type of a merge-patch, RFC 7396. */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    /**
     * Returns a call that reads.
     *
     * @param uri absolute address
     * @param target what is read
     * @return a GET
     */
    public static RestCall get(URI uri, String target) {
        return new RestCall("GET", uri, Map.of(), Optional.empty(), JSON, true, target);
    }

    /**
     * Returns a call that makes something, and must not simply be repeated.
     *
     * @param uri absolute address
     * @param body what to make
     * @param target what is made
     * @return a POST
     */
    public static RestCall post(URI uri, JsonNode body, String target) {
        return new RestCall("POST", uri, Map.of(), Optional.of(body), JSON, false, target);
    }

    /**
     * Returns a call that replaces.
     *
     * @param uri absolute address
     * @param body the whole new state
     * @param target what is replaced
     * @return a PUT
     */
    public static RestCall put(URI uri, JsonNode body, String target) {
        return new RestCall("PUT", uri, Map.of(), Optional.of(body), JSON, true, target);
    }

    /**
     * Returns a call that changes a part. A merge-patch sets and removes; twice is the same as once.
     *
     * @param uri absolute address
     * @param body the changes
     * @param mediaType {@link #MERGE_PATCH}, or what the interface wants
     * @param target what is changed
     * @return a PATCH
     */
    public static RestCall patch(URI uri, JsonNode body, String mediaType, String target) {
        return new RestCall("PATCH", uri, Map.of(), Optional.of(body), mediaType, true, target);
    }

    /**
     * Returns a call that deletes.
     *
     * @param uri absolute address
     * @param target what is deleted
     * @return a DELETE
     */
    public static RestCall delete(URI uri, String target) {
        return new RestCall("DELETE", uri, Map.of(), Optional.empty(), JSON, true, target);
    }

    /**
     * Returns the same call with one more header.
     *
     * @param name of the header
     * @param value of the header
     * @return the call
     */
    public RestCall withHeader(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new RestCall(method, uri, more, body, mediaType, idempotent, target);
    }

    /**
     * Returns the same call as one that may be repeated, for a POST that only reads or that says the same again.
     *
     * @return the call
     */
    public RestCall harmless() {
        return new RestCall(method, uri, headers, body, mediaType, true, target);
    }

    /**
     * Returns the same call to another address, for redirects.
     *
     * @param other absolute address
     * @return the call
     */
    RestCall to(URI other) {
        return new RestCall(method, other, headers, body, mediaType, idempotent, target);
    }
}
