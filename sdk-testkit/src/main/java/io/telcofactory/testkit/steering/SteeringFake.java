package io.telcofactory.testkit.steering;

import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.api.spi.Time;
import io.telcofactory.testkit.Fault;
import io.telcofactory.testkit.FaultySite;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the fakes of this package share: the ways to reach them, access tokens, faults, and the record of what was said.
 *
 * <p><b>Threads:</b> safe for concurrent use.
 *
 * @param <F> the fake
 * @since 0.1
 */
public abstract sealed class SteeringFake<F extends SteeringFake<F>> implements FaultySite, AutoCloseable
        permits FakeNef, FakeMec, FakeCamara {
    private final URI inMemory;
    private final Time time;
    private final FakeServer server;
    private @Nullable FakeTokens tokens;

    SteeringFake(String host, ErrorForm errors, Time time) {
        this.inMemory = URI.create("http://" + host);
        this.time = time;
        this.server = new FakeServer(this::admitted, errors, time);
    }

    /** Answers a request whose token is good; runs for one request at a time. */
    abstract FakeReply answer(FakeRequest request);

    abstract F self();

    /** Tells whether a request carries a token that was not given by the token endpoint and is good all the same. */
    boolean knows(FakeRequest request) {
        return false;
    }

    final Time time() {
        return time;
    }

    final <T> T locked(Supplier<T> work) {
        return server.locked(work);
    }

    final F set(Runnable change) {
        server.locked(() -> {
            change.run();
            return true;
        });
        return self();
    }

    private FakeReply admitted(FakeRequest request) {
        if (tokens == null || knows(request)) {
            return answer(request);
        }
        if (request.uri().getPath().equals(FakeTokens.PATH)) {
            return tokens.issue(request);
        }
        Optional<FakeReply> refusal = tokens.check(request);
        return refusal.orElseGet(() -> answer(request));
    }

    /**
     * Returns the root under which the interfaces lie when they are called through {@link #transport()}.
     *
     * @return an address that leads nowhere else
     */
    public final URI apiRoot() {
        return inMemory;
    }

    /**
     * Returns the way to it in memory.
     *
     * @return a transport for any address
     */
    public final HttpTransport transport() {
        return server.transport();
    }

    /**
     * Opens a port on the loopback interface; once, however often it is called.
     *
     * @return the root under which the interfaces lie
     */
    public final URI startHttp() {
        return server.startHttp();
    }

    /**
     * Demands an access token from now on, which {@code /oauth2/token} gives for these credentials.
     *
     * @param clientId id of the client
     * @param secret its secret
     * @param life how long a token is valid
     * @return this fake
     */
    public final F requireToken(String clientId, String secret, Duration life) {
        return set(() -> tokens = new FakeTokens(clientId, secret, life, time));
    }

    /** Makes all tokens given so far invalid. */
    public final void revokeTokens() {
        set(() -> {
            if (tokens != null) {
                tokens.revokeAll();
            }
        });
    }

    /**
     * Returns how many tokens were given.
     *
     * @return the number, 0 if none is demanded
     */
    public final int issuedTokens() {
        return locked(() -> tokens == null ? 0 : tokens.issued());
    }

    /**
     * Lets something go wrong.
     *
     * @param call number of the call, counted from 1 over the life of the fake, token requests included
     * @param fault what happens to it
     * @return this fake
     */
    public final F fault(int call, Fault fault) {
        server.fault(call, fault);
        return self();
    }

    /**
     * Returns how many calls were made.
     *
     * @return the number so far
     */
    public final int calls() {
        return server.calls();
    }

    /**
     * Returns what was said.
     *
     * @return every exchange in its order
     */
    public final List<Exchange> exchanges() {
        return server.exchanges();
    }

    @Override
    public final void strike(Fault fault) {
        if (fault == Fault.TOKENS_EXPIRE) {
            revokeTokens();
        }
    }

    /** There is nothing to mend: who lacks a token asks for another. */
    @Override
    public final void mend() {}

    /** Closes the port, if one was opened. */
    @Override
    public final void close() {
        server.close();
    }
}
