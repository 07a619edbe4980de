package io.telcofactory.api.internal.apply;

import io.telcofactory.api.error.CancelledException;
import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.spi.LockStore;
import io.telcofactory.api.spi.Time;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Acquires locks. The server decides who gets one; a lock whose holder is silent for a lease, by the monotonic clock of
 * the one who waits, is deleted by its number, which only one of several can do, and made again.
 */
final class Locksmith {
    private static final Logger LOG = LoggerFactory.getLogger(Locksmith.class);
    private static final int ROUNDS = 5;

    private final LockStore store;
    private final LockPolicy policy;
    private final Time time;
    private final String holder;
    private final Nonces nonces;

    Locksmith(LockStore store, LockPolicy policy, Time time, String holder) {
        this.store = store;
        this.policy = policy;
        this.time = time;
        this.holder = holder;
        this.nonces = new Nonces(holder);
    }

    /**
     * Acquires a lock.
     *
     * @param name the lock's name
     * @return the lock
     * @throws ConflictException if somebody else holds it and lives
     */
    TenantLock acquire(String name) {
        for (int round = 0; round < ROUNDS; round++) {
            Optional<LockStore.Held> mine = store.create(name, holder, nonces.next());
            if (mine.isPresent()) {
                return held(name, mine.get());
            }
            Optional<LockStore.Held> found = store.find(name);
            if (found.isPresent() && found.get().holder().equals(holder)) {
                return held(name, found.get());
            }
            if (found.isPresent()
                    && silentForALease(name, found.get())
                    && store.delete(found.get().id())) {
                LOG.warn(
                        "Took over the lock on tenant '{}' from {}",
                        name,
                        found.get().holder());
            }
        }
        throw heldBy(name, "several other appliers");
    }

    private TenantLock held(String name, LockStore.Held lock) {
        return new TenantLock(store, name, lock, nonces, time, policy.heartbeat());
    }

    private boolean silentForALease(String name, LockStore.Held found) {
        long start = time.nanoTime();
        while (time.nanoTime() - start < policy.lease().toNanos()) {
            pause();
            Optional<LockStore.Held> now = store.find(name);
            if (now.isEmpty()) {
                return false;
            }
            if (!now.get().equals(found)) {
                throw heldBy(name, now.get().holder());
            }
        }
        return true;
    }

    private void pause() {
        try {
            time.sleep(policy.poll());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(
                    ErrorContext.of("factory", "apply", ""),
                    "Interrupted while waiting for a lock; nothing was changed",
                    e);
        }
    }

    private static ConflictException heldBy(String name, String by) {
        return new ConflictException(
                ErrorContext.of("factory", "apply", name),
                "Tenant '" + name + "' is being changed by " + by
                        + ". Nothing was changed here; plan again once that has ended");
    }
}
