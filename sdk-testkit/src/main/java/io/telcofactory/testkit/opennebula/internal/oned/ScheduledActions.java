package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.rpc.ErrorCode;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Dates;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All scheduled actions; their numbers count over all machines and backup jobs. Looked at every 15 s. */
public final class ScheduledActions {

    private record Owner(Kind kind, int id) {}

    private static final long PERIOD = 15;

    private final Cloud cloud;
    private final Map<Owner, TreeMap<Integer, ScheduledAction>> actions = new HashMap<>();
    private int nextId;

    ScheduledActions(Cloud cloud) {
        this.cloud = cloud;
    }

    /** Reads the SCHED_ACTION vector of a call. */
    static Vector asked(String text) {
        List<Vector> asked = Resource.parse(text, "").vectors("SCHED_ACTION");
        if (asked.isEmpty()) {
            throw OneError.action("No SCHED_ACTION attribute in template");
        }
        return asked.get(0);
    }

    ScheduledAction add(Kind kind, int parent, Vector asked, long origin) {
        ScheduledAction action = new ScheduledAction(nextId, kind, parent);
        action.read(asked, origin);
        nextId++;
        actions.computeIfAbsent(new Owner(kind, parent), unused -> new TreeMap<>())
                .put(action.id(), action);
        watch(action);
        return action;
    }

    public @Nullable ScheduledAction find(Kind kind, int parent, int id) {
        return actions.getOrDefault(new Owner(kind, parent), new TreeMap<>()).get(id);
    }

    /** Changes an action, and looks at it again when it is due then. */
    void change(ScheduledAction action, Vector asked, long origin) {
        action.read(asked, origin);
        watch(action);
    }

    /** Deletes an action of an object; the message of a missing one names the action. */
    public void delete(Kind kind, int parent, int id) {
        if (find(kind, parent, id) == null) {
            throw new OneError(ErrorCode.NO_EXISTS, "Error getting scheduled action [" + id + "].", id);
        }
        of(kind, parent).removeIf(action -> action.id() == id);
    }

    /** Forgets what was planned for an object that is gone. */
    void forget(Kind kind, int parent) {
        actions.remove(new Owner(kind, parent));
    }

    Collection<ScheduledAction> of(Kind kind, int parent) {
        TreeMap<Integer, ScheduledAction> own = actions.get(new Owner(kind, parent));
        return own == null ? List.of() : own.values();
    }

    private void watch(ScheduledAction action) {
        long now = cloud.events().epochSecond();
        long due = Math.max(action.time() + 1, now);
        long tick = (due + PERIOD - 1) / PERIOD * PERIOD;
        cloud.events().after(Duration.ofSeconds(Math.max(0, tick - now)), () -> run(action));
    }

    private void run(ScheduledAction action) {
        long now = cloud.events().epochSecond();
        if (find(action.owner(), action.parent(), action.id()) != action || !action.isDue(now)) {
            return;
        }
        Consumer<ScheduledAction> deed =
                action.owner() == Kind.VM ? cloud.vms().changes().scheduled() : cloud.backupJobs()::run;
        try {
            deed.accept(action);
            action.message("");
            action.next(now);
            if (action.time() >= now) {
                watch(action);
            }
        } catch (OneError refused) {
            action.message(Dates.log(cloud.events().now()) + " : " + refused.text());
            cloud.events().after(Duration.ofSeconds(PERIOD), () -> run(action));
        }
    }
}
