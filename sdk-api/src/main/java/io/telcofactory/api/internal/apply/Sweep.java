package io.telcofactory.api.internal.apply;

import io.telcofactory.api.error.SdkException;
import io.telcofactory.api.spi.LockStore;
import io.telcofactory.api.spi.Time;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes away the locks of appliers that died, of whichever tenant: those that stood when an apply began, and whose holders gave no sign of
 * life for a lease since. Nothing else would ever touch a lock of a tenant that has no change left.
 */
final class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private final LockStore store;
    private final LockPolicy policy;
    private final Time time;
    private final String prefix;
    private final Map<String, LockStore.Held> suspects = new HashMap<>();
    private final long start;

    private Sweep(LockStore store, LockPolicy policy, Time time, String factory) {
        this.store = store;
        this.policy = policy;
        this.time = time;
        this.prefix = factory + ".";
        this.start = time.nanoTime();
    }

    /** Begins: who gives a sign of life from now on is alive. */
    static Sweep begin(LockStore store, LockPolicy policy, Time time, String factory) {
        Sweep sweep = new Sweep(store, policy, time, factory);
        sweep.suspects.putAll(store.list(sweep.prefix));
        return sweep;
    }

    /** Ends: waits until each of the locks has shown life, is gone, or was silent for a lease. What fails is left to the next apply. */
    void end() {
        try {
            acquit();
            while (!suspects.isEmpty() && sinceStart().compareTo(policy.lease()) < 0) {
                time.sleep(policy.poll());
                acquit();
            }
            suspects.forEach(this::remove);
        } catch (SdkException e) {
            LOG.warn("Locks of appliers that died may be left, the next apply looks again: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void acquit() {
        if (!suspects.isEmpty()) {
            Map<String, LockStore.Held> now = store.list(prefix);
            suspects.entrySet().removeIf(lock -> !lock.getValue().equals(now.get(lock.getKey())));
        }
    }

    private Duration sinceStart() {
        return Duration.ofNanos(time.nanoTime() - start);
    }

    private void remove(String name, LockStore.Held dead) {
        if (store.delete(dead.id())) {
            LOG.warn("Took away the lock on tenant '{}', whose holder is gone: {}", name, dead.holder());
        }
    }
}
