package io.telcofactory.upf.steering;

import io.telcofactory.api.Ref;
import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.spi.Execution;
import io.telcofactory.api.spi.Scope;
import io.telcofactory.api.spi.Stamp;
import io.telcofactory.upf.Stored;
import io.telcofactory.upf.TrafficInfluence;
import io.telcofactory.upf.nef.TrafficInfluSub;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The subscriptions that are ours: those whose {@code afTransId} is a stamp. All others are passed over. */
final class StampedSubscriptions {
    private final TrafficInfluence influence;

    StampedSubscriptions(TrafficInfluence influence) {
        this.influence = influence;
    }

    /** Returns the holders of each stamp of a factory: more than one where somebody copied it. */
    Map<Ref, List<Stamped>> ofFactory(Scope scope) {
        Map<Ref, List<Stamped>> byRef = new LinkedHashMap<>();
        for (Stored<TrafficInfluSub> stored : influence.list()) {
            stored.value()
                    .afTransId()
                    .flatMap(Stamp::decode)
                    .filter(stamp -> stamp.ref().kind().equals(Ref.BREAKOUT))
                    .filter(stamp -> stamp.factory().equals(scope.factory()))
                    .ifPresent(stamp -> byRef.computeIfAbsent(stamp.ref(), ref -> new ArrayList<>())
                            .add(new Stamped(stamp, stored)));
        }
        return byRef;
    }

    /** Finds the holders of a stamp: more than one where a request was carried out twice. */
    List<Stamped> find(Ref ref, Execution execution) {
        Scope scope = execution.scope();
        List<Stamped> holders = execution
                .shared(Observed.class, Observed::new)
                .firstLook(ref)
                .orElseGet(() -> ofFactory(scope).getOrDefault(ref, List.of()))
                .stream()
                .filter(holder -> holder.stamp.blueprint().equals(scope.blueprint()))
                .toList();
        if (!equal(holders)) {
            throw new ConflictException(
                    ErrorContext.of("nef", "find", ref.toString()),
                    "Subscriptions " + ids(holders) + " of the NEF carry different stamps of it, and none was"
                            + " touched. Delete all but one of them by hand.");
        }
        return holders;
    }

    /** Whether all say the very same value: then it does not matter which of them stays. */
    static boolean equal(List<Stamped> holders) {
        return holders.stream().map(holder -> holder.stamp.encode()).distinct().count() <= 1;
    }

    static List<String> ids(List<Stamped> holders) {
        return holders.stream().map(holder -> holder.stored.id()).toList();
    }

    /** A subscription with the stamp that it carries. */
    record Stamped(Stamp stamp, Stored<TrafficInfluSub> stored) {
        boolean isByApplication() {
            return stored.value().afAppId().isPresent();
        }

        /** Returns the native name of the breakout, under which its application is described. */
        String nativeName() {
            return new Scope(stamp.factory(), stamp.blueprint()).nativeName(stamp.ref());
        }
    }
}
