package io.telcofactory.testkit;

/**
 * What can go wrong, as one vocabulary for all fakes, in memory and over HTTP. {@link Faults} says where and when.
 *
 * @since 0.1
 */
public enum Fault {
    /** The answer comes {@link Faults#DELAY} late. */
    SLOW(Kind.EXCHANGE, "slow"),
    /** The request takes effect, and the caller's patience ends before the answer comes. */
    TIMED_OUT(Kind.EXCHANGE, "answered after the time-out"),
    /** Nobody listens: the request is certainly not sent. A proxy, which did listen, plays it as {@link #RESET}. */
    REFUSED(Kind.EXCHANGE, "refused"),
    /** The connection breaks before the request takes effect. */
    RESET(Kind.EXCHANGE, "reset before the request"),
    /** The request takes effect, then the connection breaks. */
    LOST(Kind.EXCHANGE, "applied, answer lost"),
    /** A proxy sends the request twice; the second answer comes back. */
    TWICE(Kind.EXCHANGE, "applied twice"),
    /** The request takes effect, and a part of the answer comes as if it were the whole. */
    TRUNCATED(Kind.EXCHANGE, "applied, answer truncated"),
    /** The request takes effect, and the answer comes compressed although nobody says so. */
    GARBLED(Kind.EXCHANGE, "applied, answer garbled"),
    /** Something in between answers 200 with a page of HTML; the request gets nowhere. */
    WRONG_TYPE(Kind.EXCHANGE, "answered with a page of HTML"),
    /** The answer is 500 and nothing was done. */
    FAILED(Kind.EXCHANGE, "500, not applied"),
    /** The request takes effect, yet a gateway answers 502. */
    FAILED_AFTER(Kind.EXCHANGE, "applied, 502"),
    /** The answer is 503 and nothing was done. */
    UNAVAILABLE(Kind.EXCHANGE, "503"),
    /** This call and those that follow it, {@link Faults#STORM} in all, are answered with 503 and nothing was done. */
    STORM(Kind.EXCHANGE, "a storm of 503"),
    /** The answer is 429 with {@code Retry-After: 1} and nothing was done. */
    RATE_LIMITED(Kind.EXCHANGE, "429"),
    /** The front-ends elect a leader: reads are served, everything else is refused. */
    LEADER_CHANGE(Kind.EXCHANGE, "no leader"),

    /** The calling process stands still for {@link Faults#PAUSE}, longer than a lock's lease, before it sends. */
    PAUSED(Kind.PROCESS, "process stands still"),
    /** The wall clock of the calling process goes forward a day; the next time it goes back. */
    CLOCK_JUMPS(Kind.PROCESS, "clock jumps"),
    /** The calling process dies; the call never reaches the other side. */
    KILLED_BEFORE(Kind.PROCESS, "process killed before"),
    /** The calling process dies when the other side has acted. */
    KILLED_AFTER(Kind.PROCESS, "process killed after"),

    /** All login and access tokens given so far are void. */
    TOKENS_EXPIRE(Kind.SITE, "tokens expire"),
    /** All hosts are in error, for two minutes. */
    HOSTS_IN_ERROR(Kind.SITE, "hosts in error"),
    /** The next boot of a machine fails. */
    BOOT_FAILS(Kind.SITE, "next boot fails"),
    /** The newest running machine of a service ends by itself, some seconds later. */
    VM_DIES(Kind.SITE, "a machine dies later"),
    /** Images are locked until somebody helps. */
    IMAGES_STUCK(Kind.SITE, "images stuck"),
    /** Services stay in their states until somebody helps. */
    SERVICES_STUCK(Kind.SITE, "services stuck"),
    /** Usage counters of groups show more than is used, until somebody helps. */
    QUOTA_DRIFTS(Kind.SITE, "quota counters drift"),
    /** The next event of a machine does not reach OneFlow, which finds out by polling. */
    EVENT_LOST(Kind.SITE, "an event lost"),
    /** The next event of a machine reaches OneFlow twice. */
    EVENT_TWICE(Kind.SITE, "an event twice");

    /** What a fault strikes. */
    public enum Kind {
        /** One exchange on its way. */
        EXCHANGE,
        /** The process that calls. */
        PROCESS,
        /** The systems that are called, at the moment of the call. */
        SITE
    }

    private final Kind kind;
    private final String words;

    Fault(Kind kind, String words) {
        this.kind = kind;
        this.words = words;
    }

    /**
     * Returns what it strikes.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Tells whether the fault makes a difference at a call: one that reads can't be applied twice, and needs no leader;
     * only OpenNebula's own calls need one.
     *
     * @param operation as in {@link Operations#of}
     * @return true for nearly all
     */
    public boolean appliesTo(String operation) {
        return switch (this) {
            case TWICE -> !Operations.reads(operation);
            case LEADER_CHANGE -> operation.startsWith("one.") && !Operations.reads(operation);
            default -> true;
        };
    }

    /** Returns the words for people. */
    @Override
    public String toString() {
        return words;
    }
}
