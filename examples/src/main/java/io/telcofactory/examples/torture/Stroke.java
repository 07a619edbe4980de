package io.telcofactory.examples.torture;

import io.telcofactory.testkit.Calls;
import io.telcofactory.testkit.Fault;

/**
 * One fault of a schedule.
 *
 * @param fault what goes wrong
 * @param operation at which call, as {@link io.telcofactory.testkit.Operations} names it
 * @param occurrence at which of them, counted from 1 within the act
 * @param act while what is done
 */
record Stroke(Fault fault, String operation, int occurrence, Act act) {

    Calls calls() {
        return Calls.of(operation).numbers(occurrence, occurrence);
    }

    @Override
    public String toString() {
        return fault.name() + " at " + operation + " #" + occurrence + " in " + act;
    }
}
