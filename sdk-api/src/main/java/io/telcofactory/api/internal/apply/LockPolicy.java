package io.telcofactory.api.internal.apply;

import java.time.Duration;

/**
 * How long a silent lock is respected.
 *
 * @param lease how long its holder must have been silent before it is taken over; longer than the deadline of any single call
 * @param poll how often its holder's sign of life is read meanwhile
 */
public record LockPolicy(Duration lease, Duration poll) {

    /** A minute of silence, looked at every two seconds. */
    public static final LockPolicy DEFAULT = new LockPolicy(Duration.ofSeconds(60), Duration.ofSeconds(2));

    /** How often its holder gives a sign of life while it only waits. */
    Duration heartbeat() {
        return lease.dividedBy(10);
    }
}
