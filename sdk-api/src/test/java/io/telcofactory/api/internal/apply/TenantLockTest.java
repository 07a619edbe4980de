package io.telcofactory.api.internal.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.spi.LockStore;
import io.telcofactory.api.spi.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TenantLockTest {
    private static final Duration HEARTBEAT = LockPolicy.DEFAULT.heartbeat();

    private final Standing time = new Standing();
    private final OneLock store = new OneLock();
    private final TenantLock lock = new Locksmith(store, LockPolicy.DEFAULT, time, "me").acquire("lisbon.acme");

    @Test
    void confirm_eachTime_givesANewSignOfLife() {
        lock.confirm();
        lock.confirm();

        assertThat(store.signs).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void keep_soonAfterTheLastSign_asksNothing() {
        time.nanos += HEARTBEAT.toNanos() - 1;
        lock.keep();
        lock.confirm();
        time.nanos += HEARTBEAT.toNanos() - 1;
        lock.keep();

        assertThat(store.signs).hasSize(1);
    }

    @Test
    void keep_aTenthOfALeaseAfterTheLastSign_givesAnother() {
        time.nanos += HEARTBEAT.toNanos();
        lock.keep();
        lock.keep();

        assertThat(HEARTBEAT).isEqualTo(LockPolicy.DEFAULT.lease().dividedBy(10));
        assertThat(store.signs).hasSize(1);
    }

    @Test
    void keep_afterAPauseInWhichItWasTakenOver_isAConflict() {
        store.held.clear();
        time.nanos += LockPolicy.DEFAULT.lease().toNanos();

        assertThatThrownBy(lock::keep).isInstanceOf(ConflictException.class).hasMessageContaining("taken over");
    }

    /** Time that a test moves. */
    private static final class Standing implements Time {
        private long nanos;

        @Override
        public Instant now() {
            return Instant.EPOCH.plusNanos(nanos);
        }

        @Override
        public long nanoTime() {
            return nanos;
        }

        @Override
        public void sleep(Duration duration) {
            nanos += duration.toNanos();
        }
    }

    /** A store that writes signs of life down. */
    private static final class OneLock implements LockStore {
        private final Set<String> held = new HashSet<>();
        private final List<String> signs = new ArrayList<>();

        @Override
        public Map<String, Held> list(String prefix) {
            return Map.of();
        }

        @Override
        public Optional<Held> create(String name, String holder, String nonce) {
            return held.add(name) ? Optional.of(new Held(name, holder, nonce)) : Optional.empty();
        }

        @Override
        public Optional<Held> find(String name) {
            return Optional.empty();
        }

        @Override
        public boolean renew(String id, String nonce) {
            signs.add(nonce);
            return held.contains(id);
        }

        @Override
        public boolean delete(String id) {
            return held.remove(id);
        }
    }
}
