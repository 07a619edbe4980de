package io.telcofactory.testkit.steering;

/**
 * What can go wrong with one call to a fake.
 *
 * @since 0.1
 */
public enum Fault {
    /** The connection breaks before the request takes effect. */
    DROP_BEFORE,
    /** The request takes effect, then the connection breaks. */
    DROP_AFTER,
    /** The answer is 500 and nothing was done. */
    ERROR_BEFORE,
    /** The request takes effect, yet the answer is 500. */
    ERROR_AFTER,
    /** The answer is 503 and nothing was done. */
    UNAVAILABLE,
    /** The answer is 429 with {@code Retry-After: 1} and nothing was done. */
    RATE_LIMITED,
    /** The request takes effect, and the answer ends in its middle. */
    TORN_ANSWER;

    boolean breaksConnection() {
        return this == DROP_BEFORE || this == DROP_AFTER;
    }

    boolean beforeEffect() {
        return this != DROP_AFTER && this != ERROR_AFTER && this != TORN_ANSWER;
    }
}
