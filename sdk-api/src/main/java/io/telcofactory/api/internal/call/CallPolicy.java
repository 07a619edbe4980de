package io.telcofactory.api.internal.call;

import java.time.Duration;

/**
 * How long and how often a call is tried.
 *
 * @param deadline longest time for all attempts together; positive
 * @param maxAttempts attempts at most, the first one included; at least 1
 * @param baseDelay upper bound of the first pause; doubles with each further attempt
 * @param maxDelay upper bound of any pause
 */
public record CallPolicy(Duration deadline, int maxAttempts, Duration baseDelay, Duration maxDelay) {

    /** Three attempts within 30 seconds, pausing up to 200 ms, then up to 400 ms. */
    public static final CallPolicy DEFAULT =
            new CallPolicy(Duration.ofSeconds(30), 3, Duration.ofMillis(200), Duration.ofSeconds(5));

    /** Refuses what could never make an attempt. */
    public CallPolicy {
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("deadline must be positive, was " + deadline);
        }
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("maxAttempts must be at least 1, was " + maxAttempts);
        }
        if (baseDelay.isNegative() || maxDelay.compareTo(baseDelay) < 0) {
            throw new IllegalArgumentException(
                    "delays must be 0 <= baseDelay <= maxDelay, were " + baseDelay + " and " + maxDelay);
        }
    }

    /**
     * Returns a copy with another deadline.
     *
     * @param longest longest time for all attempts together
     * @return the copy
     */
    public CallPolicy withDeadline(Duration longest) {
        return new CallPolicy(longest, maxAttempts, baseDelay, maxDelay);
    }

    /**
     * Returns a copy with another number of attempts.
     *
     * @param attempts attempts at most
     * @return the copy
     */
    public CallPolicy withMaxAttempts(int attempts) {
        return new CallPolicy(deadline, attempts, baseDelay, maxDelay);
    }
}
