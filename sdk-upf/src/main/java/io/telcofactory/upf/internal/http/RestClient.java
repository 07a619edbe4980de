package io.telcofactory.upf.internal.http;

import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.error.ProtocolException;
import io.telcofactory.api.internal.call.Attempt;
import io.telcofactory.api.internal.call.CallPolicy;
import io.telcofactory.api.internal.call.Operation;
import io.telcofactory.api.internal.call.RetryBudget;
import io.telcofactory.api.internal.call.RetryLoop;
import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.api.spi.Time;
import io.telcofactory.upf.connection.Authorization;
import io.telcofactory.upf.connection.ClientCredentials;
import io.telcofactory.upf.connection.ConnectionSettings;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls to one API: with credentials, following redirects, repeated as far as their idempotency allows, and with
 * refusals turned into exceptions. Threads: safe.
 */
public final class RestClient implements AutoCloseable {
    private static final int MOST_REDIRECTS = 5;
    private static final int LARGEST_ANSWER = 64 << 20;
    private static final String CORRELATOR = "x-correlator";
    private static final byte[] NO_BODY = new byte[0];

    private final HttpTransport transport;
    private final boolean ownTransport;
    private final RetryLoop loop;
    private final Authorization authorization;
    private final @Nullable TokenSource tokens;
    private final Set<String> redirectHosts;
    private final Time time;
    private final Supplier<Optional<String>> correlator;

    /**
     * Makes a client.
     *
     * @param backend name in errors, for example {@code nef}
     * @param settings transport, credentials, deadline
     */
    public RestClient(String backend, ConnectionSettings settings) {
        this(backend, settings, Optional::empty);
    }

    /**
     * Makes a client that names its calls.
     *
     * @param backend name in errors, for example {@code camara}
     * @param settings transport, credentials, deadline
     * @param correlator gives the {@code x-correlator} of an attempt, under which the operator finds it; empty to send none
     */
    public RestClient(String backend, ConnectionSettings settings, Supplier<Optional<String>> correlator) {
        this.correlator = correlator;
        this.ownTransport = settings.transport().isEmpty();
        this.transport = settings.transport().orElseGet(() -> new OkHttpTransport(settings.tls()));
        CallPolicy policy =
                CallPolicy.DEFAULT.withDeadline(settings.deadline()).withMaxAttempts(settings.maxAttempts());
        this.loop = new RetryLoop(
                backend, policy, RetryBudget.standard(), settings.time(), new Random(), settings.listener());
        this.authorization = settings.authorization();
        this.tokens = authorization instanceof ClientCredentials credentials
                ? new TokenSource(credentials, transport, loop, policy, settings.time())
                : null;
        this.redirectHosts = settings.redirectHosts();
        this.time = settings.time();
    }

    /**
     * Makes a call.
     *
     * @param call what to ask
     * @return an answer of the 200 family
     */
    public RestAnswer run(RestCall call) {
        Operation operation =
                new Operation(call.method() + " " + call.uri().getPath(), call.target(), call.idempotent());
        return loop.run(operation, attempt -> attempt(call, attempt));
    }

    private RestAnswer attempt(RestCall call, Attempt attempt) throws IOException {
        Optional<String> token = token(attempt);
        Reply reply = follow(call, attempt, token);
        if (reply.status == 401 && token.isPresent() && tokens != null) {
            // The token may have been revoked before its time; a 401 means that nothing was done.
            tokens.refused(token.get());
            reply = follow(call, attempt, token(attempt));
        }
        if (reply.status < 200 || reply.status > 299) {
            reply.retryAfter(time.now()).ifPresent(attempt::retryAfter);
            throw Refusal.of(reply.status, reply.body, reply.header(CORRELATOR))
                    .meaning(attempt.context(), call.idempotent());
        }
        requireJson(reply, attempt.context());
        return new RestAnswer(reply.status, reply.uri, reply.headers, reply.body, attempt.context());
    }

    /** A page where JSON should be comes from something in between, and says nothing about the request. */
    private static void requireJson(Reply reply, ErrorContext context) {
        String type = reply.header("content-type").orElse("");
        if (reply.body.length > 0 && !type.isEmpty() && !type.contains("json")) {
            throw new ProtocolException(
                    context,
                    "The answer " + reply.status + " is '" + type + "' instead of JSON: it does not come from the API."
                            + " Look what answers in its place, and whether the request got through.");
        }
    }

    private Optional<String> token(Attempt attempt) {
        if (authorization instanceof Authorization.Bearer bearer) {
            return Optional.of(bearer.token().get());
        }
        return Optional.ofNullable(tokens).map(source -> source.token(attempt.remaining()));
    }

    private Reply follow(RestCall first, Attempt attempt, Optional<String> token) throws IOException {
        RestCall call = first;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            Reply reply = exchange(call, attempt.remaining(), token);
            if (reply.status != 307 && reply.status != 308) {
                return reply;
            }
            call = call.to(target(reply, first.uri(), attempt.context()));
        }
        throw new ProtocolException(
                attempt.context(),
                "More than " + MOST_REDIRECTS + " redirects, the last to " + call.uri()
                        + ". Check the address of the API.");
    }

    private URI target(Reply reply, URI configured, ErrorContext context) {
        String location = reply.header("location")
                .orElseThrow(() -> new ProtocolException(
                        context, "The redirect " + reply.status + " lacks the mandatory Location header."));
        URI target = resolved(reply.uri, location, context);
        denied(configured, target).ifPresent(why -> {
            throw new ProtocolException(context, "The redirect to " + target + " was not followed: it " + why);
        });
        return target;
    }

    private static URI resolved(URI base, String location, ErrorContext context) {
        try {
            return base.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new ProtocolException(context, "The redirect leads to '" + location + "', which is no address.", e);
        }
    }

    /**
     * Refuses an address that the other side named and that credentials must not be sent to.
     *
     * @param configured an address of the API
     * @param target the address that was named
     * @param where for the exception
     * @throws InvalidRequestException if it leads elsewhere
     */
    public void requireKnown(URI configured, URI target, ErrorContext where) {
        denied(configured, target).ifPresent(why -> {
            throw new InvalidRequestException(where, "Nothing was sent to " + target + ": it " + why);
        });
    }

    private Optional<String> denied(URI configured, URI target) {
        boolean weaker = "https".equals(configured.getScheme()) && !"https".equals(target.getScheme());
        String host = String.valueOf(target.getHost());
        boolean known = host.equals(configured.getHost()) || redirectHosts.contains(host);
        return weaker || !known
                ? Optional.of((weaker ? "leaves TLS" : "leads to another host, which would see the credentials")
                        + ". Name the host in redirectHosts if it is right.")
                : Optional.empty();
    }

    private Reply exchange(RestCall call, Duration timeout, Optional<String> token) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        headers.put("Accept", List.of("application/json, application/problem+json"));
        call.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        correlator.get().ifPresent(text -> headers.put(CORRELATOR, List.of(text)));
        token.ifPresent(text -> headers.put("Authorization", List.of("Bearer " + text)));
        call.body().ifPresent(body -> headers.put("Content-Type", List.of(call.mediaType())));
        byte[] body = call.body().map(Json::write).orElse(NO_BODY);
        try (HttpAnswer answer = transport.exchange(new HttpCall(call.method(), call.uri(), headers, body, timeout))) {
            byte[] content = answer.body().readNBytes(LARGEST_ANSWER + 1);
            if (content.length > LARGEST_ANSWER) {
                throw new IOException("the answer is longer than " + LARGEST_ANSWER + " bytes");
            }
            return new Reply(answer.status(), call.uri(), answer.headers(), content);
        }
    }

    /** Closes the transport, if it is the client's own. */
    @Override
    public void close() {
        if (ownTransport) {
            transport.close();
        }
    }

    private record Reply(int status, URI uri, Map<String, List<String>> headers, byte[] body) {
        Optional<String> header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst();
        }

        /** Seconds or a date, RFC 9110 clause 10.2.3; what is neither says nothing. */
        Optional<Duration> retryAfter(Instant now) {
            return header("retry-after")
                    .flatMap(text -> text.matches("[0-9]{1,6}")
                            ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                            : until(text, now));
        }

        private static Optional<Duration> until(String date, Instant now) {
            try {
                Instant then = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
                return Optional.of(Duration.between(now, then)).filter(pause -> !pause.isNegative());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}
