package io.telcofactory.opennebula.backend.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PoolTest {
    private final TreeMap<Integer, Thing> server = new TreeMap<>();
    private final List<String> readings = new ArrayList<>();
    private boolean broken;
    private final Pool<String, Thing> pool = new Pool<>(
            PoolSource.single(
                    first -> {
                        read("from " + first);
                        return server.tailMap(first).values().stream();
                    },
                    id -> {
                        read("one " + id);
                        return Optional.ofNullable(server.get(id));
                    },
                    Thing::id),
            thing -> !thing.name().startsWith("foreign"),
            thing -> List.of(thing.name()),
            PoolCalls.of("one.thing.allocate", "one.thing."));

    private record Thing(int id, String name, String state) {}

    private void read(String what) {
        if (broken) {
            throw new IllegalStateException("the network is down");
        }
        readings.add(what);
    }

    private void put(int id, String name, String state) {
        server.put(id, new Thing(id, name, state));
    }

    @Test
    void find_again_readsNothing() {
        put(3, "b", "new");
        put(1, "b", "old");
        put(2, "foreign", "");

        assertThat(pool.find("b")).extracting(Thing::id).containsExactly(1, 3);
        assertThat(pool.find("foreign")).isEmpty();
        assertThat(pool.all()).hasSize(2);
        assertThat(readings).containsExactly("from 0");
    }

    @Test
    void grow_readsOnlyWhatIsNewer_foreignCountsToo() {
        put(1, "a", "");
        put(7, "foreign", "");
        pool.all();
        put(8, "a", "twin");
        put(9, "b", "");

        pool.grow();

        assertThat(pool.find("a")).extracting(Thing::id).containsExactly(1, 8);
        assertThat(pool.get(9)).isPresent();
        assertThat(readings).containsExactly("from 0", "from 8");
    }

    @Test
    void renew_readsOnlyThoseOfTheKey_goneAndRenamedAreNotFound() {
        put(1, "a", "old");
        put(2, "a", "old");
        put(3, "a", "old");
        put(4, "b", "old");
        pool.all();
        put(1, "a", "new");
        server.remove(2);
        put(3, "c", "new");
        put(4, "b", "new");

        pool.renew("a");

        assertThat(pool.find("a")).containsExactly(new Thing(1, "a", "new"));
        assertThat(pool.find("c")).containsExactly(new Thing(3, "c", "new"));
        assertThat(pool.find("b")).containsExactly(new Thing(4, "b", "old"));
        assertThat(readings).containsExactly("from 0", "one 1", "one 2", "one 3");
    }

    @Test
    void forget_readsEverythingAnew() {
        put(1, "a", "");
        pool.all();
        server.clear();

        pool.forget();

        assertThat(pool.all()).isEmpty();
        assertThat(readings).containsExactly("from 0", "from 0");
    }

    @Test
    void renew_wholePool_isReadWhole() {
        Pool<String, Thing> whole = new Pool<>(
                PoolSource.whole(
                        () -> {
                            read("all");
                            return server.values().stream();
                        },
                        Thing::id),
                thing -> true,
                thing -> List.of(thing.name()),
                PoolCalls.NONE);
        put(1, "a", "old");
        whole.all();
        put(1, "a", "new");

        whole.renew("a");

        assertThat(whole.find("a")).containsExactly(new Thing(1, "a", "new"));
        assertThat(readings).containsExactly("all", "all");
    }

    @Test
    void find_readingFails_isTriedAgainWhenAskedAgain() {
        put(1, "a", "");
        broken = true;
        assertThatThrownBy(() -> pool.find("a")).hasMessage("the network is down");
        broken = false;

        assertThat(pool.find("a")).hasSize(1);
    }

    @Test
    void calls_makeOrChange_neverBoth() {
        assertThat(pool.calls().make("one.thing.allocate")).isTrue();
        assertThat(pool.calls().change("one.thing.allocate")).isFalse();
        assertThat(pool.calls().change("one.thing.delete")).isTrue();
        assertThat(pool.calls().change("one.other.delete")).isFalse();
        assertThat(PoolCalls.NONE.make("")).isFalse();
    }
}
