package io.telcofactory.opennebula.backend.read;

import java.util.List;

/**
 * Which calls make a difference to a pool.
 *
 * @param making the call that makes an object in it
 * @param changing how the names of all calls begin that change one in it, or take one away
 */
record PoolCalls(String making, List<String> changing) {

    /** No call of ours makes a difference. */
    static final PoolCalls NONE = new PoolCalls("nothing", List.of());

    static PoolCalls of(String making, String... changing) {
        return new PoolCalls(making, List.of(changing));
    }

    boolean make(String call) {
        return call.equals(making);
    }

    boolean change(String call) {
        return !make(call) && changing.stream().anyMatch(call::startsWith);
    }
}
