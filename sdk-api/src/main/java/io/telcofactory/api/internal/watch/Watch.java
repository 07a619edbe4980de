package io.telcofactory.api.internal.watch;

import io.telcofactory.api.Blueprint;
import io.telcofactory.api.BlueprintStatus;
import io.telcofactory.api.Health;
import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.ResourceStatus;
import io.telcofactory.api.error.CancelledException;
import io.telcofactory.api.error.DeadlineExceededException;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.PartialFailureException;
import io.telcofactory.api.error.RateLimitedException;
import io.telcofactory.api.error.UnavailableException;
import io.telcofactory.api.internal.Backends;
import io.telcofactory.api.internal.plan.World;
import io.telcofactory.api.spi.Owned;
import io.telcofactory.api.spi.Scope;
import io.telcofactory.api.spi.SharedState;
import io.telcofactory.api.spi.Time;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Looks how what was made for a blueprint is, once or until it is well. */
public final class Watch {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Backends backends;
    private final Scope scope;
    private final Time time;

    /**
     * Prepares looking.
     *
     * @param backends who reads
     * @param scope factory and blueprint
     * @param time the time source
     */
    public Watch(Backends backends, Scope scope, Time time) {
        this.backends = backends;
        this.scope = scope;
        this.time = time;
    }

    /**
     * Looks once at what was made.
     *
     * @return how it is, in the order of the references
     */
    public BlueprintStatus status() {
        return look(Set.of());
    }

    /**
     * Looks once at what is described and at what was made.
     *
     * @param blueprint what should be
     * @return how it is, in the order of the blueprint; what is no longer described comes last
     */
    public BlueprintStatus status(Blueprint blueprint) {
        return look(blueprint.resources().stream()
                .map(Resource::ref)
                .filter(ref -> backends.find(ref).isPresent())
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private BlueprintStatus look(Set<Ref> described) {
        Map<Ref, Owned> owned =
                World.observe(backends, scope, backend -> new SharedState() {}).owned();
        Set<Ref> refs = new LinkedHashSet<>(described);
        owned.values().stream()
                .filter(found -> found.blueprint().equals(scope.blueprint()))
                .map(Owned::ref)
                .sorted()
                .forEach(refs::add);
        return new BlueprintStatus(
                scope.blueprint(), refs.stream().map(ref -> one(ref, owned)).toList());
    }

    private static ResourceStatus one(Ref ref, Map<Ref, Owned> all) {
        Owned owned = all.get(ref);
        return owned == null
                ? new ResourceStatus(ref, Health.MISSING, "", Map.of())
                : new ResourceStatus(ref, owned.health(), owned.reason(), owned.outputs());
    }

    /**
     * Waits until everything that is described is ready. A backend that can't be reached for a while is waited for, too.
     *
     * @param blueprint what should be
     * @param within how long at most
     * @param progress hears each status that differs from the one before
     * @return the status in which everything is ready
     */
    public BlueprintStatus await(Blueprint blueprint, Duration within, Consumer<BlueprintStatus> progress) {
        long start = time.nanoTime();
        BlueprintStatus last = new BlueprintStatus(scope.blueprint(), List.of());
        String trouble = "";
        Duration pause = FIRST;
        while (true) {
            try {
                BlueprintStatus seen = status(blueprint);
                trouble = "";
                if (!seen.equals(last)) {
                    progress.accept(seen);
                }
                last = seen;
                if (seen.ready()) {
                    return seen;
                }
                refuseHopeless(seen);
            } catch (UnavailableException | RateLimitedException e) {
                trouble = "\n  it could not be seen at last: " + e.getMessage();
            }
            Duration left = within.minusNanos(time.nanoTime() - start);
            if (left.isNegative() || left.isZero()) {
                throw new DeadlineExceededException(
                        context(),
                        "Blueprint '" + scope.blueprint() + "' was not ready after " + within.toSeconds()
                                + " s. Wait again, or look into what is not ready:\n" + last.describe() + trouble);
            }
            sleep(min(pause, left));
            pause = min(pause.multipliedBy(3).dividedBy(2), LONGEST);
        }
    }

    /** What failed does not become ready by waiting. */
    private void refuseHopeless(BlueprintStatus seen) {
        if (!seen.in(Health.FAILED).isEmpty()) {
            throw new PartialFailureException(
                    context(),
                    "Blueprint '" + scope.blueprint() + "' can't become ready by waiting: " + seen.in(Health.FAILED)
                            + ". Remove the reason and apply again:\n" + seen.describe());
        }
    }

    private void sleep(Duration pause) {
        try {
            time.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(
                    context(), "Interrupted while waiting for blueprint '" + scope.blueprint() + "'", e);
        }
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private ErrorContext context() {
        return ErrorContext.of("factory", "waitFor", scope.blueprint());
    }
}
