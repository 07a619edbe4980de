package io.telcofactory.testkit.steering;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request that a fake saw, with its answer.
 *
 * @param method verb in capitals
 * @param path path and query as they came
 * @param requestHeaders lower-case names and values
 * @param requestBody text of the body, empty if none
 * @param status the answer's status, whether the answer got through or not
 * @param answerHeaders lower-case names and values
 * @param answerBody text of the body, empty if none
 * @since 0.1
 */
public record Exchange(
        String method,
        String path,
        Map<String, List<String>> requestHeaders,
        String requestBody,
        int status,
        Map<String, List<String>> answerHeaders,
        String answerBody) {

    /**
     * Returns the media type of the request's body.
     *
     * @return the type without parameters, or empty
     */
    public Optional<String> requestType() {
        return type(requestHeaders);
    }

    /**
     * Returns the media type of the answer's body.
     *
     * @return the type without parameters, or empty
     */
    public Optional<String> answerType() {
        return type(answerHeaders);
    }

    private static Optional<String> type(Map<String, List<String>> headers) {
        return headers.getOrDefault("content-type", List.of()).stream()
                .findFirst()
                .map(text -> text.replaceFirst(";.*", "").strip());
    }

    /** Returns verb, path and status. */
    @Override
    public String toString() {
        return method + " " + path + " -> " + status;
    }
}
