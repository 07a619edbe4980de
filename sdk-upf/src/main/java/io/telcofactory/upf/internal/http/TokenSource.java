package io.telcofactory.upf.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.ProtocolException;
import io.telcofactory.api.error.SdkException;
import io.telcofactory.api.internal.call.CallPolicy;
import io.telcofactory.api.internal.call.Operation;
import io.telcofactory.api.internal.call.RetryLoop;
import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.api.spi.Time;
import io.telcofactory.upf.connection.ClientCredentials;
import io.telcofactory.upf.internal.json.JsonMismatchException;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one access token and renews it before it expires. While one thread fetches, all others wait for its result: the
 * token endpoint sees one request, and a failure reaches every waiting call once.
 */
final class TokenSource {
    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final Duration DEFAULT_LIFE = Duration.ofMinutes(5);
    private static final int LARGEST_ANSWER = 1 << 20;

    private final ClientCredentials credentials;
    private final HttpTransport transport;
    private final RetryLoop loop;
    private final CallPolicy policy;
    private final Time time;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Token current;
    private @Nullable CompletableFuture<Token> flight;

    TokenSource(ClientCredentials credentials, HttpTransport transport, RetryLoop loop, CallPolicy policy, Time time) {
        this.credentials = credentials;
        this.transport = transport;
        this.loop = loop;
        // The call that needs the token is repeated, and the request for it with it.
        this.policy = policy.withMaxAttempts(1);
        this.time = time;
    }

    /** Returns a token that is valid for a while, waiting at most about this long. */
    String token(Duration remaining) {
        CompletableFuture<Token> mine = new CompletableFuture<>();
        CompletableFuture<Token> awaited;
        lock.lock();
        try {
            if (current != null && time.now().isBefore(current.renewAt)) {
                return current.text;
            }
            awaited = flight == null ? mine : flight;
            flight = awaited;
        } finally {
            lock.unlock();
        }
        if (awaited == mine) {
            fetchInto(mine, remaining);
        }
        try {
            return awaited.join().text;
        } catch (CompletionException e) {
            if (e.getCause() instanceof SdkException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Forgets a token that the API refused, unless it was already replaced. */
    void refused(String token) {
        lock.lock();
        try {
            if (current != null && current.text.equals(token)) {
                current = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private void fetchInto(CompletableFuture<Token> result, Duration remaining) {
        Token fetched = null;
        RuntimeException failure = null;
        try {
            fetched = fetch(remaining);
        } catch (RuntimeException e) {
            failure = e;
        }
        lock.lock();
        try {
            current = fetched;
            flight = null;
        } finally {
            lock.unlock();
        }
        if (failure != null) {
            result.completeExceptionally(failure);
        } else {
            result.complete(fetched);
        }
    }

    private Token fetch(Duration remaining) {
        Instant asked = time.now();
        // Asking for a token twice does no harm: both are valid.
        Operation operation = new Operation("POST " + credentials.tokenUri().getPath(), "access token", true);
        return loop.with(policy.withDeadline(remaining)).run(operation, attempt -> {
            HttpCall call = new HttpCall(
                    "POST", credentials.tokenUri(), headers(), form().getBytes(UTF_8), attempt.remaining());
            try (HttpAnswer answer = transport.exchange(call)) {
                byte[] body = answer.body().readNBytes(LARGEST_ANSWER);
                if (answer.status() != 200) {
                    throw Refusal.of(answer.status() == 400 ? 401 : answer.status(), body)
                            .meaning(attempt.context(), true);
                }
                return read(body, asked, attempt.context());
            }
        });
    }

    private static Token read(byte[] body, Instant asked, ErrorContext context) {
        try {
            JsonNode node = Json.parse(body);
            String text = node.path("access_token").asText("");
            if (text.isEmpty()) {
                throw JsonMismatchException.document("lacks 'access_token'");
            }
            Duration life = node.path("expires_in").isNumber()
                    ? Duration.ofSeconds(node.path("expires_in").asLong())
                    : DEFAULT_LIFE;
            Duration margin = life.compareTo(MARGIN.multipliedBy(2)) < 0 ? life.dividedBy(2) : MARGIN;
            return new Token(text, asked.plus(life).minus(margin));
        } catch (JsonMismatchException e) {
            throw new ProtocolException(
                    context, "The token endpoint's answer can't be read: " + e.getMessage() + ".", e);
        }
    }

    private Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new TreeMap<>();
        headers.put("Content-Type", List.of("application/x-www-form-urlencoded"));
        headers.put("Accept", List.of("application/json"));
        if (!credentials.inBody()) {
            String pair = encode(credentials.clientId()) + ":"
                    + encode(credentials.secret().get());
            headers.put("Authorization", List.of("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8))));
        }
        return headers;
    }

    private String form() {
        Map<String, String> fields = new TreeMap<>(credentials.parameters());
        fields.put("grant_type", "client_credentials");
        credentials.scope().ifPresent(scope -> fields.put("scope", scope));
        if (credentials.inBody()) {
            fields.put("client_id", credentials.clientId());
            fields.put("client_secret", credentials.secret().get());
        }
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private record Token(String text, Instant renewAt) {
        @Override
        public String toString() {
            return "Token until " + renewAt;
        }
    }
}
