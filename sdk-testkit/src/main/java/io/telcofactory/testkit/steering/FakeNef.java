package io.telcofactory.testkit.steering;

import io.telcofactory.api.spi.Time;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
public final class FakeNef extends SteeringFake<FakeNef> {
    private final SubscriptionStore subscriptions = new SubscriptionStore();
    private final PfdStore pfds = new PfdStore();
    private final QosStore sessions = new QosStore();
    private final PathFinder paths;

    private FakeNef(Time time) {
        super("nef.fake", ErrorForm.PROBLEM_DETAILS, time);
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
     * Takes what free5GC takes too: routes without profile, and any text as a flow description.
     *
     * @return this fake
     */
    public FakeNef lenient() {
        return set(() -> subscriptions.strict = false);
    }

    /**
     * Answers PUT and PATCH with 204 and no body from now on, as the standard allows.
     *
     * @return this fake
     */
    public FakeNef answerWithoutBody() {
        return set(() -> {
            subscriptions.withoutBody = true;
            pfds.withoutBody = true;
            sessions.withoutBody = true;
        });
    }

    /**
     * Refuses to detect an application, with this failure code, whenever descriptions of it are provisioned.
     *
     * @param appId the application
     * @param failureCode for example {@code RESOURCE_LIMITATION}
     * @return this fake
     */
    public FakeNef refuseApplication(String appId, String failureCode) {
        return set(() -> pfds.refused.put(appId, failureCode));
    }

    /**
     * Stores subscriptions from now on without letting them take effect, until {@link #activate()}.
     *
     * @return this fake
     */
    public FakeNef holdActivation() {
        return set(() -> subscriptions.holding = true);
    }

    /** Lets all stored subscriptions take effect. */
    public void activate() {
        set(() -> {
            subscriptions.holding = false;
            subscriptions.activateAll();
        });
    }

    /**
     * Adds a PDU session.
     *
     * @param session the session; replaces the one with the same address
     * @return this fake
     */
    public FakeNef attach(UeSession session) {
        return set(() -> paths.attach(session));
    }

    /**
     * Sends a packet of a UE through the network.
     *
     * @param packet the packet
     * @return where it left the network, and why
     * @throws IllegalArgumentException if no session has the packet's UE address
     */
    public PacketPath send(Packet packet) {
        return locked(() -> paths.route(packet));
    }

    /**
     * Returns what is stored for an application function.
     *
     * @param afId the application function
     * @return JSON texts by subscription id
     */
    public Map<String, String> subscriptions(String afId) {
        return locked(() -> subscriptions.texts(afId));
    }

    /**
     * Returns which applications the network was taught to detect.
     *
     * @return application ids, once for each transaction they are in
     */
    public List<String> applications() {
        return locked(pfds::applications);
    }

    /**
     * Stores a subscription as somebody else, without any check.
     *
     * @param afId the application function
     * @param json the subscription
     * @return its id
     */
    public String seed(String afId, String json) {
        return locked(() -> subscriptions.seed(afId, json, apiRoot()));
    }

    /**
     * Deletes a subscription as somebody else.
     *
     * @param afId the application function
     * @param id the subscription
     */
    public void drop(String afId, String id) {
        set(() -> subscriptions.drop(afId, id));
    }

    /**
     * Returns the notifications that subscriptions asked for: one for each UE whose path changed.
     *
     * @return all since the start, in their order
     */
    public List<Notification> notifications() {
        return locked(() -> paths.notifications(subscriptions));
    }

    /**
     * Returns the acknowledgements that applications sent.
     *
     * @return JSON texts in their order
     */
    public List<String> acknowledgements() {
        return locked(() -> List.copyOf(subscriptions.acknowledgements));
    }

    @Override
    FakeNef self() {
        return this;
    }

    @Override
    FakeReply answer(FakeRequest request) {
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
}
