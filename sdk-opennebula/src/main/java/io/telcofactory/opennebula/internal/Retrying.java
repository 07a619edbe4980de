package io.telcofactory.opennebula.internal;

import io.telcofactory.api.internal.call.CallPolicy;
import io.telcofactory.api.internal.call.RetryBudget;
import io.telcofactory.api.internal.call.RetryLoop;
import io.telcofactory.opennebula.ClientSettings;

/** Makes the retry loop of a client from its settings. */
public final class Retrying {

    private Retrying() {}

    /**
     * Makes a loop with a budget of its own.
     *
     * @param client its name in errors
     * @param settings deadline, attempts, time, jitter, listener
     * @return the loop
     */
    public static RetryLoop loop(String client, ClientSettings settings) {
        CallPolicy policy =
                CallPolicy.DEFAULT.withDeadline(settings.deadline()).withMaxAttempts(settings.maxAttempts());
        return new RetryLoop(
                client, policy, RetryBudget.standard(), settings.time(), settings.random(), settings.listener());
    }
}
