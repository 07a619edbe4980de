package io.telcofactory.api.internal.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.internal.call.ManualTime;
import io.telcofactory.api.spi.LockStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TenantLockTest {
    private static final Duration HEARTBEAT = LockPolicy.DEFAULT.heartbeat();

    private final ManualTime time = new ManualTime();
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
        time.advance(HEARTBEAT.minusNanos(1));
        lock.keep();
        lock.confirm();
        time.advance(HEARTBEAT.minusNanos(1));
        lock.keep();

        assertThat(store.signs).hasSize(1);
    }

    @Test
    void keep_aTenthOfALeaseAfterTheLastSign_givesAnother() {
        time.advance(HEARTBEAT);
        lock.keep();
        lock.keep();

        assertThat(HEARTBEAT).isEqualTo(LockPolicy.DEFAULT.lease().dividedBy(10));
        assertThat(store.signs).hasSize(1);
    }

    @Test
    void keep_afterAPauseInWhichItWasTakenOver_isAConflict() {
        store.held.clear();
        time.advance(LockPolicy.DEFAULT.lease());

        assertThatThrownBy(lock::keep).isInstanceOf(ConflictException.class).hasMessageContaining("taken over");
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
