package io.telcofactory.api.internal.call;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Limits the repeats of one client, so that a server in trouble isn't buried under them: a repeat costs tokens, a success
 * gives one back. Threads: safe.
 */
public final class RetryBudget {
    private static final int COST = 5;

    private final int capacity;
    private final AtomicInteger tokens;

    /**
     * Makes a full budget.
     *
     * @param capacity tokens at most; each repeat takes 5
     */
    public RetryBudget(int capacity) {
        this.capacity = capacity;
        this.tokens = new AtomicInteger(capacity);
    }

    /**
     * Makes the budget of a client: 20 repeats in a row without a success between them.
     *
     * @return a full budget
     */
    public static RetryBudget standard() {
        return new RetryBudget(100);
    }

    boolean tryRepeat() {
        return tokens.getAndUpdate(t -> t >= COST ? t - COST : t) >= COST;
    }

    void succeeded() {
        tokens.updateAndGet(t -> Math.min(capacity, t + 1));
    }
}
