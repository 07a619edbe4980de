package io.telcofactory.testkit.steering;

import io.telcofactory.api.spi.Time;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An operator's CAMARA gateway with the little network behind it that is needed to see what its intents do: devices,
 * instances of applications at the edge, and the path that a packet takes.
 *
 * <p>It serves Traffic Influence 0.10 and Quality On Demand 1.1, in memory or over HTTP. An intent is ordered, created and
 * active, a session requested and available, before the next call, unless {@link #holdActivation} delays them.
 *
 * <p><b>Threads:</b> safe for concurrent use.
 *
 * @since 0.1
 */
public final class FakeCamara extends SteeringFake<FakeCamara> {
    private static final String CORRELATOR = "x-correlator";
    private static final Pattern CORRELATOR_FORM = Pattern.compile("[a-zA-Z0-9-_:;./<>{}]{0,256}");

    private final CamaraDevices devices = new CamaraDevices();
    private final CamaraEvents events;
    private final IntentStore intents;
    private final QodStore sessions;
    private final IntentPaths paths;

    private FakeCamara(Time time) {
        super("camara.fake", ErrorForm.CAMARA, time);
        this.events = new CamaraEvents(time);
        this.intents = new IntentStore(devices, events);
        this.sessions = new QodStore(devices, events, time);
        this.paths = new IntentPaths(intents);
    }

    /**
     * Starts a gateway on the system's time, without devices and applications.
     *
     * @return the fake
     */
    public static FakeCamara start() {
        return new FakeCamara(Time.system());
    }

    /**
     * Starts a gateway on another time.
     *
     * @param time for the lives of tokens and sessions
     * @return the fake
     */
    public static FakeCamara start(Time time) {
        return new FakeCamara(time);
    }

    /**
     * Lets an application run at the edge.
     *
     * @param instance what runs where
     * @return this fake
     */
    public FakeCamara deploy(EdgeInstance instance) {
        return set(() -> intents.instances.add(instance));
    }

    /**
     * Adds a device.
     *
     * @param session its session, with {@code msisdn-DIGITS} as its public id; replaces the one with the same address
     * @return this fake
     */
    public FakeCamara attach(UeSession session) {
        return set(() -> devices.add(session));
    }

    /**
     * Takes a token that a user gave (three legs), which names its device.
     *
     * @param token the token
     * @param phoneNumber the number of the device, with leading {@code +}
     * @return this fake
     */
    public FakeCamara userToken(String token, String phoneNumber) {
        return set(() -> devices.namedByToken.put(token, phoneNumber));
    }

    /**
     * Takes a quality out of use.
     *
     * @param qosProfile its name
     * @return this fake
     */
    public FakeCamara inactiveProfile(String qosProfile) {
        return set(() -> sessions.inactiveProfiles.add(qosProfile));
    }

    /**
     * Leaves intents and sessions from now on as they are asked for, until {@link #activate()}.
     *
     * @return this fake
     */
    public FakeCamara holdActivation() {
        return set(() -> holding(true));
    }

    /** Lets all intents and sessions take effect. */
    public void activate() {
        set(() -> {
            holding(false);
            intents.settleAll();
            sessions.grantAll();
        });
    }

    private void holding(boolean held) {
        intents.holding = held;
        sessions.holding = held;
    }

    /**
     * Ends the sessions with quality of service of a device, as a network may.
     *
     * @param address address of the device
     */
    public void terminate(String address) {
        set(() -> sessions.terminate(address));
    }

    /**
     * Sends a packet of a device through the network.
     *
     * @param packet the packet
     * @return where it left the network, and why
     */
    public PacketPath send(Packet packet) {
        return locked(() -> paths.route(packet));
    }

    /**
     * Returns the events that were asked for.
     *
     * @return all since the start, in their order
     */
    public List<Notification> notifications() {
        return locked(() -> List.copyOf(events.all));
    }

    @Override
    FakeCamara self() {
        return this;
    }

    @Override
    boolean knows(FakeRequest request) {
        return devices.ofToken(request).isPresent();
    }

    @Override
    FakeReply answer(FakeRequest request) {
        Optional<String> correlator = request.header(CORRELATOR);
        if (correlator.filter(id -> !CORRELATOR_FORM.matcher(id).matches()).isPresent()) {
            return request.errors().of(400, "x-correlator has another form");
        }
        FakeReply reply = served(request);
        return correlator.map(id -> reply.with(CORRELATOR, id)).orElse(reply);
    }

    private FakeReply served(FakeRequest request) {
        try {
            Optional<List<String>> intent = request.below(IntentStore.BASE);
            if (intent.isPresent()) {
                return intents.answer(request, intent.get());
            }
            return request.below(QodStore.BASE)
                    .map(path -> sessions.answer(request, path))
                    .orElseGet(() -> request.errors().of(404, "no such interface"));
        } catch (Refused refused) {
            return refused.reply();
        }
    }
}
