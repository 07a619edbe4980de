package io.telcofactory.api.internal.apply;

import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.SdkException;
import io.telcofactory.api.spi.LockStore;
import io.telcofactory.api.spi.Time;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A lock that this applier holds, until it is released or found lost. */
final class TenantLock {
    private static final Logger LOG = LoggerFactory.getLogger(TenantLock.class);

    private final LockStore store;
    private final String name;
    private final LockStore.Held held;
    private final Nonces nonces;
    private final Time time;
    private final Duration heartbeat;
    private volatile long confirmed;

    TenantLock(LockStore store, String name, LockStore.Held held, Nonces nonces, Time time, Duration heartbeat) {
        this.store = store;
        this.name = name;
        this.held = held;
        this.nonces = nonces;
        this.time = time;
        this.heartbeat = heartbeat;
        this.confirmed = time.nanoTime();
    }

    /** Gives a sign of life and makes sure, in the same call, that the lock is still there. */
    void confirm() {
        long now = time.nanoTime();
        if (!store.renew(held.id(), nonces.next())) {
            throw new ConflictException(
                    ErrorContext.of("factory", "apply", name),
                    "The lock on tenant '" + name
                            + "' was taken over, since this applier gave no sign of life for a lease. Nothing"
                            + " more is changed here; plan again once the other applier has ended");
        }
        confirmed = now;
    }

    /** Gives a sign of life if the last one is some time ago: who only waits needs no proof at each look. */
    void keep() {
        if (time.nanoTime() - confirmed >= heartbeat.toNanos()) {
            confirm();
        }
    }

    /** Gives the lock back; if that fails the next applier takes it over after a lease. */
    void release() {
        try {
            store.delete(held.id());
        } catch (SdkException e) {
            LOG.warn(
                    "The lock on tenant '{}' could not be given back, it will be taken over: {}", name, e.getMessage());
        }
    }
}
