package io.telcofactory.opennebula.model;

/**
 * State of a placement plan or of one of its actions.
 *
 * <p>Source: OpenNebula 7.0 to 7.4.
 *
 * @since 0.1
 */
public enum PlanState {
    /** Code -1 of the server. */
    NONE(-1),

    /** Code 0 of the server. */
    READY(0),

    /** Code 1 of the server. */
    APPLYING(1),

    /** Code 2 of the server. */
    DONE(2),

    /** Code 3 of the server. */
    ERROR(3),

    /** Code 4 of the server. */
    TIMEOUT(4),

    /** A code that this SDK does not know. */
    UNKNOWN(Integer.MIN_VALUE);

    private static final PlanState[] ALL = values();

    private final int code;

    PlanState(int code) {
        this.code = code;
    }

    /**
     * Returns the state of a code.
     *
     * @param code the server's number
     * @return the state, {@link #UNKNOWN} for a code that this SDK does not know
     */
    public static PlanState of(int code) {
        for (PlanState value : ALL) {
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
