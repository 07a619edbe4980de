package io.telcofactory.opennebula.model;

/**
 * Part that a server plays in its zone.
 *
 * <p>Source: OpenNebula 6.10 to 7.4.
 *
 * @since 0.1
 */
public enum RaftState {
    /** Code 0 of the server. */
    SOLO(0),

    /** Code 1 of the server. */
    CANDIDATE(1),

    /** Code 2 of the server. */
    FOLLOWER(2),

    /** Code 3 of the server. */
    LEADER(3),

    /** A code that this SDK does not know. */
    UNKNOWN(Integer.MIN_VALUE);

    private static final RaftState[] ALL = values();

    private final int code;

    RaftState(int code) {
        this.code = code;
    }

    /**
     * Returns the state of a code.
     *
     * @param code the server's number
     * @return the state, {@link #UNKNOWN} for a code that this SDK does not know
     */
    public static RaftState of(int code) {
        for (RaftState value : ALL) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }

    /**
     * Returns the server's number.
     *
     * @return negative when the code was not known
     */
    public int code() {
        return code;
    }
}
