package io.telcofactory.examples.torture;

import io.telcofactory.testkit.Fault;
import java.util.Comparator;

/**
 * A fault that can strike a call.
 *
 * @param operation the call
 * @param fault the fault
 */
record Pair(String operation, Fault fault) {
    static final Comparator<Pair> ORDER = Comparator.comparing(Pair::operation).thenComparing(Pair::fault);

    @Override
    public String toString() {
        return fault.name() + " at " + operation;
    }
}
