package io.telcofactory.testkit.steering;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telcofactory.api.spi.Time;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A token endpoint (RFC 6749 section 4.4) and the check of the tokens it gave. */
final class FakeTokens {
    static final String PATH = "/oauth2/token";

    private final String clientId;
    private final String secret;
    private final Duration life;
    private final Time time;
    private final Map<String, Instant> valid = new HashMap<>();
    private int issued;

    FakeTokens(String clientId, String secret, Duration life, Time time) {
        this.clientId = clientId;
        this.secret = secret;
        this.life = life;
        this.time = time;
    }

    int issued() {
        return issued;
    }

    void revokeAll() {
        valid.clear();
    }

    FakeReply issue(FakeRequest request) {
        Map<String, String> form = form(request.text());
        if (!request.method().equals("POST") || !"client_credentials".equals(form.get("grant_type"))) {
            return error(400, "unsupported_grant_type");
        }
        boolean basic = request.header("authorization").filter(this::isOurs).isPresent();
        boolean posted = clientId.equals(form.get("client_id")) && secret.equals(form.get("client_secret"));
        if (!basic && !posted) {
            return error(401, "invalid_client");
        }
        String token = "token-" + ++issued;
        valid.put(token, time.now().plus(life));
        ObjectNode body = FakeReply.JSON.createObjectNode();
        body.put("access_token", token).put("token_type", "Bearer").put("expires_in", life.toSeconds());
        return FakeReply.json(200, body);
    }

    /** Returns the refusal of a request without a valid token. */
    Optional<FakeReply> check(FakeRequest request) {
        String header = request.header("authorization").orElse("");
        Instant until = header.startsWith("Bearer ") ? valid.get(header.substring("Bearer ".length())) : null;
        if (until != null && time.now().isBefore(until)) {
            return Optional.empty();
        }
        return Optional.of(request.errors()
                .of(401, "a valid access token is needed")
                .with("www-authenticate", "Bearer error=\"invalid_token\""));
    }

    /** Id and secret are form-encoded before they are joined, RFC 6749 section 2.3.1. */
    private boolean isOurs(String header) {
        String joined = URLEncoder.encode(clientId, UTF_8) + ":" + URLEncoder.encode(secret, UTF_8);
        return header.equals("Basic " + Base64.getEncoder().encodeToString(joined.getBytes(UTF_8)));
    }

    private static FakeReply error(int status, String code) {
        return FakeReply.json(status, FakeReply.JSON.createObjectNode().put("error", code));
    }

    private static Map<String, String> form(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String field : text.split("&")) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(
                        URLDecoder.decode(field.substring(0, equals), UTF_8),
                        URLDecoder.decode(field.substring(equals + 1), UTF_8));
            }
        }
        return fields;
    }
}
