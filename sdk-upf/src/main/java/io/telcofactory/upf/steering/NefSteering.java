package io.telcofactory.upf.steering;

import io.telcofactory.api.Change;
import io.telcofactory.api.Finding;
import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.error.PartialFailureException;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.spi.Backend;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Execution;
import io.telcofactory.api.spi.Observation;
import io.telcofactory.api.spi.Owned;
import io.telcofactory.api.spi.Rendering;
import io.telcofactory.api.spi.Scope;
import io.telcofactory.api.spi.SharedState;
import io.telcofactory.api.spi.Stamp;
import io.telcofactory.upf.NefClient;
import io.telcofactory.upf.Stored;
import io.telcofactory.upf.TrafficInfluence;
import io.telcofactory.upf.nef.DnaiChangeType;
import io.telcofactory.upf.nef.SubscribedEvent;
import io.telcofactory.upf.nef.TrafficInfluSub;
import io.telcofactory.upf.nef.TrafficInfluSubPatch;
import io.telcofactory.upf.notify.PathChangeReceiver;
import io.telcofactory.upf.steering.StampedSubscriptions.Stamped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps each breakout as one TrafficInfluence subscription of a NEF.
 *
 * <p>The stamp is the subscription's {@code afTransId}, which is the application's to choose; a subscription without a stamp of
 * this factory is never touched. When the value of a breakout changes, the stamp changes with it, which takes a PUT, since
 * a PATCH can't change {@code afTransId}; what somebody else changed in filters and routes is set right by a PATCH.
 * Attributes that others added are kept. Applications are taught to the network by packet flow descriptions whose id is the
 * breakout's native name; those of others are kept too.
 *
 * <p>A breakout made here is <em>stored</em>: whether traffic takes the new path is told by notifications, see {@link
 * #withNotifications}, or seen on the data plane.
 *
 * <p><b>Threads:</b> safe for concurrent use on different breakouts.
 *
 * @since 0.1
 */
public final class NefSteering implements Backend {
    private static final String SET = "3gpp-traffic-influence subscription";
    private static final String DELETE = "DELETE 3gpp-traffic-influence subscription";

    private final NefClient client;
    private final RouteProfiles profiles;
    private final Optional<Notifications> notifications;
    private final TrafficInfluence influence;
    private final StampedSubscriptions subscriptions;
    private final NefCompiler compiler;
    private final ApplicationPfds applications;

    private NefSteering(NefClient client, RouteProfiles profiles, Optional<Notifications> notifications) {
        this.client = client;
        this.profiles = profiles;
        this.notifications = notifications;
        this.influence = client.trafficInfluence();
        this.subscriptions = new StampedSubscriptions(influence);
        this.compiler = new NefCompiler(profiles);
        this.applications = new ApplicationPfds(client.pfdProvisioning());
    }

    /**
     * Makes a backend.
     *
     * @param client the NEF; closed with the backend
     * @param profiles how traffic is carried over N6
     * @return the backend
     */
    public static NefSteering of(NefClient client, RouteProfiles profiles) {
        return new NefSteering(client, profiles, Optional.empty());
    }

    /**
     * Returns the same backend, which also asks to be told when traffic takes the new path, and to wait for the receiver's
     * acknowledgement if it gives one. A breakout is then reported as <em>active</em> once that was told and acknowledged, and
     * as stored before.
     *
     * @param destination where the receiver is mounted; not part of any plan, since it holds the receiver's secret
     * @param receiver hears the notifications
     * @return the backend
     */
    public NefSteering withNotifications(URI destination, PathChangeReceiver receiver) {
        return new NefSteering(client, profiles, Optional.of(new Notifications(destination, receiver)));
    }

    @Override
    public String name() {
        return "nef";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Ref.BREAKOUT);
    }

    @Override
    public Observation observe(Scope scope) {
        return observation(subscriptions.ofFactory(scope));
    }

    @Override
    public Observation observe(Scope scope, SharedState shared) {
        Map<Ref, List<Stamped>> byRef = subscriptions.ofFactory(scope);
        shared.shared(Observed.class, Observed::new).set(byRef);
        return observation(byRef);
    }

    private Observation observation(Map<Ref, List<Stamped>> byRef) {
        boolean detected = byRef.values().stream().flatMap(List::stream).anyMatch(Stamped::isByApplication);
        ApplicationPfds.Found pfds = detected ? applications.read() : ApplicationPfds.Found.NOTHING;
        List<Owned> owned = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        byRef.forEach((ref, holders) -> {
            owned.add(owned(holders, pfds));
            if (!StampedSubscriptions.equal(holders)) {
                findings.add(Finding.error(
                        "duplicate-stamp",
                        ref,
                        "subscriptions " + StampedSubscriptions.ids(holders)
                                + " of the NEF carry different stamps of it",
                        "delete all but one of them by hand; none is touched before"));
            }
        });
        return new Observation(owned, Inventory.empty(), Map.of(), findings);
    }

    private Owned owned(List<Stamped> holders, ApplicationPfds.Found pfds) {
        Stamped stamped = holders.get(0);
        String copies = holders.size() > 1 ? ", " + holders.size() + " times" : "";
        Map<String, String> fields = SubscriptionFields.of(stamped.stored().value());
        fields.put("afTransId", digest(stamped.stamp()) + copies);
        pfds.flows(stamped.nativeName()).ifPresent(flows -> fields.put("pfds", flows));
        return Owned.builder()
                .ref(stamped.stamp().ref())
                .blueprint(stamped.stamp().blueprint())
                .applied(stamped.stamp().value())
                .fields(fields)
                .outputs(outputs(stamped.stored()))
                .build();
    }

    private Map<String, String> outputs(Stored<TrafficInfluSub> stored) {
        String dnai = stored.value().trafficRoutes().stream()
                .findFirst()
                .map(route -> route.dnai())
                .orElse("");
        boolean active = notifications
                .flatMap(n -> stored.value().afTransId().flatMap(n.receiver::activeDnai))
                .filter(dnai::equals)
                .isPresent();
        return Map.of("id", stored.id(), "state", active ? "active" : "stored", "dnai", dnai);
    }

    @Override
    public Rendering render(Resource resource, Scope scope) {
        Rendering.Builder rendering = Rendering.builder().step(SET).removal(DELETE);
        SubscriptionFields.of(wanted(resource, scope)).forEach(rendering::field);
        rendering.field("afTransId", digest(stamp(resource, scope)));
        N6Breakout breakout = (N6Breakout) resource;
        if (ApplicationPfds.teaches(breakout)) {
            rendering.step(ApplicationPfds.SET).field("pfds", ApplicationPfds.text(breakout));
            rendering.removal(ApplicationPfds.DELETE, DELETE);
        }
        return rendering.build();
    }

    @Override
    public Map<String, String> ensure(Resource resource, Change change, Execution execution) {
        TrafficInfluSub wanted = wanted(resource, execution.scope());
        Optional<Stamped> found = findOne(resource.ref(), execution);
        Stored<TrafficInfluSub> stored;
        if (found.isEmpty()) {
            execution.proceed("POST " + SET);
            stored = create(resource.ref(), wanted, execution);
        } else {
            stored = adjust(found.get(), wanted, execution);
        }
        verify(resource.ref(), stored, wanted);
        boolean detected = wanted.afAppId().isPresent()
                || found.filter(Stamped::isByApplication).isPresent();
        if (detected) {
            applications.ensure((N6Breakout) resource, execution);
        }
        return outputs(stored);
    }

    /** Looks again after creating: what passed a proxy may have been carried out twice. */
    private Stored<TrafficInfluSub> create(Ref ref, TrafficInfluSub wanted, Execution execution) {
        Stored<TrafficInfluSub> made = influence.create(wanted);
        return findOne(ref, execution).map(Stamped::stored).orElse(made);
    }

    /** Finds the subscription and takes away its copies, which were born when a request was carried out twice. */
    private Optional<Stamped> findOne(Ref ref, Execution execution) {
        List<Stamped> holders = subscriptions.find(ref, execution);
        holders.stream().skip(1).forEach(copy -> delete(copy, execution));
        return holders.stream().findFirst();
    }

    private Stored<TrafficInfluSub> adjust(Stamped found, TrafficInfluSub wanted, Execution execution) {
        TrafficInfluSub live = found.stored().value();
        Set<String> different = SubscriptionFields.different(live, wanted);
        boolean sameStamp = live.afTransId().equals(wanted.afTransId());
        if (different.isEmpty() && sameStamp) {
            return found.stored();
        }
        if (sameStamp && SubscriptionFields.PATCHABLE.containsAll(different)) {
            execution.proceed("PATCH " + SET);
            return influence.patch(
                    found.stored().id(),
                    TrafficInfluSubPatch.builder()
                            .trafficFilters(wanted.trafficFilters())
                            .trafficRoutes(wanted.trafficRoutes())
                            .build());
        }
        execution.proceed("PUT " + SET);
        return influence.replace(found.stored().id(), SubscriptionFields.overlay(live, wanted));
    }

    /** A NEF may store something else than it was asked for without saying so. */
    private void verify(Ref ref, Stored<TrafficInfluSub> stored, TrafficInfluSub wanted) {
        Set<String> different = SubscriptionFields.different(stored.value(), wanted);
        if (!different.isEmpty()) {
            throw new PartialFailureException(
                    ErrorContext.of(name(), "ensure", ref.toString()),
                    "The NEF stored subscription " + stored.id() + " with other " + different + " than asked: asked "
                            + SubscriptionFields.of(wanted) + ", stored " + SubscriptionFields.of(stored.value())
                            + ". Ask the operator why.");
        }
    }

    @Override
    public void remove(Change change, Execution execution) {
        for (Stamped found : subscriptions.find(change.ref(), execution)) {
            // Descriptions hold no stamp, so they go before the subscription that is known by its stamp.
            if (found.isByApplication()) {
                applications.remove(execution.scope().nativeName(change.ref()), execution);
            }
            delete(found, execution);
        }
    }

    private void delete(Stamped found, Execution execution) {
        execution.proceed(DELETE);
        try {
            influence.delete(found.stored().id());
        } catch (NotFoundException e) {
            // Somebody was faster; what was wanted is so.
            return;
        }
    }

    @Override
    public List<Check> checks() {
        return List.of(
                new BreakoutConflicts(),
                new DevicesForMatches(),
                new ReturnRoutes(),
                new AsNarrowAsAsked(compiler),
                new FramesSteered());
    }

    private TrafficInfluSub wanted(Resource resource, Scope scope) {
        TrafficInfluSub compiled = compiler.compile((N6Breakout) resource).request();
        TrafficInfluSub.Builder wanted =
                compiled.toBuilder().afTransId(stamp(resource, scope).encode());
        notifications.ifPresent(n -> wanted.addSubscribedEvents(SubscribedEvent.UP_PATH_CHANGE)
                .dnaiChgType(DnaiChangeType.LATE)
                .notificationDestination(n.destination)
                .afAckInd(n.receiver.acknowledges() ? Optional.of(true) : Optional.empty()));
        return wanted.build();
    }

    private static Stamp stamp(Resource resource, Scope scope) {
        return new Stamp(scope.factory(), scope.blueprint(), resource);
    }

    private static String digest(Stamp stamp) {
        return "stamp " + Digest.of(stamp.encode());
    }

    /** Closes the client. */
    @Override
    public void close() {
        client.close();
    }

    private record Notifications(URI destination, PathChangeReceiver receiver) {}
}
