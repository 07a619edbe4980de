package io.telcofactory.testkit.steering;

import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.api.spi.Time;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Network Exposure Function with the little network behind it that is needed to see what its subscriptions do: PDU
 * sessions of UEs, application detection, and the path that a packet takes.
 *
 * <p>It serves TrafficInfluence of TS 29.522, PFD management and AsSessionWithQoS of TS 29.122, in memory or over HTTP, insists on the
 * standard unless told otherwise, and fails on request. Rules take effect at once, unless {@link #holdActivation} delays
 * them.
 *
 * <p><b>Threads:</b> safe for concurrent use.
 *
 * @since 0.1
 */
public final class FakeNef implements AutoCloseable {
    private static final URI IN_MEMORY = URI.create("http://nef.fake");

    private final Time time;
    private final FakeServer server = new FakeServer(this::answer);
    private final SubscriptionStore subscriptions;
    private final PfdStore pfds = new PfdStore();
    private final QosStore sessions = new QosStore();
    private final PathFinder paths;
    private @Nullable FakeTokens tokens;

    private FakeNef(Time time) {
        this.time = time;
        this.subscriptions = new SubscriptionStore();
        this.paths = new PathFinder(subscriptions, pfds, time);
    }

    /**
     * Starts a NEF on the system's time, without subscriptions and UEs.
     *
     * @return the fake
     */
    public static FakeNef start() {
        return new FakeNef(Time.system());
    }

    /**
     * Starts a NEF on another time.
     *
     * @param time for the lives of tokens and the validity of subscriptions
     * @return the fake
     */
    public static FakeNef start(Time time) {
        return new FakeNef(time);
    }

    /**
     * Returns the root under which the interfaces lie when they are called through {@link #transport()}.
     *
     * @return an address that leads nowhere else
     */
    public URI apiRoot() {
        return IN_MEMORY;
    }

    /**
     * Returns the way to it in memory.
     *
     * @return a transport for any address
     */
    public HttpTransport transport() {
        return server.transport();
    }

    /**
     * Opens a port on the loopback interface; once, however often it is called.
     *
     * @return the root under which the interfaces lie
     */
    public URI startHttp() {
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
    public FakeNef requireToken(String clientId, String secret, Duration life) {
        server.locked(() -> tokens = new FakeTokens(clientId, secret, life, time));
        return this;
    }

    /** Makes all tokens given so far invalid. */
    public void revokeTokens() {
        server.locked(() -> {
            if (tokens != null) {
                tokens.revokeAll();
            }
            return 0;
        });
    }

    /**
     * Returns how many tokens were given.
     *
     * @return the number, 0 if none is demanded
     */
    public int issuedTokens() {
        return server.locked(() -> tokens == null ? 0 : tokens.issued());
    }

    /**
     * Takes what free5GC takes too: routes without profile, and any text as a flow description.
     *
     * @return this fake
     */
    public FakeNef lenient() {
        server.locked(() -> subscriptions.strict = false);
        return this;
    }

    /**
     * Answers PUT and PATCH with 204 and no body from now on, as the standard allows.
     *
     * @return this fake
     */
    public FakeNef answerWithoutBody() {
        server.locked(() -> {
            subscriptions.withoutBody = true;
            pfds.withoutBody = true;
            sessions.withoutBody = true;
            return 0;
        });
        return this;
    }

    /**
     * Refuses to detect an application, with this failure code, whenever descriptions of it are provisioned.
     *
     * @param appId the application
     * @param failureCode for example {@code RESOURCE_LIMITATION}
     * @return this fake
     */
    public FakeNef refuseApplication(String appId, String failureCode) {
        server.locked(() -> pfds.refused.put(appId, failureCode));
        return this;
    }

    /**
     * Stores subscriptions from now on without letting them take effect, until {@link #activate()}.
     *
     * @return this fake
     */
    public FakeNef holdActivation() {
        server.locked(() -> subscriptions.holding = true);
        return this;
    }

    /** Lets all stored subscriptions take effect. */
    public void activate() {
        server.locked(() -> {
            subscriptions.holding = false;
            subscriptions.activateAll();
            return 0;
        });
    }

    /**
     * Lets something go wrong.
     *
     * @param call number of the call, counted from 1 over the life of the fake, token requests included
     * @param fault what happens to it
     * @return this fake
     */
    public FakeNef fault(int call, Fault fault) {
        server.fault(call, fault);
        return this;
    }

    /**
     * Returns how many calls were made.
     *
     * @return the number so far
     */
    public int calls() {
        return server.calls();
    }

    /**
     * Returns what was said.
     *
     * @return every exchange in its order
     */
    public List<Exchange> exchanges() {
        return server.exchanges();
    }

    /**
     * Adds a PDU session.
     *
     * @param session the session; replaces the one with the same address
     * @return this fake
     */
    public FakeNef attach(UeSession session) {
        server.locked(() -> paths.sessions.put(session.address(), session));
        return this;
    }

    /**
     * Sends a packet of a UE through the network.
     *
     * @param packet the packet
     * @return where it left the network, and why
     * @throws IllegalArgumentException if no session has the packet's UE address
     */
    public PacketPath send(Packet packet) {
        return server.locked(() -> paths.route(packet));
    }

    /**
     * Returns what is stored for an application function.
     *
     * @param afId the application function
     * @return JSON texts by subscription id
     */
    public Map<String, String> subscriptions(String afId) {
        return server.locked(() -> subscriptions.texts(afId));
    }

    /**
     * Returns which applications the network was taught to detect.
     *
     * @return application ids, once for each transaction they are in
     */
    public List<String> applications() {
        return server.locked(pfds::applications);
    }

    /**
     * Stores a subscription as somebody else, without any check.
     *
     * @param afId the application function
     * @param json the subscription
     * @return its id
     */
    public String seed(String afId, String json) {
        return server.locked(() -> subscriptions.seed(afId, json, IN_MEMORY));
    }

    /**
     * Deletes a subscription as somebody else.
     *
     * @param afId the application function
     * @param id the subscription
     */
    public void drop(String afId, String id) {
        server.locked(() -> subscriptions.drop(afId, id));
    }

    /**
     * Returns the notifications that subscriptions asked for: one for each UE whose path changed.
     *
     * @return all since the start, in their order
     */
    public List<Notification> notifications() {
        return server.locked(() -> paths.notifications(subscriptions));
    }

    /**
     * Returns the acknowledgements that applications sent.
     *
     * @return JSON texts in their order
     */
    public List<String> acknowledgements() {
        return server.locked(() -> List.copyOf(subscriptions.acknowledgements));
    }

    private FakeReply answer(FakeRequest request) {
        if (tokens != null && request.uri().getPath().equals(FakeTokens.PATH)) {
            return tokens.issue(request);
        }
        Optional<FakeReply> refusal = tokens == null ? Optional.empty() : tokens.check(request);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Optional<List<String>> influence = request.below(SubscriptionStore.BASE);
        if (influence.isPresent()) {
            return subscriptions.answer(request, influence.get());
        }
        Optional<List<String>> qos = request.below(QosStore.BASE);
        if (qos.isPresent()) {
            return sessions.answer(request, qos.get());
        }
        return request.below(PfdStore.BASE)
                .map(segments -> pfds.answer(request, segments))
                .orElseGet(() -> FakeReply.problem(404, "RESOURCE_URI_STRUCTURE_NOT_FOUND", "no such interface"));
    }

    /** Closes the port, if one was opened. */
    @Override
    public void close() {
        server.close();
    }
}
