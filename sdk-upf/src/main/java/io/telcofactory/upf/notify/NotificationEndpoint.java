package io.telcofactory.upf.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.upf.internal.http.Json;
import io.telcofactory.upf.internal.json.JsonMismatchException;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** What all receivers do with a request before they look at its content. */
final class NotificationEndpoint {
    private static final int SHORTEST_SECRET = 16;
    private static final String BEARER = "Bearer ";

    private final String secret;
    private final String mediaType;
    private final Supplier<Optional<String>> token;

    /**
     * Makes an endpoint.
     *
     * @param secret last segment of its address
     * @param mediaType what is received
     * @param token the bearer token that a request must show; empty for none
     */
    NotificationEndpoint(String secret, String mediaType, Supplier<Optional<String>> token) {
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "secret has " + secret.length() + " characters, must have at least " + SHORTEST_SECRET);
        }
        this.secret = secret;
        this.mediaType = mediaType;
        this.token = token;
    }

    /** Answers a request; its content goes to {@code taking}, which returns the status or refuses its form. */
    HttpAnswer handle(HttpCall request, ToIntFunction<JsonNode> taking) {
        String path = String.valueOf(request.uri().getPath());
        if (!same(path.substring(path.lastIndexOf('/') + 1), secret)) {
            return answer(404);
        }
        Optional<String> demanded = token.get();
        if (demanded.isPresent() && !same(bearer(request), demanded.get())) {
            return answer(401);
        }
        if (!request.method().equals("POST")) {
            return answer(405);
        }
        if (!header(request, "content-type").replaceFirst(";.*", "").strip().equalsIgnoreCase(mediaType)) {
            return answer(415);
        }
        try {
            return answer(taking.applyAsInt(Json.parse(request.body())));
        } catch (JsonMismatchException e) {
            byte[] problem = Json.problem(400, String.valueOf(e.getMessage())).getBytes(UTF_8);
            return answer(400, Map.of("content-type", List.of("application/problem+json")), problem);
        }
    }

    /** The token that is shown, empty for another scheme, whose name has no case. */
    private static String bearer(HttpCall request) {
        String shown = header(request, "authorization");
        return shown.regionMatches(true, 0, BEARER, 0, BEARER.length()) ? shown.substring(BEARER.length()) : "";
    }

    /** Compares in a time that does not tell how much was right. */
    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(UTF_8), expected.getBytes(UTF_8));
    }

    private static String header(HttpCall request, String name) {
        return request.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst()
                .orElse("");
    }

    private static HttpAnswer answer(int status) {
        return answer(status, Map.of(), new byte[0]);
    }

    private static HttpAnswer answer(int status, Map<String, List<String>> headers, byte[] body) {
        return new HttpAnswer(status, headers, new ByteArrayInputStream(body));
    }
}
