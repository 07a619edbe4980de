package io.telcofactory.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.spi.LockStore;
import io.telcofactory.api.spi.LockStore.Held;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the engine expects of a {@link LockStore}: each of its steps is atomic, so that of several who try only one succeeds.
 *
 * <pre>{@code
 * class MyLocksTest extends LockStoreContract {
 *     @Override
 *     protected LockStore lockStore() {
 *         return backend.locks().orElseThrow();
 *     }
 * }
 * }</pre>
 *
 * <p>It uses locks of tenants {@code one} and {@code two} of a factory {@code lock-contract} only.
 *
 * @since 0.1
 */
public abstract class LockStoreContract {
    private static final String PREFIX = "lock-contract.";
    private static final String ONE = PREFIX + "one";
    private static final String TWO = PREFIX + "two";
    private static final int RIVALS = 4;

    private LockStore store;

    /** Creates the suite; JUnit does it. */
    @SuppressWarnings("NullAway.Init") // JUnit calls connect() before each test
    protected LockStoreContract() {}

    /**
     * Connects to the store.
     *
     * @return a store without locks of the factory {@code lock-contract}; called once for each test
     */
    protected abstract LockStore lockStore();

    @BeforeEach
    final void connect() {
        store = lockStore();
    }

    @AfterEach
    final void takeAway() {
        store.list(PREFIX).values().forEach(held -> store.delete(held.id()));
    }

    @Test
    void create_free_isHeldAsSaid() {
        Held held = create(ONE, "me");

        assertThat(held.holder()).isEqualTo("me");
        assertThat(held.nonce()).isEqualTo("n1");
        assertThat(store.find(ONE)).contains(held);
    }

    @Test
    void create_held_isRefusedAndChangesNothing() {
        Held held = create(ONE, "me");

        assertThat(store.create(ONE, "you", "n2")).isEmpty();

        assertThat(store.find(ONE)).contains(held);
    }

    @Test
    void create_byManyAtOnce_isGrantedToOne() throws Exception {
        List<Boolean> granted =
                atOnce(i -> store.create(ONE, "rival " + i, "n" + i).isPresent());

        assertThat(granted).containsOnlyOnce(true);
    }

    @Test
    void find_free_isEmpty() {
        assertThat(store.find(ONE)).isEmpty();
    }

    @Test
    void list_several_areThoseWithThePrefix() {
        Held one = create(ONE, "me");
        Held two = create(TWO, "you");

        assertThat(store.list(PREFIX)).isEqualTo(Map.of(ONE, one, TWO, two));
        assertThat(store.list(TWO)).isEqualTo(Map.of(TWO, two));
        assertThat(store.list(PREFIX + "three")).isEmpty();
    }

    @Test
    void renew_held_changesTheSignOfLifeOnly() {
        Held held = create(ONE, "me");

        assertThat(store.renew(held.id(), "n2")).isTrue();

        assertThat(store.find(ONE)).contains(new Held(held.id(), "me", "n2"));
    }

    @Test
    void renew_gone_isRefused() {
        Held held = create(ONE, "me");
        store.delete(held.id());

        assertThat(store.renew(held.id(), "n2")).isFalse();

        assertThat(store.find(ONE)).isEmpty();
    }

    @Test
    void delete_byManyAtOnce_succeedsForOne() throws Exception {
        Held held = create(ONE, "me");

        List<Boolean> deleted = atOnce(i -> store.delete(held.id()));

        assertThat(deleted).containsOnlyOnce(true);
        assertThat(store.find(ONE)).isEmpty();
    }

    @Test
    void delete_ofAnEarlierHolder_leavesTheLaterOneAlone() {
        Held earlier = create(ONE, "me");
        store.delete(earlier.id());
        Held later = create(ONE, "you");

        assertThat(later.id()).isNotEqualTo(earlier.id());
        assertThat(store.delete(earlier.id())).isFalse();
        assertThat(store.renew(earlier.id(), "n9")).isFalse();
        assertThat(store.find(ONE)).contains(later);
    }

    private Held create(String name, String holder) {
        return store.create(name, holder, "n1")
                .orElseThrow(() -> new AssertionError("the free lock " + name + " was not granted"));
    }

    private interface Step {
        boolean by(int rival);
    }

    private static List<Boolean> atOnce(Step step) throws Exception {
        ExecutorService rivals = Executors.newFixedThreadPool(RIVALS);
        try {
            List<Callable<Boolean>> steps = IntStream.range(0, RIVALS)
                    .<Callable<Boolean>>mapToObj(rival -> () -> step.by(rival))
                    .toList();
            List<Boolean> results = new ArrayList<>();
            for (Future<Boolean> result : rivals.invokeAll(steps)) {
                results.add(result.get());
            }
            return results;
        } finally {
            rivals.shutdownNow();
        }
    }
}
