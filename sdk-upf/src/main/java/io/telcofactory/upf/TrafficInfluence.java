package io.telcofactory.upf;

import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.error.OutcomeUnknownException;
import io.telcofactory.upf.internal.http.RestCall;
import io.telcofactory.upf.internal.http.RestClient;
import io.telcofactory.upf.internal.json.Violations;
import io.telcofactory.upf.internal.nef.SubscriptionRules;
import io.telcofactory.upf.internal.nef.TrafficInfluenceJson;
import io.telcofactory.upf.nef.AfAckInfo;
import io.telcofactory.upf.nef.AfResultInfo;
import io.telcofactory.upf.nef.EventNotification;
import io.telcofactory.upf.nef.Leniency;
import io.telcofactory.upf.nef.TrafficInfluSub;
import io.telcofactory.upf.nef.TrafficInfluSubPatch;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Steers the traffic of UEs to an access of the data network, by subscriptions that the network keeps.
 *
 * <p>That a subscription is stored does not mean that traffic moved: that is told by a notification, or seen on the data
 * plane.
 *
 * <p><b>Errors:</b> what breaks the standard is an {@link InvalidRequestException} before anything is sent; refusals come as
 * the exception that their status means.
 *
 * <p><b>Threads:</b> safe for concurrent use.
 *
 * <p><b>Source:</b> 3GPP TS 29.522 (TrafficInfluence, Release 17).
 *
 * @since 0.1
 */
public final class TrafficInfluence {
    private final RestClient rest;
    private final RestCollection<TrafficInfluSub> subscriptions;
    private final Set<Leniency> leniencies;

    TrafficInfluence(RestClient rest, URI collection, Set<Leniency> leniencies) {
        this.rest = rest;
        this.subscriptions = new RestCollection<>(
                rest, collection, "subscription", TrafficInfluenceJson.SUBSCRIPTION, TrafficInfluSub::self);
        this.leniencies = leniencies;
    }

    /**
     * Reads all subscriptions of the application function, also those that others made in its name.
     *
     * @return the subscriptions in the order of the answer
     */
    public List<Stored<TrafficInfluSub>> list() {
        return subscriptions.list("");
    }

    /**
     * Reads one subscription.
     *
     * @param id its id
     * @return the subscription
     * @throws NotFoundException if there is none
     */
    public Stored<TrafficInfluSub> get(String id) {
        return subscriptions.get(id);
    }

    /**
     * Reads one subscription that may not be there.
     *
     * @param id its id
     * @return the subscription, or empty
     */
    public Optional<Stored<TrafficInfluSub>> find(String id) {
        return subscriptions.find(id);
    }

    /**
     * Makes a subscription. The interface has no key for repeated requests: when the answer is lost, the collection is read
     * and searched for the {@code afTransId}, and only if it is not there the request is repeated once. So an {@code
     * afTransId} should be used for one subscription only.
     *
     * @param sub what is asked for
     * @return what the network stored
     * @throws OutcomeUnknownException if the answer was lost and there is no {@code afTransId} to search for, or it was lost
     *     again
     */
    public Stored<TrafficInfluSub> create(TrafficInfluSub sub) {
        insist("POST", "subscription " + sub.afTransId().orElse(""), SubscriptionRules.broken(sub, leniencies));
        try {
            return post(sub);
        } catch (OutcomeUnknownException lost) {
            if (sub.afTransId().isEmpty()) {
                throw lost;
            }
            return findByTransaction(sub.afTransId().get()).orElseGet(() -> post(sub));
        }
    }

    private Stored<TrafficInfluSub> post(TrafficInfluSub sub) {
        return subscriptions.post(sub, "subscription " + sub.afTransId().orElse(""));
    }

    /**
     * Searches the collection for a transaction.
     *
     * @param afTransId the transaction
     * @return the first subscription that carries it, or empty
     */
    public Optional<Stored<TrafficInfluSub>> findByTransaction(String afTransId) {
        return list().stream()
                .filter(stored -> stored.value().afTransId().equals(Optional.of(afTransId)))
                .findFirst();
    }

    /**
     * Replaces a subscription as a whole; also what a patch can't change.
     *
     * @param id its id
     * @param sub what is asked for instead
     * @return what the network stored
     * @throws NotFoundException if there is none
     */
    public Stored<TrafficInfluSub> replace(String id, TrafficInfluSub sub) {
        insist("PUT", "subscription " + id, SubscriptionRules.broken(sub, leniencies));
        return subscriptions.put(id, sub);
    }

    /**
     * Changes some attributes of a subscription.
     *
     * @param id its id
     * @param patch the changes
     * @return what the network stored
     * @throws NotFoundException if there is none
     */
    public Stored<TrafficInfluSub> patch(String id, TrafficInfluSubPatch patch) {
        insist("PATCH", "subscription " + id, SubscriptionRules.broken(patch, leniencies));
        return subscriptions.patch(id, TrafficInfluenceJson.PATCH.write(patch), RestCall.MERGE_PATCH);
    }

    /**
     * Deletes a subscription.
     *
     * @param id its id
     * @throws NotFoundException if there was none
     */
    public void delete(String id) {
        subscriptions.delete(id);
    }

    /**
     * Acknowledges a change of path for which the network waits.
     *
     * @param event the notification, with the address where the network waits
     * @param result what the application made of it
     * @throws InvalidRequestException if the network does not wait for it, or the address leads to another host than the
     *     network's
     */
    public void acknowledge(EventNotification event, AfResultInfo result) {
        ErrorContext where =
                ErrorContext.of("nef", "POST acknowledgement", event.afTransId().orElse("a path change"));
        URI waiting = event.afAckUri()
                .orElseThrow(() -> new InvalidRequestException(
                        where, "The notification has no afAckUri: the network waits for no acknowledgement."));
        AfAckInfo ack = AfAckInfo.builder()
                .afTransId(event.afTransId())
                .gpsi(event.gpsi())
                .ackResult(result)
                .build();
        URI address = subscriptions.uri().resolve(waiting);
        rest.requireKnown(subscriptions.uri(), address, where);
        // The same word twice means the same, so that it may be repeated.
        rest.run(RestCall.post(address, TrafficInfluenceJson.ACK.write(ack), where.target())
                .harmless());
    }

    private void insist(String method, String target, Violations found) {
        found.refuse(
                ErrorContext.of("nef", method + " " + subscriptions.uri().getPath(), target),
                "Correct it, or name a leniency if the network wants it so.");
    }
}
