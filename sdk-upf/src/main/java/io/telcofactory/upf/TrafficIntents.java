package io.telcofactory.upf;

import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.error.OutcomeUnknownException;
import io.telcofactory.upf.camara.IntentState;
import io.telcofactory.upf.camara.TrafficIntent;
import io.telcofactory.upf.internal.camara.CamaraRules;
import io.telcofactory.upf.internal.camara.TrafficIntentJson;
import io.telcofactory.upf.internal.http.RestCall;
import io.telcofactory.upf.internal.http.RestClient;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Brings the traffic of users to applications at the edge.
 *
 * <p>The operator works on an intent after it was answered: {@link IntentState} says how far it is, and until it is active
 * it can't be changed. It does not follow devices that move: the intent has to be made again.
 *
 * <p><b>Errors:</b> what breaks the rules is an {@link io.telcofactory.api.error.InvalidRequestException} before anything is
 * sent; a change before the intent is active is a {@link io.telcofactory.api.error.ConflictException}.
 *
 * <p><b>Threads:</b> safe for concurrent use.
 *
 * <p><b>Source:</b> CAMARA Traffic Influence 0.10.0.
 *
 * @since 0.1
 */
public final class TrafficIntents {
    private static final Set<Optional<IntentState>> GONE = Set.of(
            Optional.of(IntentState.DELETION_IN_PROGRESS),
            Optional.of(IntentState.DELETED),
            Optional.of(IntentState.ERROR));

    private final RestCollection<TrafficIntent> intents;
    private final RestCollection<TrafficIntent> deviceIntents;

    TrafficIntents(RestClient rest, URI api) {
        URI collection = Paths.of(api, "traffic-influences");
        this.intents = collection(rest, collection, collection);
        this.deviceIntents = collection(rest, Paths.of(api, "traffic-influence-devices"), collection);
    }

    /** Intents for devices are made elsewhere than they are found. */
    private static RestCollection<TrafficIntent> collection(RestClient rest, URI uri, URI resources) {
        return new RestCollection<>(
                rest,
                uri,
                "intent",
                TrafficIntentJson.INTENT,
                intent -> intent.trafficInfluenceID().map(id -> Paths.of(resources, id)));
    }

    /**
     * Reads all intents of this client.
     *
     * @return the intents in the order of the answer, without the devices that they are for
     */
    public List<Stored<TrafficIntent>> list() {
        return intents.list("");
    }

    /**
     * Reads the intents for one application.
     *
     * @param appId the application
     * @return the intents in the order of the answer, without the devices that they are for
     */
    public List<Stored<TrafficIntent>> list(UUID appId) {
        return intents.list("?appId=" + appId);
    }

    /**
     * Reads one intent.
     *
     * @param id its id
     * @return the intent, without the device that it is for
     * @throws NotFoundException if there is none
     */
    public Stored<TrafficIntent> get(String id) {
        return intents.get(id);
    }

    /**
     * Makes an intent for all users, or for the device that the token names. The interface knows no key for repeated
     * requests: when the answer is lost, the collection is searched for an intent that says the same, and only if there is
     * none the request is repeated once.
     *
     * @param intent what is asked for, without a device
     * @return what the operator stored
     * @throws OutcomeUnknownException if the answer was lost again
     */
    public Stored<TrafficIntent> create(TrafficIntent intent) {
        TrafficIntent request = request(intent);
        insist("POST", intents.uri(), request);
        try {
            return intents.post(request, target(request));
        } catch (OutcomeUnknownException lost) {
            return list(request.appId()).stream()
                    .filter(stored -> saysTheSame(stored.value(), request))
                    .findFirst()
                    .orElseGet(() -> intents.post(request, target(request)));
        }
    }

    /**
     * Makes an intent for one device. What the operator shows of an intent does not name its device, so that after a lost
     * answer it can't be found again.
     *
     * @param intent what is asked for, with a device unless the token names it
     * @return what the operator stored
     * @throws OutcomeUnknownException if the answer was lost
     */
    public Stored<TrafficIntent> createForDevice(TrafficIntent intent) {
        TrafficIntent request = request(intent);
        insist("POST", deviceIntents.uri(), request);
        return deviceIntents.post(request, target(request));
    }

    /**
     * Changes an intent that is active. Attributes that are absent stay as they are; another application or device takes
     * another intent.
     *
     * @param id its id
     * @param intent the attributes to set, and the application and consumer that it has
     * @return what the operator stored
     * @throws io.telcofactory.api.error.ConflictException if it is not active yet
     * @throws NotFoundException if there is none
     */
    public Stored<TrafficIntent> change(String id, TrafficIntent intent) {
        TrafficIntent request =
                request(intent).toBuilder().device(Optional.empty()).build();
        insist("PATCH", intents.resource(id), request);
        return intents.patch(id, TrafficIntentJson.INTENT.write(request), RestCall.JSON);
    }

    /**
     * Asks for the end of an intent. The operator undoes it after the answer.
     *
     * @param id its id
     * @throws NotFoundException if there was none
     */
    public void delete(String id) {
        intents.delete(id);
    }

    private static TrafficIntent request(TrafficIntent intent) {
        return intent.toBuilder()
                .trafficInfluenceID(Optional.empty())
                .state(Optional.empty())
                .build();
    }

    private static boolean saysTheSame(TrafficIntent stored, TrafficIntent request) {
        return !GONE.contains(stored.state()) && bare(stored).equals(bare(request));
    }

    /** An operator need not show where it reports to. */
    private static TrafficIntent bare(TrafficIntent intent) {
        return request(intent).toBuilder().subscriptionRequest(Optional.empty()).build();
    }

    private static String target(TrafficIntent intent) {
        return "intent for application " + intent.appId();
    }

    private static void insist(String method, URI uri, TrafficIntent request) {
        CamaraRules.broken(request)
                .refuse(ErrorContext.of("camara", method + " " + uri.getPath(), target(request)), "Correct it.");
    }
}
